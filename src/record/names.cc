// Tests: tests/unit/record_names_test.cc
#include "statgrep/record/names.h"

#include <algorithm>

#include "statgrep/pack/plurals.h"
#include "statgrep/pack/words.h"

namespace statgrep {
namespace {
constexpr uint32_t kTurnedWords = 3;  // a longer complement keeps its order
}

std::string Namer::singular(std::string_view w) const {
  return singular_of(pack_, w);
}

std::string Namer::word(uint32_t i, uint32_t first_token) const {
  std::string_view w = tokens_[i].span.in(text_);
  bool caps = tokens_[i].cls.has(bit(Cls::word_caps)) || tokens_[i].shape == Shape::mixed;
  bool opens = i == first_token && !caps && !is(i, Cls::area) && !is(i, Cls::area_adj);
  std::string out;
  for (size_t at = 0; at < w.size();) {  // a token may be a phrase: "core CPI"
    size_t end = std::min(w.find(' ', at), w.size());
    std::string_view part = w.substr(at, end - at);
    std::string folded;
    fold_word(part, folded);
    auto it = acronyms_.find(folded);
    if (!out.empty()) out += ' ';
    out += it != acronyms_.end() ? it->second : opens && at == 0 ? folded : std::string(part);
    at = end + 1;
  }
  return out;
}

void Namer::append(std::string& out, TokenRange r, uint32_t first_token) const {
  for (uint32_t i = r.first; i < r.last; ++i) {
    if (tokens_[i].cls.has(bit(Cls::punct_quote))) continue;
    if (tokens_[i].cls.has(bit(Cls::punct_open)) && i + 2 < r.last &&
        tokens_[i + 2].cls.has(bit(Cls::punct_close)) &&
        (tokens_[i + 1].cls.has(bit(Cls::word_capital)) || tokens_[i + 1].shape == Shape::mixed)) {
      i += 2;  // an acronym in brackets
      continue;
    }
    bool tight = out.empty() || (!tokens_[i].space_before && i > r.first);
    if (is(i, Cls::possessive)) {  // "manufacturing's investment" is one name with "manufacturing investment"
      continue;
    }
    if (!tight) out += ' ';
    out += word(i, first_token);
  }
}

std::string Namer::verbatim(TokenRange r) const {
  std::string out;
  for (uint32_t i = r.first; i < r.last; ++i) {
    if (!out.empty() && tokens_[i].space_before) out += ' ';
    out += tokens_[i].span.in(text_);
  }
  return out;
}

uint32_t Namer::walk(uint32_t node, uint32_t token, uint32_t& words) const {
  std::string_view rest = tokens_[token].span.in(text_);  // may be a phrase itself
  std::string folded;
  for (uint32_t at = 0, width = 0; at < rest.size() && node != kNone && words > 0;) {
    if (is_space_at(rest, at, width)) {
      at += width;
      continue;
    }
    Piece piece = next_piece(rest, at);
    folded.clear();
    fold_word(piece.span.in(rest), folded);
    node = pack_.step(node, pack_.word(folded));
    at = piece.span.end;
    --words;
  }
  return node;
}

std::string_view Namer::alias(TokenRange r, TokenRange before, uint32_t words) const {
  if (r.size() == 0) return {};
  uint32_t node = 0, all = kNone;
  for (uint32_t i = before.first; i < before.last && node != kNone; ++i) node = walk(node, i, words);
  if (words > 0 && before.size() > 0) return {};  // it has not so many
  for (uint32_t i = r.first; i < r.last && node != kNone; ++i) node = walk(node, i, all);
  if (node == kNone) return {};
  for (const Cls c : {Cls::noun_alias, Cls::verb_nominal})  // "earned 3 million": earnings
    if (const Payload* p = pack_.payload(pack_.entry_at(node), c)) return pack_.text(p->text);
  return {};
}

std::string Namer::place(uint32_t i) const {
  const Payload* p = pack_.payload(tokens_[i].entry, Cls::area);
  std::string_view name = p != nullptr ? pack_.text(p->text) : tokens_[i].span.in(text_);
  return std::string(name.substr(0, name.find('|')));
}

// "U.S. sales", not "China Mobile sales", "China and Japan", "Suez Canal transits":
// a country has a currency and stands before a common noun.
bool Namer::country_before_noun(uint32_t i) const {
  const Payload* p =
      is(i, Cls::area) && !is(i, Cls::area_adj) ? pack_.payload(tokens_[i].entry, Cls::area) : nullptr;
  if (p == nullptr) return false;
  const std::string_view text = pack_.text(p->text);
  const size_t bar = text.find('|');
  const Token& next = tokens_[i + 1];
  return bar != std::string_view::npos && bar + 1 < text.size() && next.shape == Shape::word &&
         !next.cls.has(bit(Cls::word_capital)) && !is(i + 1, Cls::prep) && !is(i + 1, Cls::conj_and);
}

// Determiners at the front; a possessor or adjective of place becomes the area.
TokenRange Namer::trim(TokenRange r, IndicatorName& out) const {
  while (r.size() > 0) {
    uint32_t i = r.first;
    if (is(i, Cls::det) || tokens_[i].cls.has(bit(Cls::punct_quote)) ||
        tokens_[i].cls.has(bit(Cls::punct_comma)) || is(i, Cls::conj_and) ||
        (is(i, Cls::adv) && r.size() > 1)) {
      ++r.first;
    } else if (is(i, Cls::area) && r.size() > 2 && is(i + 1, Cls::possessive)) {
      out.area = place(i);
      r.first += 2;
    } else if (r.size() > 1 && country_before_noun(i)) {
      out.area = place(i);
      ++r.first;
    } else if (is(i, Cls::area_adj) && r.size() > 1) {
      const Payload* p = pack_.payload(tokens_[i].entry, Cls::area_adj);
      std::string_view place = p != nullptr ? pack_.text(p->text) : std::string_view();
      out.area = place.substr(0, place.find('|'));
      ++r.first;
    } else {
      break;
    }
  }
  for (uint32_t i = r.first + 1; i < r.last; ++i)
    if (is(i, Cls::prep_during)) r.last = i;  // "trips during the holiday": a time
  while (r.size() > 1 && is(r.last - 1, Cls::prep) && !is(r.last - 1, Cls::noun))
    --r.last;  // "cuts planned for"
  while (r.size() > 1 &&
         (tokens_[r.last - 1].shape == Shape::mark && !tokens_[r.last - 1].cls.has(bit(Cls::punct_close))))
    --r.last;
  return r;
}

// "inflation in the euro area": the place goes to its own field.
void Namer::drop_place_after(TokenRange& r, IndicatorName& out) const {
  uint32_t last = r.last - 1;
  if (r.size() < 3 || !is(last, Cls::area) || is(last, Cls::area_adj)) return;
  uint32_t at = last;
  while (at > r.first && is(at - 1, Cls::det)) --at;
  if (at <= r.first + 1 || (!is(at - 1, Cls::prep_in) && !is(at - 1, Cls::prep_of))) return;
  if (is(at - 1, Cls::prep_of) && at >= r.first + 2 && tokens_[at - 2].cls.has(bit(Cls::word_capital)) &&
      at - 2 != r.first)
    return;
  out.area = place(last);
  r.last = at - 1;
}

// Without an acronym in brackets.
uint32_t Namer::words_in(TokenRange r) const {
  uint32_t n = 0;
  for (uint32_t i = r.first; i < r.last; ++i) {
    if (tokens_[i].cls.has(bit(Cls::punct_open)) && i + 2 < r.last)
      i += 2;
    else
      ++n;
  }
  return n;
}

// "firms reporting an increase": what follows is the clause's.
bool Namer::clause(TokenRange core) const {
  for (uint32_t i = core.first + 1; i < core.last; ++i)
    if (is(i, Cls::verb_experience) || is(i, Cls::verb_project)) return !is(i, Cls::noun);
  return false;
}

std::string Namer::build(TokenRange r, bool movement, uint32_t first_token) const {
  uint32_t prep = r.first, preps = 0;
  for (uint32_t i = r.last; i-- > r.first;)
    if (is(i, Cls::attach) && !is(i, Cls::conj_and)) prep = i, ++preps;
  TokenRange core{r.first, preps > 0 ? prep : r.last};
  TokenRange complement{preps > 0 ? prep + 1 : r.last, r.last};
  while (complement.size() > 0 && is(complement.first, Cls::det)) ++complement.first;
  if (preps > 0 && is(prep, Cls::prep_of) && core.size() > 0 && is(core.last - 1, Cls::noun_number))
    return build(complement, movement, first_token);
  bool moved = false;
  if (movement && core.size() > 0) {
    uint32_t head = core.last - 1;
    moved = is(head, Cls::noun_growth) || is(head, Cls::noun_rise) || is(head, Cls::noun_fall) ||
            is(head, Cls::noun_change);
    if (moved) --core.last;
    while (moved && core.size() > 0 &&
           (tokens_[core.last - 1].shape == Shape::mark || is(core.last - 1, Cls::time_span)))
      --core.last;
    while (moved && core.size() > 0 && is(core.first, Cls::det)) ++core.first;
  }
  std::string out;
  bool of_or_in = preps > 0 && (is(prep, Cls::prep_of) || is(prep, Cls::prep_in));
  if (moved && core.size() == 0) {
    if (preps > 0) return build(complement, false, first_token);
    return out;
  }
  bool turns = of_or_in && preps == 1 && !clause(core) && words_in(complement) <= kTurnedWords &&
               complement.size() > 0;
  if (moved && preps > 0) turns = turns || (of_or_in && preps == 1);
  if (turns) {
    if (complement.size() > 3 && tokens_[complement.last - 1].cls.has(bit(Cls::punct_close)) &&
        tokens_[complement.last - 3].cls.has(bit(Cls::punct_open)))
      complement.last -= 3;  // the acronym stays behind
    uint32_t last = complement.last - 1;
    append(out, {complement.first, last}, first_token);
    std::string w = word(last, first_token);
    if (!out.empty() && tokens_[last].space_before) out += ' ';
    bool spelt_out = w != tokens_[last].span.in(text_);
    out += tokens_[last].cls.has(bit(Cls::word_capital)) && !spelt_out ? w : singular(w);
    std::string head;
    append(head, core, first_token);
    return out + ' ' + head;
  }
  append(out, core, first_token);
  if (preps > 0) {
    out += ' ';
    std::string rest;
    append(rest, {prep, r.last}, first_token);
    out += rest;
  }
  return out;
}

IndicatorName Namer::name(TokenRange phrase, bool movement, uint32_t first_token) const {
  IndicatorName out;
  TokenRange r = trim(phrase, out);
  if (r.size() == 0) return out;
  drop_place_after(r, out);
  out.name = build(r, movement, first_token);
  return out;
}

// A preposition, or the verb of a clause that narrows ("projects employing 5G").
bool Namer::ends_core(uint32_t i) const {
  if (is(i, Cls::attach) && !is(i, Cls::conj_and)) return true;
  return is(i, Cls::verb) && !is(i, Cls::noun) && !is(i, Cls::verb_amb) && !is(i, Cls::verb_part);
}

std::string Namer::unit_noun(TokenRange noun) const {
  uint32_t last = noun.last;
  for (uint32_t i = noun.first; i < noun.last; ++i)
    if (i > noun.first && ends_core(i)) {
      last = i;
      break;
    }
  while (last > noun.first && tokens_[last - 1].shape == Shape::mark) --last;
  while (last > noun.first + 1 && is(last - 1, Cls::verb_part) && !is(last - 1, Cls::noun))
    --last;  // "economists polled"
  if (last == noun.first) return "1";
  return singular(tokens_[last - 1].span.in(text_));
}

std::vector<std::vector<TokenRange>> Namer::conjuncts(TokenRange phrase, size_t count) const {
  IndicatorName unused;
  TokenRange r = trim(phrase, unused);
  uint32_t prep = r.last;
  for (uint32_t i = r.first; i < r.last && prep == r.last; ++i)
    if (is(i, Cls::attach) && !is(i, Cls::conj_and)) prep = i;
  auto split = [&](TokenRange s) {
    std::vector<TokenRange> parts;
    uint32_t begin = s.first;
    for (uint32_t i = s.first; i <= s.last; ++i) {
      bool cut = i == s.last || tokens_[i].cls.has(bit(Cls::punct_comma)) || is(i, Cls::conj_and);
      if (!cut) continue;
      if (i > begin) parts.push_back({begin, i});
      begin = i + 1;
    }
    return parts;
  };
  std::vector<std::vector<TokenRange>> out;
  std::vector<TokenRange> heads = split({r.first, prep});
  if (heads.size() == count) {  // "production and sales of X"
    for (TokenRange h : heads)
      out.push_back(prep < r.last ? std::vector{h, TokenRange{prep, r.last}} : std::vector{h});
    return out;
  }
  std::vector<TokenRange> tails = prep < r.last ? split({prep, r.last}) : std::vector<TokenRange>{};
  // A repeated preposition opens each conjunct; others belong to the one before.
  if (tails.size() > count) {
    std::vector<TokenRange> opened;
    for (TokenRange t : tails) {
      if (opened.empty() || is(t.first, Cls::attach))
        opened.push_back(t);
      else
        opened.back().last = t.last;
    }
    if (opened.size() == count) tails = opened;
  }
  if (tails.size() == count) {  // "production of A and B"
    for (TokenRange tail : tails) {
      std::vector<TokenRange> part{{r.first, prep}};
      if (!is(tail.first, Cls::attach)) part.push_back({prep, prep + 1});
      part.push_back(tail);
      out.push_back(part);
    }
    return out;
  }
  std::vector<TokenRange> all = split(r);
  if (all.size() == count)
    for (TokenRange p : all) out.push_back({p});
  return out;
}

// Parts are stretches of one phrase: named as if they stood together.
IndicatorName Namer::name_parts(const std::vector<TokenRange>& parts, bool movement,
                                uint32_t first_token) const {
  if (parts.size() == 1) return name(parts[0], movement, first_token);
  std::vector<Token> joined;
  for (TokenRange p : parts)
    for (uint32_t i = p.first; i < p.last; ++i) {
      joined.push_back(tokens_[i]);
      if (i == p.first) joined.back().space_before = true;
    }
  Namer inner(text_, joined, pack_, acronyms_);
  uint32_t first = parts[0].first == first_token ? 0 : kNone;
  return inner.name({0, static_cast<uint32_t>(joined.size())}, movement, first);
}

// How many of the last `letters` are the initials of the words, read from the
// back ("consumer price index" has three of "cpi"); 0 where one differs.
static size_t initials(std::string_view words, std::string_view letters) {
  size_t matched = 0;
  while (!words.empty() && matched < letters.size()) {
    size_t space = words.find_last_of(" -");
    std::string_view last = space == std::string_view::npos ? words : words.substr(space + 1);
    char c = last.empty() ? ' ' : last[0];
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if (c != letters[letters.size() - 1 - matched])
      return matched > 0 && words.find(' ') == std::string_view::npos ? matched : 0;
    ++matched;
    words = space == std::string_view::npos ? std::string_view() : words.substr(0, space);
  }
  return matched;
}

void find_acronyms(std::string_view text, const std::vector<Token>& tokens, TokenRange s, const Pack& pack,
                   Acronyms& out) {
  auto is = [&](uint32_t i, Cls c) { return tokens[i].cls.meets(pack.family(c)); };
  for (uint32_t i = s.first + 1; i + 2 < s.last; ++i) {
    if (!tokens[i].cls.has(bit(Cls::punct_open)) || !tokens[i + 2].cls.has(bit(Cls::punct_close))) continue;
    std::string_view acronym = tokens[i + 1].span.in(text);
    std::string letters;
    for (char c : acronym)
      if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c + 32);
    if (letters.size() < 2) continue;
    // Walk back over as many words as there are letters, initials agreeing.
    uint32_t at = i;
    size_t left = letters.size();
    while (at > s.first && left > 0) {
      const Token& t = tokens[at - 1];
      if (t.shape == Shape::mark && !t.cls.has(bit(Cls::punct_hyphen))) break;
      size_t matched = initials(t.span.in(text), std::string_view(letters).substr(0, left));
      if (matched > 0)
        left -= matched;
      else if (!is(at - 1, Cls::prep) && !is(at - 1, Cls::conj_and) && !is(at - 1, Cls::det))
        break;
      --at;
    }
    if (left > 0) continue;
    std::string folded, meaning;
    fold_word(acronym, folded);
    for (uint32_t k = at; k < i; ++k) {
      if (!meaning.empty() && tokens[k].space_before) meaning += ' ';
      meaning += tokens[k].span.in(text);
    }
    out.try_emplace(folded, meaning);
    Namer namer(text, tokens, pack, out);
    std::string one = namer.singular(acronym), one_folded;  // "NEVs" defines "NEV", too
    if (one == acronym) continue;
    fold_word(one, one_folded);
    out.try_emplace(one_folded, namer.singular(meaning));
  }
}

}  // namespace statgrep
