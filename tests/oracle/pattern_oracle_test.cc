// The pattern matcher and RE2 on the same random patterns and sequences.
//
// An item of a sequence becomes one byte, which says the classes it has and
// whether it is transparent; an atom becomes the bytes that it takes, after
// those that it steps over. What RE2 has no word for is left out: !{class}, one
// name in two places, and the repetition of what may be empty.
#include <re2/re2.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "statgrep/pack/pattern.h"
#include "statgrep/pack/program.h"

using namespace statgrep;

namespace {

constexpr unsigned kClasses = 4;  // "a" to "d"
constexpr unsigned kMasks = 1u << kClasses;
constexpr unsigned kTransparent = kMasks;  // a bit above those of the classes

struct Both {
  std::string ours;
  std::string re2;
  bool nullable = false;
};

struct Items {
  std::vector<unsigned> codes;
  std::vector<ClassSet> sets;

  uint32_t first() const { return 0; }
  uint32_t size() const { return static_cast<uint32_t>(codes.size()); }
  const ClassSet& at(uint32_t i) const { return sets[i]; }
  bool transparent(uint32_t i) const { return (codes[i] & kTransparent) != 0; }

  void add(unsigned code) {
    codes.push_back(code);
    ClassSet set;
    for (unsigned c = 0; c < kClasses; ++c)
      if ((code >> c & 1) != 0) set.add(static_cast<int>(c));
    sets.push_back(set);
  }
  std::string bytes() const {
    std::string out;
    for (unsigned code : codes) out += static_cast<char>(0x40 + code);
    return out;
  }
};

template <typename Take>
std::string byte_class(Take take) {
  std::string out;
  for (unsigned code = 1; code < 2 * kMasks; ++code) {
    if ((code & (kMasks - 1)) == 0 || !take(code)) continue;
    char hex[8];
    std::snprintf(hex, sizeof hex, "\\x%02X", 0x40 + code);
    out += hex;
  }
  return out.empty() ? "" : "[" + out + "]";
}

class Generator {
 public:
  Generator(std::mt19937& random, bool transparent) : random_(random), transparent_(transparent) {}

  Both pattern() {
    names_ = 0;
    Both p = alternatives(3);
    bool starts = !p.nullable && pick(6) == 0, ends = !p.nullable && pick(6) == 0;
    const std::string rest =
        transparent_ ? byte_class([](unsigned code) { return (code & kTransparent) != 0; }) + "*" : "";
    p.ours = (starts ? "^ (" : "(") + p.ours + (ends ? ") $" : ")");
    p.re2 = (starts ? "\\A(?P<all>" : "(?P<all>") + p.re2 + (ends ? ")" + rest + "\\z" : ")");
    return p;
  }

  Items sequence() {
    Items items;
    for (unsigned n = pick(9); n > 0; --n) {
      unsigned code = 1u << pick(kClasses);
      if (pick(4) == 0) code |= 1u << pick(kClasses);
      if (transparent_ && pick(3) == 0) code |= kTransparent;
      items.add(code);
    }
    return items;
  }

 private:
  unsigned pick(unsigned n) { return static_cast<unsigned>(random_()) % n; }

  Both alternatives(int depth) {
    Both out = sequence(depth);
    for (unsigned n = pick(4) == 0 ? 1 + pick(2) : 0; n > 0; --n) {
      const Both more = sequence(depth);
      out.ours += " | " + more.ours;
      out.re2 += "|" + more.re2;
      out.nullable = out.nullable || more.nullable;
    }
    return out;
  }

  Both sequence(int depth) {
    Both out = item(depth);
    for (unsigned n = pick(4); n > 0; --n) {
      const Both more = item(depth);
      out.ours += " " + more.ours;
      out.re2 += more.re2;
      out.nullable = out.nullable && more.nullable;
    }
    return out;
  }

  Both item(int depth) {
    const bool leaf = depth == 0 || pick(3) != 0;
    Both body = leaf ? atom() : group(depth);
    if (body.nullable || pick(2) == 0) return body;
    static constexpr struct {
      const char* ours;
      const char* re2;
      bool nullable;
      bool leaf_only;  // too long a program otherwise
    } kRepeats[] = {{"?", "?", true, false},          {"{0,2}", "{0,2}", true, false},
                    {"{1,3}", "{1,3}", false, false}, {"{2,2}", "{2,2}", false, false},
                    {"*", "{0,12}", true, true},      {"+", "{1,12}", false, true}};
    const auto& r = kRepeats[pick(leaf ? 6 : 4)];
    return {body.ours + r.ours, "(?:" + body.re2 + ")" + r.re2, r.nullable};
  }

  Both group(int depth) {
    Both inner = alternatives(depth - 1);
    if (names_ == kMaxCaptures || pick(2) == 0)
      return {"(" + inner.ours + ")", "(?:" + inner.re2 + ")", inner.nullable};
    const std::string name = "n" + std::to_string(names_++);
    return {"<" + name + ": " + inner.ours + ">", "(?P<" + name + ">" + inner.re2 + ")", inner.nullable};
  }

  Both atom() {
    unsigned wanted = 1u << pick(kClasses);
    if (pick(4) == 0) wanted |= 1u << pick(kClasses);
    std::string classes;
    for (unsigned c = 0; c < kClasses; ++c)
      if ((wanted >> c & 1) != 0)
        classes += std::string(classes.empty() ? "" : "|") + static_cast<char>('a' + c);
    const std::string skipped =
        transparent_
            ? byte_class([&](unsigned code) { return (code & kTransparent) != 0 && (code & wanted) == 0; })
            : "";
    const std::string taken = byte_class([&](unsigned code) { return (code & wanted) != 0; });
    std::string re2 = (skipped.empty() ? "" : skipped + "*") + taken;
    if (names_ == kMaxCaptures || pick(3) != 0) return {"{" + classes + "}", "(?:" + re2 + ")"};
    const std::string name = "n" + std::to_string(names_++);
    return {"{" + name + ":" + classes + "}", "(?P<" + name + ">" + re2 + ")"};
  }

  std::mt19937& random_;
  bool transparent_;
  int names_ = 0;
};

std::optional<CompiledPattern> compile(const std::string& pattern) {
  const PatternNames names{[](std::string_view name, bool) {
                             ClassSet set;
                             set.add(name[0] - 'a');
                             return std::optional(set);
                           },
                           [](std::string_view) { return 0; }};
  PatternError error;
  return compile_pattern(pattern, names, error);
}

// "3 n0=1-3": the end and the captures. Where items may be stepped over, a
// capture's beginning is left out: RE2 can only begin it before those.
class Shown {
 public:
  Shown(size_t end, bool begins) : text_(std::to_string(end)), begins_(begins) {}
  void add(const std::string& name, size_t begin, size_t end) {
    text_ += " " + name + "=" + (begins_ ? std::to_string(begin) : "") + "-" + std::to_string(end);
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
  bool begins_;
};

std::string by_re2(const RE2& re, const CompiledPattern& p, const Items& items, bool transparent) {
  const std::string bytes = items.bytes();
  std::vector<re2::StringPiece> groups(static_cast<size_t>(re.NumberOfCapturingGroups()) + 1);
  if (!re.Match(bytes, 0, bytes.size(), RE2::ANCHOR_START, groups.data(), static_cast<int>(groups.size())))
    return "no";
  const auto& numbers = re.NamedCapturingGroups();
  const auto group = [&](const std::string& name) { return groups[static_cast<size_t>(numbers.at(name))]; };
  const auto begin_of = [&](const re2::StringPiece& g) {
    return static_cast<size_t>(g.data() - bytes.data());
  };
  Shown out(begin_of(group("all")) + group("all").size(), !transparent);
  for (const std::string& name : p.captures)
    if (const re2::StringPiece g = group(name); g.data() != nullptr)
      out.add(name, begin_of(g), begin_of(g) + g.size());
  return out.text();
}

std::string by_runner(const CompiledPattern& p, const Items& items, bool transparent) {
  Match match;
  if (!Runner(std::span<const Instr>(p.code), p.sets.data(), items).run(0, match)) return "no";
  Shown out(match.end, !transparent);
  for (size_t n = 0; n < p.captures.size(); ++n)
    if (match.captures[2 * n + 1] >= 0)
      out.add(p.captures[n], static_cast<size_t>(match.captures[2 * n]),
              static_cast<size_t>(match.captures[2 * n + 1]));
  return out.text();
}

void compare(unsigned seed, bool transparent, int patterns) {
  std::mt19937 random(seed);
  Generator generator(random, transparent);
  RE2::Options options(RE2::Latin1);
  options.set_max_mem(64 << 20);
  options.set_log_errors(false);
  int matched = 0, captured = 0;
  for (int done = 0; done < patterns;) {
    const Both both = generator.pattern();
    const std::optional<CompiledPattern> p = compile(both.ours);
    REQUIRE((p.has_value() || both.nullable || both.ours.size() > 100));
    if (!p) continue;
    const RE2 re(both.re2, options);
    REQUIRE(re.ok());
    ++done;
    for (int i = 0; i < 8; ++i) {
      const Items items = generator.sequence();
      const std::string ours = by_runner(*p, items, transparent), theirs = by_re2(re, *p, items, transparent);
      INFO(both.ours << " on " << items.bytes() << " as " << both.re2);
      REQUIRE(ours == theirs);
      matched += ours != "no" ? 1 : 0;
      captured += ours.find('=') != std::string::npos ? 1 : 0;
    }
  }
  CHECK(matched > patterns);  // enough of both answers
  CHECK(matched < 6 * patterns);
  CHECK(captured > patterns / 4);
}

}  // namespace

TEST_CASE("the matcher finds what RE2 finds") {
  compare(20240612, false, 4000);
}

TEST_CASE("the matcher steps over transparent items as RE2 does when told to") {
  compare(19870226, true, 4000);
}

TEST_CASE("what a pattern needs is in all that it matches, which is no longer than said") {
  std::mt19937 random(7);
  Generator generator(random, false);
  int checked = 0, longest = 0;
  for (int done = 0; done < 6000; ++done) {
    const std::string text = generator.pattern().ours;
    const std::optional<CompiledPattern> p = compile(text);
    if (!p) continue;
    for (int i = 0; i < 8; ++i) {
      const Items items = generator.sequence();
      Match match;
      if (!Runner(std::span<const Instr>(p->code), p->sets.data(), items).run(0, match)) continue;
      INFO(text << " on " << items.bytes());
      REQUIRE(match.end <= p->longest);
      longest += match.end == p->longest ? 1 : 0;
      for (const ClassSet& needed : p->required) {
        bool there = false;
        for (uint32_t k = 0; k < match.end; ++k) there = there || items.at(k).meets(needed);
        REQUIRE(there);
        ++checked;
      }
    }
  }
  CHECK(checked > 5000);
  CHECK(longest > 500);
}
