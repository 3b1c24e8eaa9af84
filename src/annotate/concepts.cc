// Tests: tests/unit/annotate_concepts_test.cc
#include "statgrep/annotate/concepts.h"

#include <algorithm>

#include "statgrep/pack/plurals.h"
#include "statgrep/pack/words.h"

namespace statgrep {
namespace {

using Kind = Quantity::Kind;

class Concepts {
 public:
  Concepts(const std::vector<Token>& tokens, std::string_view text, const Pack& pack, const Amounts& amounts)
      : tokens_(tokens), text_(text), pack_(pack), amounts_(amounts), chunks_(amounts.chunks) {}

  std::vector<Span> run(size_t index) {
    const Quantity& q = amounts_.quantities[index];
    const uint32_t at = chunk_of(index);
    if (at == kNone) return {};
    if (const size_t twin = restated(at); twin != kNone && twin < index) {
      const Quantity& first = amounts_.quantities[twin];
      if (first.kind != Kind::count || q.kind == Kind::count) return run(twin);
      found_.push_back(first.noun);  // "four fillets (1 lb)"
      return words();
    }
    if (q.partitive || q.kind == Kind::fraction) return {};
    const bool count = q.kind == Kind::count;
    const bool found = before_mark(at) || (count ? of_count(q, at) : beside(q, at));
    if (!(found && count) && !apart_) add_subject(at, found);
    if (found_.empty()) add_heading(at);
    if (found_.empty() && !count && q.kind != Kind::time) add_object(at);
    return words();
  }

 private:
  bool is(uint32_t c, Cls k) const { return c < chunks_.size() && chunks_[c].cls.meets(pack_.family(k)); }
  bool np(uint32_t c) const {
    return c < chunks_.size() && chunks_[c].cls.has(bit(Cls::np)) && !is(c, Cls::np_pronoun) && !goal(c);
  }
  // "is expected to increase": a lone word after such a verb is a verb, too.
  bool goal(uint32_t c) const {
    return c > 0 && chunks_[c].tokens.size() == 1 && is(c, Cls::verb_amb) && is(c - 1, Cls::verb_project);
  }
  bool qty(uint32_t c) const { return c < chunks_.size() && chunks_[c].cls.has(bit(Cls::qty)); }
  bool mark(uint32_t c, Cls k) const { return c < chunks_.size() && chunks_[c].cls.has(bit(k)); }
  bool verb(uint32_t c) const {
    if (c >= chunks_.size() || qty(c) || !is(c, Cls::verb)) return false;
    return !chunks_[c].cls.has(bit(Cls::np)) || goal(c);
  }
  bool token(uint32_t i, Cls k) const { return i < tokens_.size() && tokens_[i].cls.meets(pack_.family(k)); }

  uint32_t chunk_of(size_t index) const {
    for (uint32_t c = 0; c < chunks_.size(); ++c)
      if (qty(c) && chunks_[c].index <= index && index < chunks_[c].index + chunks_[c].count) return c;
    return kNone;
  }

  // Over times, asides and the dot of an abbreviation, which may stand anywhere.
  uint32_t left(uint32_t c) const {
    while (c-- > 0)
      if (!chunks_[c].transparent && !mark(c, Cls::punct_stop)) return c;
    return kNone;
  }

  // "8 miles (13 km)", "60 % of it, or $3 billion", "$5 billion, up $1 billion":
  // the amount that this one says again or goes on from.
  size_t restated(uint32_t c) const {
    uint32_t before = left(c);
    if (before == kNone || np(c + 1) || is(c + 1, Cls::prep_of)) return kNone;
    if (mark(before, Cls::punct_open) && before > 0 && qty(before - 1)) return last_of(before - 1);
    const bool moved = is(before, Cls::dir) && left(before) != kNone && mark(left(before), Cls::punct_comma);
    if (!is(before, Cls::conj_or) && !moved) return kNone;
    for (int steps = 0; steps < 6 && before != kNone; ++steps) {
      before = left(before);
      if (before != kNone && (verb(before) || mark(before, Cls::punct_semicolon))) return kNone;
      if (before != kNone && qty(before)) return last_of(before);
    }
    return kNone;
  }
  size_t last_of(uint32_t c) const { return chunks_[c].index + chunks_[c].count - 1; }

  // "five seasons of the show": the whole of what is counted. "a survey of
  // seven countries": what it is a count for.
  bool of_count(const Quantity& q, uint32_t c) {
    uint32_t of = q.noun.first;
    while (of < chunks_[c].tokens.last && !token(of, Cls::prep)) ++of;
    if (of < chunks_[c].tokens.last && token(of, Cls::prep_of)) {
      found_.push_back({of + 1, chunks_[c].tokens.last});
      return true;
    }
    if (is(c + 1, Cls::prep_of) && np(c + 2)) return add(c + 2);
    const uint32_t before = left(c);
    if (before == kNone || !is(before, Cls::prep_of)) return false;
    const uint32_t head = left(before);
    return head != kNone && np(head) && add(head);
  }

  // "a reading (2.4)", "Total: $5"
  bool before_mark(uint32_t c) {
    const uint32_t before = left(c);
    if (before == kNone || np(c + 1)) return false;
    if (!mark(before, Cls::punct_open) && !mark(before, Cls::punct_colon)) return false;
    const uint32_t p = left(before);
    return p != kNone && np(p) && add(p);
  }

  // What stands right of the amount, over its conversion in brackets.
  uint32_t after(uint32_t c) const {
    const bool converted = mark(c + 1, Cls::punct_open) && qty(c + 2) && mark(c + 3, Cls::punct_close);
    uint32_t next = converted ? c + 4 : c + 1;
    const bool over = next + 1 < chunks_.size() && chunks_[next].transparent && is(next + 1, Cls::prep_for);
    return over ? next + 1 : next;  // "29 mpg in 2020 for cars"
  }

  // The phrase at `c`, over an amount that modifies it: "an 8 kW system".
  uint32_t phrase(uint32_t c) const {
    if (np(c) && token(chunks_[c].tokens.first, Cls::det) && qty(c + 1) && np(c + 2)) return c + 2;
    return np(c) ? c : qty(c) && np(c + 1) ? c + 1 : kNone;
  }

  // The phrase that the amount modifies, completes or stands beside.
  bool beside(const Quantity& q, uint32_t c) {
    const uint32_t next = after(c);
    uint32_t before = left(c);
    if (before != kNone && np(before) && q.kind == Kind::time && !np(next) &&
        token(chunks_[before].tokens.first, Cls::det))
      before = left(before);  // "the last 200 days"
    averages(q);
    const bool listed = q.signed_number && before != kNone && np(before);
    if (np(next) && !listed && modifies(q, next)) {
      modifiers(q, c);
      return add(next);
    }
    if (is(next, Cls::prep_of) || (q.kind == Kind::money && is(next, Cls::prep_in)))
      if (const uint32_t of = phrase(next + 1); of != kNone) return add(of);
    const bool named = before != kNone && completed(before);
    if (named && is(before, Cls::prep_of)) return true;
    const bool goal = is(next, Cls::prep_for) || is(next, Cls::comp_higher) || is(next, Cls::comp_lower);
    if (const uint32_t of = goal ? phrase(next + 1) : kNone; of != kNone) return add(of);
    return named;
  }

  // "the sector 5 %", "a speed of 60 mph", "cut its forecast to 3 %": the
  // phrase that ends in the amount.
  bool completed(uint32_t before) {
    if (np(before)) {
      apart_ = true;
      return add(before);
    }
    if (!is(before, Cls::prep)) return false;
    const uint32_t head = left(before);
    if (head == kNone || !np(head)) return false;
    const uint32_t v = left(head);
    const bool object = v != kNone && verb(v) && !is(v, Cls::verb_be);  // "is punishable by"
    const bool completes = is(before, Cls::prep_of) || is(before, Cls::prep_with) ||
                           is(before, Cls::prep_at) || is(before, Cls::prep_between);
    const bool moved = object && (is(before, Cls::prep_by) || is(before, Cls::prep_to));
    if (!completes && !moved && !is(before, Cls::prep_from)) return false;
    const bool aside = v != kNone && is(v, Cls::prep) && left(v) != kNone && mark(left(v), Cls::punct_comma);
    apart_ = aside || (v != kNone && is(v, Cls::prep_than));
    return add(head, is(before, Cls::prep_of));
  }

  bool modifies(const Quantity& q, uint32_t next) const {
    if (chunks_[next].tokens.size() == 1 && token(chunks_[next].tokens.first, Cls::adj_dimension))
      return false;                                                       // "72.7 metres long"
    if (token(chunks_[next].tokens.first, Cls::time_span)) return false;  // "286 tonnes annually"
    if (q.kind != Kind::time || aged(q.tokens)) return true;
    for (uint32_t i = q.tokens.first; i < q.tokens.last; ++i)
      if (token(i, Cls::punct_hyphen)) return true;
    return false;
  }
  bool aged(TokenRange r) const {  // "a 60-year-old"
    for (uint32_t i = r.first; i < r.last; ++i)
      if (token(i, Cls::unit_age)) return true;
    return false;
  }

  // "an average of 70 days" is one of something.
  void averages(const Quantity& q) {
    for (uint32_t i = q.tokens.first; i < q.number.first; ++i)
      if (token(i, Cls::qual_average)) found_.push_back({i, i + 1});
  }

  // "a sharp 3 percent drop", "the phone's 6-inch display": the phrase's words
  // left of the amount.
  void modifiers(const Quantity& q, uint32_t c) {
    for (uint32_t i = q.tokens.first; i < q.number.first; ++i)
      if (!token(i, Cls::qual_any) && !token(i, Cls::currency) && !token(i, Cls::status_any))
        found_.push_back({i, i + 1});
    if (c == 0 || !np(c - 1) || chunks_[c - 1].tokens.last != q.tokens.first) return;
    const TokenRange r = chunks_[c - 1].tokens;
    if (token(r.first, Cls::det) || token(r.last - 1, Cls::possessive)) add(c - 1);
  }

  // "September", "the 2024": a time that is but a name.
  bool inner_time(uint32_t c) const {
    const TokenRange t = chunks_[c].tokens;
    const bool article = t.size() == 2 && token(t.first, Cls::det);
    return chunks_[c].transparent && chunks_[c].cls.has(bit(Cls::period)) && (t.size() == 1 || article);
  }

  // `last`: only what stands last of a list ("prison and a fine of").
  bool add(uint32_t c, bool last = false) {
    TokenRange r = chunks_[c].tokens;
    if (last && chunks_[c].cls.has(bit(Cls::np_list)))
      for (uint32_t i = r.first; i + 1 < r.last; ++i)
        if (token(i, Cls::conj_and)) r.first = i + 1;
    for (uint32_t i = r.first; i + 1 < r.last; ++i)
      if (token(i, Cls::prep_as)) r.first = i + 1;  // "the gap as the deficit"
    // "the September contract", "the firm's 2018 sales": a time inside the phrase
    while (c >= 1 && inner_time(c - 1) && !token(r.first, Cls::det)) {
      --c;
      r.first = chunks_[c].tokens.first;
      if (c >= 1 && np(c - 1)) r.first = chunks_[--c].tokens.first;
    }
    found_.push_back(r);
    return true;
  }

  // The subject of the clause that holds chunk `c`.
  void add_subject(uint32_t c, bool measured) {
    while ((c = left(c)) != kNone) {
      if (!verb(c)) continue;
      const uint32_t s = before_verbs(c);
      if (s != kNone && np(s) && participle(c, s)) continue;  // "lenders offering 5 % loans are"
      if (s == kNone || is(s, Cls::pron_person)) return;
      if (named(s)) {
        add_label(s);
        return;
      }
      if (is(s, Cls::pron_rel)) {
        uint32_t antecedent = left(s);
        if (antecedent != kNone && mark(antecedent, Cls::punct_comma)) antecedent = left(antecedent);
        if (antecedent != kNone) named(antecedent);
        return;
      }
      if (mark(s, Cls::punct_comma))
        if (const uint32_t head = before_aside(s); head != kNone && named(head)) return;
      if (is(s, Cls::pron_it) && measured) return;
      c = is(s, Cls::pron_it) ? s : s + 1;  // who was spoken of before; a shared subject
    }
  }

  // A verb's form that has no subject of its own, without an auxiliary.
  bool participle(uint32_t c, uint32_t s) const {
    for (uint32_t v = s + 1; v <= c; ++v)
      if (!chunks_[v].transparent) {
        std::string folded;
        fold_word(tokens_[chunks_[v].tokens.first].span.in(text_), folded);
        return has_suffix(pack_, folded, Cls::participle_suffix);
      }
    return false;
  }

  // A subject that names something: "sales", "five launches", "homes from $1 million".
  bool named(uint32_t s) {
    if (np(s)) return add(s);
    if (!qty(s)) return false;
    const uint32_t before = left(s);
    if (amounts_.quantities[chunks_[s].index].kind == Kind::count || aged(chunks_[s].tokens)) {
      found_.push_back(chunks_[s].tokens);
      return true;
    }
    if (before != kNone && np(before)) return add(before);
    const uint32_t head = before != kNone && is(before, Cls::prep) ? left(before) : kNone;
    return head != kNone && np(head) && add(head);
  }

  // "Acme — Shares of the firm rose": who the line is about.
  void add_label(uint32_t s) {
    const uint32_t dash = left(s);
    if (dash == kNone || !mark(dash, Cls::punct_dash)) return;
    if (const uint32_t label = left(dash); label == 0 && np(label)) add(label);
  }

  // "the debt, excluding banks, was": what stands before an aside between commas.
  uint32_t before_aside(uint32_t comma) const {
    for (uint32_t c = left(comma); c != kNone; c = left(c)) {
      if (verb(c) && !is(c, Cls::verb_part)) return kNone;
      if (mark(c, Cls::punct_comma)) return left(c);
    }
    return kNone;
  }

  // "Properties including: … $5 million, … $3 million": items below what opens the list.
  void add_heading(uint32_t c) {
    while ((c = left(c)) != kNone) {
      if (!mark(c, Cls::punct_colon)) continue;
      c = left(c);
      if (c != kNone && is(c, Cls::prep)) c = left(c);
      if (c != kNone && np(c)) add(c);
      return;
    }
  }

  // "Get the camera for $99": with no subject, the object.
  void add_object(uint32_t c) {
    for (c = left(c); c != kNone && !mark(c, Cls::punct_semicolon); c = left(c)) {
      const uint32_t v = left(c);
      if (np(c) && v != kNone && verb(v)) {
        add(c);
        return;
      }
    }
  }

  // What stands left of a verb and its auxiliaries.
  uint32_t before_verbs(uint32_t c) const {
    uint32_t s = left(c);
    while (s != kNone && (verb(s) || is(s, Cls::prep_to) || is(s, Cls::neg) || is(s, Cls::adv))) s = left(s);
    return s;
  }

  std::vector<Span> words() const {
    std::vector<Span> out;
    for (const TokenRange& r : found_)
      for (uint32_t i = r.first; i < r.last; ++i) {
        if (!content(i)) continue;
        Span word = tokens_[i].span;
        while (i + 2 < r.last && joined(i + 1) && joined(i + 2) &&
               (token(i + 1, Cls::ampersand) || token(i + 1, Cls::punct_hyphen))) {
          i += 2;
          word = cover(word, tokens_[i].span);
        }
        const bool dotted = token(i, Cls::abbreviation) && i + 1 < tokens_.size() && joined(i + 1) &&
                            tokens_[i + 1].cls.has(bit(Cls::punct_stop));
        if (dotted) word.end = tokens_[i + 1].span.end;
        split(word, out);
      }
    std::sort(out.begin(), out.end(), [](Span a, Span b) { return a.begin < b.begin; });
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  bool joined(uint32_t i) const { return !tokens_[i].space_before; }

  // A phrase of the lexicon is one token, but several words.
  void split(Span word, std::vector<Span>& out) const {
    uint32_t begin = word.begin;
    for (uint32_t i = word.begin; i <= word.end; ++i) {
      if (i < word.end && text_[i] != ' ' && text_[i] != '\n' && text_[i] != '/') continue;
      const Span part{begin, i};
      if (i > begin && (part == word || !closed_class(part))) out.push_back(part);
      begin = i + 1;
    }
  }

  bool closed_class(Span word) const {
    std::string folded;
    fold_word(word.in(text_), folded);
    const uint32_t id = pack_.word(folded);
    const uint32_t node = id == kNone ? kNone : pack_.step(0, id);
    const uint32_t entry = node == kNone ? kNone : pack_.entry_at(node);
    if (entry == kNone) return false;
    const ClassSet& cls = pack_.classes_of(entry);
    for (Cls c : {Cls::det, Cls::prep, Cls::conj_and})
      if (cls.meets(pack_.family(c))) return true;
    return false;
  }

  bool content(uint32_t i) const {
    const Token& t = tokens_[i];
    if (t.shape == Shape::mark) return false;
    for (Cls c : {Cls::prep, Cls::conj_and, Cls::conj_or, Cls::pron, Cls::possessive, Cls::det, Cls::verb_be,
                  Cls::verb_have, Cls::verb_modal, Cls::stop_word})
      if (t.cls.meets(pack_.family(c)) && !t.cls.meets(pack_.family(Cls::noun))) return false;
    return !(t.cls.meets(pack_.family(Cls::adv)) && !t.cls.meets(pack_.family(Cls::noun)));
  }

  const std::vector<Token>& tokens_;
  std::string_view text_;
  const Pack& pack_;
  const Amounts& amounts_;
  const std::vector<Chunk>& chunks_;
  std::vector<TokenRange> found_;
  bool apart_ = false;  // ", with speeds of": of no subject
};

}  // namespace

std::vector<Span> concepts_of(const std::vector<Token>& tokens, std::string_view text, const Pack& pack,
                              const Amounts& amounts, size_t index) {
  return Concepts(tokens, text, pack, amounts).run(index);
}

}  // namespace statgrep
