// A recursive-descent parser that writes instructions as it goes: alternatives
// and repetitions become splits, as in Thompson's construction.
// Tests: tests/unit/pack_pattern_test.cc, tests/oracle/pattern_oracle_test.cc
#include "statgrep/pack/pattern.h"

#include <algorithm>
#include <cctype>

namespace statgrep {
namespace {

constexpr size_t kMaxCode = 4000;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

class Parser {
 public:
  Parser(std::string_view text, const PatternNames& names, PatternError& error)
      : text_(text), names_(names), error_(error) {}

  std::optional<CompiledPattern> run() {
    if (!alternatives(0) || failed_) return std::nullopt;
    skip();
    if (at_ < text_.size()) return fail("unexpected '" + std::string(1, text_[at_]) + "'"), std::nullopt;
    emit({.op = Instr::done});
    if (out_.code.size() > kMaxCode) return fail("the pattern is too long"), std::nullopt;
    if (top_level_choice_) {
      out_.required.clear();
      if (const std::optional<ClassSet> cut = narrowest_cut(out_.code)) out_.required.push_back(*cut);
    }
    seen_.assign(out_.code.size(), false);
    find_first(0);
    out_.longest = longest();
    if (first_open_) return fail("the pattern may match nothing"), std::nullopt;
    return std::move(out_);
  }

 private:
  // Programs only go forward: from the end on, what is behind an instruction is known.
  uint32_t longest() const {
    std::vector<uint32_t> behind(out_.code.size() + 1, 0);
    for (size_t pc = out_.code.size(); pc-- > 0;) {
      const Instr& i = out_.code[pc];
      behind[pc] = i.op == Instr::done    ? 0
                   : i.op == Instr::jump  ? behind[i.x]
                   : i.op == Instr::split ? std::max(behind[i.x], behind[i.y])
                                          : behind[pc + 1] + (i.op == Instr::atom ? 1 : 0);
    }
    return behind[0];
  }

  bool alternatives(int depth) {
    if (depth > 20) return fail("nested too deeply");
    std::vector<size_t> jumps;
    while (true) {
      size_t split = emit({.op = Instr::split});
      if (!sequence(depth)) return false;
      skip();
      if (peek() != '|') {  // the last one needs no split: make it a jump to its start
        out_.code[split] = {.op = Instr::jump, .x = static_cast<uint16_t>(split + 1)};
        break;
      }
      ++at_;
      if (depth == 0) top_level_choice_ = true;
      jumps.push_back(emit({.op = Instr::jump}));
      out_.code[split].x = static_cast<uint16_t>(split + 1);
      out_.code[split].y = here();
    }
    for (size_t j : jumps) out_.code[j].x = here();
    return true;
  }

  bool sequence(int depth) {
    bool any = false;
    for (skip(); at_ < text_.size() && peek() != ')' && peek() != '|' && peek() != '>'; skip()) {
      if (!item(depth)) return false;
      any = true;
    }
    return any || fail("an empty sequence");
  }

  bool item(int depth) {
    std::vector<Instr> before = std::move(out_.code);  // the atom is compiled apart, then repeated
    out_.code.clear();
    bool ok = atom(depth);
    std::vector<Instr> body = std::move(out_.code);
    out_.code = std::move(before);
    if (ok && depth == 0) note_required(body);
    return ok && repeat(body);
  }

  bool repeat(const std::vector<Instr>& body) {
    int low = 1, high = 1;
    switch (peek()) {
      case '?':
        low = 0, ++at_;
        break;
      case '*':
        low = 0, high = kMaxRepeat, ++at_;
        break;
      case '+':
        high = kMaxRepeat, ++at_;
        break;
      case '{':
        if (at_ + 1 < text_.size() && std::isdigit(static_cast<unsigned char>(text_[at_ + 1])) &&
            !bounds(low, high))
          return false;
        break;
      default:
        break;
    }
    if (out_.code.size() + body.size() * static_cast<size_t>(high) > kMaxCode)
      return fail("the pattern is too long");
    std::vector<size_t> exits;
    for (int i = 0; i < high; ++i) {
      if (i >= low) exits.push_back(emit({.op = Instr::split}));
      if (i >= low) out_.code.back().x = here();
      paste(body);
    }
    for (size_t e : exits) out_.code[e].y = here();
    return true;
  }

  // An item that cannot be left out needs one of the classes in it.
  void note_required(const std::vector<Instr>& body) {
    bool optional =
        peek() == '?' || peek() == '*' || (peek() == '{' && at_ + 1 < text_.size() && text_[at_ + 1] == '0');
    if (optional) return;
    if (const std::optional<ClassSet> cut = narrowest_cut(body)) out_.required.push_back(*cut);
  }

  // The fewest classes of which every way through the program takes one: of a
  // sequence its narrowest step, of alternatives those of each. nullopt where a
  // way takes nothing.
  std::optional<ClassSet> narrowest_cut(const std::vector<Instr>& code) const {
    std::vector<std::optional<ClassSet>> behind(code.size() + 1);
    for (size_t pc = code.size(); pc-- > 0;) {
      const Instr& i = code[pc];
      if (i.op == Instr::done) continue;
      if (i.op == Instr::jump) {
        behind[pc] = behind[i.x];
      } else if (i.op == Instr::split) {
        if (!behind[i.x] || !behind[i.y]) continue;
        behind[pc] = behind[i.x];
        behind[pc]->merge(*behind[i.y]);
      } else {
        behind[pc] = behind[pc + 1];
        if (i.op != Instr::atom) continue;
        const ClassSet& own = out_.sets[i.class_set];
        if (!behind[pc] || own.size() < behind[pc]->size()) behind[pc] = own;
      }
    }
    return behind[0];
  }

  bool bounds(int& low, int& high) {
    size_t close = text_.find('}', at_);
    size_t comma = text_.find(',', at_);
    if (close == std::string_view::npos || comma == std::string_view::npos || comma > close)
      return fail("a repetition is written {m,n}");
    low = std::atoi(std::string(text_.substr(at_ + 1)).c_str());
    high = std::atoi(std::string(text_.substr(comma + 1)).c_str());
    if (low > high || high > kMaxRepeat || high == 0)
      return fail("a repetition goes up to " + std::to_string(kMaxRepeat));
    at_ = close + 1;
    return true;
  }

  bool atom(int depth) {
    char c = peek();
    if (c == '(') return group(')', depth);
    if (c == '<') return named_group(depth);
    if (c == '^' || c == '$') {
      ++at_;
      emit({.op = c == '^' ? Instr::at_start : Instr::at_end});
      return true;
    }
    if (c == '{') return class_atom(Instr::atom);
    if (c == '!') {
      ++at_;
      if (peek() != '{') return fail("'!' is followed by {class}");
      return class_atom(Instr::reject);
    }
    return literal();
  }

  bool group(char close, int depth) {
    ++at_;
    if (!alternatives(depth + 1)) return false;
    skip();
    if (peek() != close) return fail(std::string("missing '") + close + "'");
    ++at_;
    return true;
  }

  bool named_group(int depth) {
    size_t colon = text_.find(':', at_);
    if (colon == std::string_view::npos) return fail("a named group is written <name: …>");
    int n = capture(text_.substr(at_ + 1, colon - at_ - 1));
    if (n < 0) return false;
    emit({.op = Instr::save, .slot = static_cast<uint8_t>(2 * n)});
    at_ = colon;
    if (!group('>', depth)) return false;
    emit({.op = Instr::save, .slot = static_cast<uint8_t>(2 * n + 1)});
    return true;
  }

  bool class_atom(Instr::Op op) {
    size_t close = text_.find('}', at_);
    if (close == std::string_view::npos) return fail("missing '}'");
    std::string_view inside = text_.substr(at_ + 1, close - at_ - 1);
    int n = -1;
    if (size_t colon = inside.find(':'); colon != std::string_view::npos) {
      if ((n = capture(inside.substr(0, colon))) < 0) return false;
      inside.remove_prefix(colon + 1);
    }
    ClassSet set;
    if (!class_union(inside, set)) return false;
    if (n >= 0) emit({.op = Instr::save, .slot = static_cast<uint8_t>(2 * n)});
    emit({.op = op, .class_set = set_index(set)});
    if (n >= 0) emit({.op = Instr::save, .slot = static_cast<uint8_t>(2 * n + 1)});
    at_ = close + 1;
    return true;
  }

  bool class_union(std::string_view names, ClassSet& set) {
    while (true) {
      size_t bar = names.find('|');
      std::string_view name = names.substr(0, bar);
      bool exact = !name.empty() && name[0] == '=';
      if (exact) name.remove_prefix(1);
      std::optional<ClassSet> found = names_.classes(name, exact);
      if (!found) return fail("there is no class '" + std::string(name) + "'");
      set.merge(*found);
      if (bar == std::string_view::npos) return true;
      names.remove_prefix(bar + 1);
    }
  }

  bool literal() {
    size_t begin = at_;
    while (at_ < text_.size() && !is_space(text_[at_]) &&
           std::string_view("?*+(){}<>|!").find(text_[at_]) == std::string_view::npos)
      ++at_;
    if (at_ == begin) return fail("unexpected '" + std::string(1, peek()) + "'");
    ClassSet set;
    set.add(names_.literal(text_.substr(begin, at_ - begin)));
    emit({.op = Instr::atom, .class_set = set_index(set)});
    return true;
  }

  int capture(std::string_view name) {
    auto it = std::find(out_.captures.begin(), out_.captures.end(), name);
    if (it != out_.captures.end()) return static_cast<int>(it - out_.captures.begin());
    if (out_.captures.size() == kMaxCaptures) return fail("too many names"), -1;
    out_.captures.emplace_back(name);
    return static_cast<int>(out_.captures.size()) - 1;
  }

  uint32_t set_index(const ClassSet& set) {
    auto it = std::find(out_.sets.begin(), out_.sets.end(), set);
    if (it == out_.sets.end()) it = out_.sets.insert(it, set);
    return static_cast<uint32_t>(it - out_.sets.begin());
  }

  // Targets inside `body` count from its start.
  void paste(const std::vector<Instr>& body) {
    uint16_t shift = here();
    for (Instr i : body) {
      if (i.op == Instr::split || i.op == Instr::jump) i.x = static_cast<uint16_t>(i.x + shift);
      if (i.op == Instr::split) i.y = static_cast<uint16_t>(i.y + shift);
      out_.code.push_back(i);
    }
  }

  // What may be consumed first; reaching `done` without consuming is an error.
  void find_first(size_t pc) {
    if (pc >= seen_.size() || seen_[pc]) return;
    seen_[pc] = true;
    const Instr& i = out_.code[pc];
    switch (i.op) {
      case Instr::atom:
        out_.first.merge(out_.sets[i.class_set]);
        break;
      case Instr::split:
        find_first(i.x);
        find_first(i.y);
        break;
      case Instr::jump:
        find_first(i.x);
        break;
      case Instr::save:
      case Instr::at_start:
      case Instr::at_end:
      case Instr::reject:
        find_first(pc + 1);
        break;
      case Instr::done:
        first_open_ = true;
        break;
    }
  }

  size_t emit(Instr i) {
    out_.code.push_back(i);
    return out_.code.size() - 1;
  }
  uint16_t here() const { return static_cast<uint16_t>(out_.code.size()); }
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }
  bool fail(std::string message) {
    if (!failed_) error_ = {at_, std::move(message)};
    failed_ = true;
    return false;
  }

  std::string_view text_;
  const PatternNames& names_;
  PatternError& error_;
  size_t at_ = 0;
  bool failed_ = false;
  bool first_open_ = false;
  std::vector<bool> seen_;  // by find_first
  bool top_level_choice_ = false;
  CompiledPattern out_;
};

}  // namespace

std::optional<CompiledPattern> compile_pattern(std::string_view text, const PatternNames& names,
                                               PatternError& error) {
  return Parser(text, names, error).run();
}

}  // namespace statgrep
