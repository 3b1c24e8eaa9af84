// Tests: tests/unit/record_sources_test.cc
#include "sources.h"

#include <algorithm>

namespace statgrep {
namespace {

class SourceFinder {
 public:
  SourceFinder(std::string_view text, const std::vector<Token>& tokens, const SentenceAnalysis& a,
               const Pack& pack)
      : text_(text), tokens_(tokens), a_(a), pack_(pack) {}

  std::vector<Source> run() {
    for (uint32_t i = 0; i < size(); ++i) {
      if (is(i, Cls::verb_report_source))
        named_after(i, i > 0);
      else if (!np(i) && (is(i, Cls::verb_report) || is(i, Cls::verb_project)))
        reported(i);
    }
    return std::move(out_);
  }

 private:
  uint32_t size() const { return static_cast<uint32_t>(a_.chunks.size()); }
  bool is(uint32_t i, Cls c) const { return i < size() && a_.chunks[i].cls.meets(pack_.family(c)); }
  bool np(uint32_t i) const { return i < size() && a_.chunks[i].cls.has(bit(Cls::np)); }
  bool qty(uint32_t i) const { return i < size() && a_.chunks[i].cls.has(bit(Cls::qty)); }
  bool comma(uint32_t i) const { return i < size() && a_.chunks[i].cls.has(bit(Cls::punct_comma)); }
  bool ends(uint32_t i) const {
    return i >= size() || comma(i) || a_.chunks[i].cls.has(bit(Cls::punct_stop)) ||
           a_.chunks[i].cls.has(bit(Cls::punct_semicolon));
  }

  uint32_t after(uint32_t i) const {
    do ++i;
    while (i < size() && a_.chunks[i].transparent);
    return i;
  }
  // kNone where nothing is left.
  uint32_t before(uint32_t i) const {
    while (i-- > 0)
      if (!a_.chunks[i].transparent) return i;
    return kNone;
  }

  bool names(uint32_t i) const {
    return np(i) && !a_.chunks[i].cls.has(bit(Cls::np_pronoun)) && !a_.chunks[i].cls.has(bit(Cls::np_that));
  }

  void add(uint32_t named, uint32_t at, bool trails) {
    const TokenRange name = trimmed(a_.chunks[named]);
    if (name.size() == 0 || measured(name)) return;
    out_.push_back({name, at, trails, !is(at, Cls::verb_report)});
  }

  // Without determiners, quotation marks, an acronym in brackets, a clause.
  TokenRange trimmed(const Chunk& c) const {
    constexpr uint32_t kLong = 10;  // a longer phrase drags a clause along
    TokenRange name = c.tokens;
    for (uint32_t i = name.first + 1; i < name.last; ++i)
      if (tokens_[i].cls.has(bit(Cls::punct_open))) name.last = i;
    if (name.size() > kLong) name = c.head;
    auto idle = [&](const ClassSet& cls) {
      return cls.meets(pack_.family(Cls::det)) || cls.has(bit(Cls::punct_quote));
    };
    while (name.size() > 0 && idle(tokens_[name.first].cls)) ++name.first;
    // "figures released by the Department of Trade show": a verb that may be a noun
    const uint32_t last = name.last - 1;
    if (name.size() > 1 && tokens_[last].cls.meets(pack_.family(Cls::verb_report)) &&
        !tokens_[last].cls.has(bit(Cls::word_capital)) && tokens_[last - 1].cls.has(bit(Cls::word_capital)))
      --name.last;
    return name;
  }

  bool measured(TokenRange name) const {
    return std::any_of(a_.frames.begin(), a_.frames.end(), [&](const Frame& f) {
      return f.indicator.first < name.last && name.first < f.indicator.last;
    });
  }

  // "according to X", "said X".
  void named_after(uint32_t i, bool trails) {
    const uint32_t named = after(i);
    if (!names(named) || named != i + 1) return;
    uint32_t by = after(named);  // "according to estimates released by X"
    if (!np(by) && is(by, Cls::verb_report)) by = after(by);
    const bool further = (is(by, Cls::prep_by) || is(by, Cls::prep_from)) && names(after(by));
    add(further ? after(by) : named, i, trails);
  }

  void reported(uint32_t verb) {
    const uint32_t subject = subject_of(verb);
    if (subject != kNone) {
      if (states(verb))
        add(subject, verb, false);
      else if (is(verb, Cls::verb_report) && stands_aside(subject) && !takes_object(verb))
        add(subject, verb, true);
    } else if (is(verb, Cls::verb_report_say) && verb > 0 && (comma(before(verb)) || quoted(verb))) {
      named_after(verb, true);
    }
  }

  // "X said", "X has since said", "X, its chief economist, said".
  uint32_t subject_of(uint32_t verb) const {
    uint32_t i = before(verb);
    while (i != kNone && !np(i) && (is(i, Cls::verb_have) || is(i, Cls::verb_modal))) i = before(i);
    // "figures released on Monday showed"
    for (int step = 0; step < 2 && i != kNone && !np(i) && (is(i, Cls::prep) || is(i, Cls::verb_report));
         ++step)
      i = before(i);
    if (i == kNone) return kNone;
    if (names(i)) return i;
    if (!comma(i)) return kNone;
    const uint32_t apposition = before(i);
    if (apposition == kNone || !np(apposition)) return kNone;
    const uint32_t opening = before(apposition);
    if (opening == kNone || !comma(opening)) return kNone;
    const uint32_t named = before(opening);
    return named != kNone && names(named) ? named : kNone;
  }

  // What follows is what is stated: a clause, or a figure that is reported.
  bool states(uint32_t verb) const {
    const uint32_t next = after(verb);
    const bool moves = is(verb, Cls::verb_rise) || is(verb, Cls::verb_fall) ||
                       is(verb, Cls::verb_contribute) || is(verb, Cls::verb_level);
    if (moves) return np(next) && a_.chunks[next].cls.has(bit(Cls::np_that));  // "added 25,000 jobs"
    const bool there = is(next, Cls::pron);
    if (!np(next) && !qty(next) && !there && !is(next, Cls::conj_sub)) return false;
    if (is(verb, Cls::verb_report_figure) && (np(next) || qty(next))) return true;
    if (!is(verb, Cls::verb_report)) return np(next) && expects(verb);
    for (uint32_t i = after(next); i < size() && !(qty(next) && comma(i)); i = after(i)) {
      if (is(i, Cls::conj_sub) || is(i, Cls::conj_but)) return false;
      if (!np(i) && is(i, Cls::verb)) return true;
    }
    return false;
  }

  // "analysts expect", not "is expected to", "countries would see".
  bool expects(uint32_t verb) const {
    const Span words = tokens_[a_.chunks[verb].tokens.first].span;
    return words.in(text_).find(' ') == std::string_view::npos && !is(before(verb), Cls::verb_modal);
  }

  // "Italy has shown interest" is no statement; "the minister told reporters" is.
  bool takes_object(uint32_t verb) const {
    if (is(verb, Cls::verb_report_say)) return false;
    const uint32_t next = after(verb);
    return !ends(next) &&
           (np(next) || qty(next) || is(next, Cls::prep_by) || is(next, Cls::prep_to) || is(next, Cls::verb));
  }

  // After a comma or a quotation: "…, data from the office showed".
  bool stands_aside(uint32_t subject) const {
    uint32_t left = before(subject);
    while (left != kNone && is(left, Cls::prep) && np(before(left))) {
      subject = before(left);
      left = before(subject);
    }
    return quoted(subject) || (left != kNone && comma(left));
  }

  // A quotation's end stands right before.
  bool quoted(uint32_t i) const {
    const uint32_t first = a_.chunks[i].tokens.first;
    return first > a_.sentence.first && tokens_[first - 1].cls.has(bit(Cls::punct_quote));
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const SentenceAnalysis& a_;
  const Pack& pack_;
  std::vector<Source> out_;
};

}  // namespace

std::vector<Source> find_sources(std::string_view text, const std::vector<Token>& tokens,
                                 const SentenceAnalysis& sentence, const Pack& pack) {
  return sentence.frames.empty() ? std::vector<Source>{} : SourceFinder(text, tokens, sentence, pack).run();
}

const Source* source_of(const std::vector<Source>& sources, uint32_t chunk) {
  const Source* found = nullptr;
  const Source* expecting = nullptr;
  for (const Source& s : sources) {
    if (s.expects && s.at < chunk)
      expecting = &s;
    else if (s.at < chunk)
      found = &s;
    else if (found == nullptr && s.trails)
      return &s;
  }
  return found != nullptr ? found : expecting;
}

}  // namespace statgrep
