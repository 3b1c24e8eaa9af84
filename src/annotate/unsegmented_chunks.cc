// Tests: tests/unit/annotate_unsegmented_test.cc
#include "unsegmented_chunks.h"

#include <algorithm>

#include "statgrep/pack/words.h"
#include "unsegmented_words.h"

namespace statgrep {
namespace {

using Kind = Quantity::Kind;

constexpr uint32_t kLongestBracket = 10;  // tokens of an aside inside a name

class Chunker {
 public:
  Chunker(std::string_view text, const std::vector<Token>& tokens, TokenRange where,
          const std::vector<Spot>& spots, const std::vector<Quantity>& quantities, const Pack& pack)
      : text_(text), tokens_(tokens), where_(where), spots_(spots), quantities_(quantities), pack_(pack) {}

  std::vector<Chunk> run() {
    for (uint32_t i = where_.first; i < where_.last;) {
      pass(i);
      if (const uint32_t end = spot(i); end > i) {
        i = end;
      } else if (const uint32_t last = quantity(i); last > i) {
        i = last;
      } else if (const uint32_t phrase = phrase_end(i); phrase > i) {
        add_phrase({i, phrase});
        i = phrase;
      } else {
        single(i++);
      }
    }
    return std::move(out_);
  }

 private:
  bool has(uint32_t i, Cls c) const { return i < where_.last && tokens_[i].cls.meets(pack_.family(c)); }
  bool mark(uint32_t i, Cls c) const { return i < where_.last && tokens_[i].cls.has(bit(c)); }

  // What lies behind `i` cannot begin there.
  void pass(uint32_t i) {
    while (spot_ < spots_.size() && spots_[spot_].tokens.first < i) ++spot_;
    while (qty_ < quantities_.size() && quantities_[qty_].tokens.first < i) ++qty_;
  }

  uint32_t spot(uint32_t i) {
    static constexpr Cls kClass[] = {Cls::period, Cls::basis, Cls::basis,   Cls::comparator,
                                     Cls::streak, Cls::trap,  Cls::adjunct, Cls::basis};
    if (spot_ >= spots_.size() || spots_[spot_].tokens.first != i) return i;
    const Spot& s = spots_[spot_];
    Chunk c{.tokens = s.tokens,
            .cls = {},
            .transparent = s.kind != SpotKind::trap,
            .index = static_cast<uint32_t>(spot_),
            .count = 1,
            .head = {}};
    c.cls.add(bit(compared_too(s) ? Cls::comparator : kClass[static_cast<size_t>(s.kind)]));
    out_.push_back(c);
    return s.tokens.last;
  }

  // "than last month's end and | the same month last year"
  bool compared_too(const Spot& s) const {
    if (s.kind != SpotKind::period || out_.size() < 2) return false;
    return out_.back().cls.meets(pack_.family(Cls::conj_and)) &&
           out_[out_.size() - 2].cls.has(bit(Cls::comparator));
  }

  // One quantity, or a list of one kind: "33.7% 和 37.5%".
  uint32_t quantity(uint32_t i) {
    if (qty_ >= quantities_.size() || quantities_[qty_].tokens.first != i) return i;
    size_t last = qty_;
    while (last + 1 < quantities_.size() && listed(quantities_[last], quantities_[last + 1])) ++last;
    Chunk c{.tokens = {i, quantities_[last].tokens.last},
            .cls = class_of(quantities_[qty_]),
            .transparent = false,
            .index = static_cast<uint32_t>(qty_),
            .count = static_cast<uint32_t>(last - qty_ + 1),
            .head = {}};
    if (c.count > 1) c.cls.add(bit(Cls::qty_list));
    if (has(i, Cls::num_nth)) {
      c.cls = {};
      c.cls.add(bit(Cls::qty));
      c.cls.add(bit(Cls::num_nth));
    }
    out_.push_back(c);
    return c.tokens.last;
  }

  bool listed(const Quantity& a, const Quantity& b) const {
    const uint32_t at = a.tokens.last;
    return b.tokens.first == at + 1 && (a.kind == b.kind || (relative(a) && relative(b))) &&
           (has(at, Cls::conj_and) || mark(at, Cls::punct_list));
  }
  static bool relative(const Quantity& q) {
    return q.kind == Kind::percent || q.kind == Kind::fraction || q.kind == Kind::times;
  }

  ClassSet class_of(const Quantity& q) const {
    static constexpr Cls kClass[] = {
        Cls::qty_percent, Cls::qty_points, Cls::qty_money,    Cls::qty_physical, Cls::qty_count,
        Cls::qty_time,    Cls::qty_bare,   Cls::qty_fraction, Cls::qty_times,    Cls::qty_index_points};
    ClassSet cls;
    cls.add(bit(Cls::qty));
    cls.add(bit(kClass[static_cast<size_t>(q.kind)]));
    if (q.high) cls.add(bit(Cls::qty_range));
    if (q.signed_number) cls.add(bit(Cls::qty_signed));
    return cls;
  }

  bool taken(uint32_t i) const {
    for (size_t k = spot_; k < spots_.size() && spots_[k].tokens.first <= i; ++k)
      if (i < spots_[k].tokens.last) return true;
    for (size_t k = qty_; k < quantities_.size() && quantities_[k].tokens.first <= i; ++k)
      if (i < quantities_[k].tokens.last) return true;
    return false;
  }

  // A word of a name, or a number that is none by itself ("318 国道").
  bool inner(uint32_t i) const {
    if (i >= where_.last || taken(i)) return false;
    if (tokens_[i].shape == Shape::number || enumerates(i)) return true;
    if (has(i, Cls::qual_after_at_least) || has(i, Cls::qual_after_at_most)) return true;  // 大学以上程度
    return nominal_at(tokens_, i, where_.last, pack_);
  }

  // 二 | 、 | 三线城市: a digit in words that is short for a noun of its kind.
  bool enumerates(uint32_t i) const {
    return i + 2 < where_.last && has(i, Cls::num) && tokens_[i].shape == Shape::ideograph &&
           mark(i + 1, Cls::punct_list) && has(i + 2, Cls::noun) && begins_with_digit(i + 2);
  }

  bool begins_with_digit(uint32_t i) const {
    const std::string_view word = tokens_[i].span.in(text_);
    return pack_.knows(next_piece(word, 0).span.in(word), Cls::num);
  }

  uint32_t phrase_end(uint32_t i) const {
    if (!inner(i) || has(i, Cls::attributive) || prefix_of_whole(i)) return i;
    uint32_t at = i;
    while (true) {
      if (at > i && inner(at) && prefix_of_whole(at)) {
        return at;
      } else if (inner(at) && !has(at, Cls::attributive)) {
        ++at;
      } else if (at > i && ((!taken(at) && ranges(at)) || exchange(at))) {
        at += 2;
      } else if (at > i && !taken(at) && has(at, Cls::comp_than) && figure(at + 1)) {
        ++at;  // 生产比 49.9%
      } else if (const uint32_t closed = bracket(at); closed > at) {
        at = closed;
      } else if ((has(at, Cls::attributive) || has(at, Cls::conj_and) || mark(at, Cls::punct_list)) &&
                 !taken(at) && inner(at + 1) && !has(at + 1, Cls::attributive)) {
        at += 2;
      } else if (at > i && has(at, Cls::adv) && !taken(at) && inner(at + 1) &&
                 !has(at + 1, Cls::attributive) && !has(at, Cls::adv_respectively)) {
        at += 2;  // "weighted | average | rate": no adverb before a noun
      } else if (at > i && mark(at, Cls::punct_slash) && !taken(at) && inner(at + 1)) {
        at += 2;  // 国际/港澳台
      } else if (mark(at, Cls::punct_quote) && !taken(at) && inner(at + 1)) {
        ++at;
      } else {
        return at;
      }
    }
  }

  // A phrase that a preposition governs, or that ends in a word such as 后, says
  // how or when; with a 的 inside its head goes on as a name: 按上年价格计算的总量.
  void add_phrase(TokenRange range) {
    const size_t governor = governor_of(range);
    const bool governed = governor < out_.size();
    const bool placed =
        range.size() > 1 && has(range.last - 1, Cls::postposition) && mark(range.last, Cls::punct_comma);
    const bool adverbial = has(range.last - 1, Cls::postposition_adverbial) || placed;
    const bool contributes = contributed_to(range.last);
    if ((!governed && !adverbial) || contributes) return out_.push_back(noun_phrase(range));
    const bool headed = !adverbial && modifies(range);
    if (governed && headed && mark(range.last, Cls::punct_comma)) return out_.push_back(noun_phrase(range));
    if (governed) {
      range.first = out_[governor].tokens.first;
      out_.resize(governor);
    }
    Chunk c = noun_phrase(range);
    if (!headed) {
      c.cls = {};
      c.cls.add(bit(Cls::adjunct));
      c.transparent = true;
    }
    out_.push_back(c);
  }

  // The preposition before a phrase, a time of its own between them or none; else past the end.
  size_t governor_of(TokenRange range) const {
    size_t i = out_.size();
    if (i > 1 && out_[i - 1].cls.has(bit(Cls::adjunct)) && out_[i - 1].tokens.last == range.first) --i;
    if (i == 0) return out_.size();
    const Chunk& c = out_[i - 1];
    const uint32_t next = i == out_.size() ? range.first : out_[i].tokens.first;
    const bool prep = c.tokens.size() == 1 && has(c.tokens.first, Cls::prep) && c.tokens.last == next;
    return prep ? i - 1 : out_.size();
  }

  bool modifies(TokenRange range) const {
    for (uint32_t i = range.first + 1; i + 1 < range.last; ++i)
      if (has(i, Cls::attributive)) return true;
    return false;
  }

  bool figure(uint32_t i) const {
    return std::any_of(quantities_.begin(), quantities_.end(),
                       [&](const Quantity& q) { return q.tokens.first == i; });
  }

  // 新台币 | 兑 | 美元
  bool exchange(uint32_t at) const {
    return at > where_.first && !taken(at) && has(at, Cls::num_ratio) && has(at - 1, Cls::currency) &&
           has(at + 1, Cls::currency) && inner(at + 1);
  }

  // 16 | 至 | 24 | 岁: a range that belongs to a name.
  bool ranges(uint32_t at) const {
    const auto number = [&](uint32_t i) {
      return i < where_.last && !taken(i) && tokens_[i].shape == Shape::number;
    };
    const bool dash = has(at, Cls::num_range) || mark(at, Cls::punct_dash) || mark(at, Cls::punct_hyphen);
    return at > where_.first && dash && number(at - 1) && number(at + 1);
  }

  // A preposition inside a phrase joins it (我国对美国出口) but where it names what is contributed to.
  bool prefix_of_whole(uint32_t at) const {
    if (!has(at, Cls::prep)) return false;
    uint32_t i = at + 1;
    while (inner(i)) ++i;
    return contributed_to(i);
  }

  // 对经济 | 贡献…, 对经济 | 增长的贡献率
  bool contributed_to(uint32_t at) const {
    if (has(at, Cls::verb_rise) || has(at, Cls::verb_fall)) ++at;
    if (has(at, Cls::attributive)) ++at;
    return has(at, Cls::verb_contribute) || has(at, Cls::noun_share);
  }

  // "（M2）", "（事）": an aside without a number.
  uint32_t bracket(uint32_t at) const {
    if (!mark(at, Cls::punct_open) || taken(at)) return at;
    for (uint32_t i = at + 1; i < where_.last && i <= at + kLongestBracket && !taken(i); ++i)
      if (mark(i, Cls::punct_close)) return i + 1;
    return at;
  }

  Chunk noun_phrase(TokenRange range) const {
    static constexpr struct {
      Cls token;
      Cls chunk;
    } kHeads[] = {{Cls::noun_growth, Cls::np_growth},
                  {Cls::noun_rate, Cls::np_rate},
                  {Cls::noun_index, Cls::np_index},
                  {Cls::noun_share, Cls::np_share},
                  {Cls::noun_price, Cls::np_price}};
    Chunk c{.tokens = range, .cls = {}, .transparent = false, .index = 0, .count = 0, .head = range};
    c.cls.add(bit(Cls::np));
    c.cls.add(bit(Cls::plain));
    uint32_t head = range.last - 1;
    while (head > range.first && mark(head, Cls::punct_close)) {
      while (head > range.first && !mark(head, Cls::punct_open)) --head;
      if (head > range.first) --head;
    }
    while (head > range.first && tokens_[head].shape == Shape::mark) --head;
    c.head.last = head + 1;
    const ClassSet& h = tokens_[head].cls;
    for (const auto& k : kHeads)
      if (h.meets(pack_.family(k.token))) c.cls.add(bit(k.chunk));
    const ClassSet& nouns = pack_.family(Cls::noun);
    for (size_t w = 0; w < nouns.words.size(); ++w) c.cls.words[w] |= h.words[w] & nouns.words[w];
    for (uint32_t i = range.first + 1; i + 1 < range.last; ++i)
      if (has(i, Cls::conj_and) || mark(i, Cls::punct_list)) c.cls.add(bit(Cls::np_list));
    if (h.meets(pack_.family(Cls::noun_pair))) c.cls.add(bit(Cls::np_list));
    if (range.size() == 1) c.cls.merge(h);
    if (range.size() == 1 && has(range.first, Cls::area)) c.cls.add(bit(Cls::np_area));
    return c;
  }

  void single(uint32_t i) {
    const Token& t = tokens_[i];
    Chunk c{.tokens = {i, i + 1}, .cls = t.cls, .transparent = false, .index = 0, .count = 0, .head = {}};
    c.cls.remove(bit(Cls::num_nth));  // a rank is a figure
    c.transparent = has(i, Cls::adv) || mark(i, Cls::punct_quote);
    out_.push_back(c);
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  TokenRange where_;
  const std::vector<Spot>& spots_;
  const std::vector<Quantity>& quantities_;
  const Pack& pack_;
  size_t spot_ = 0;
  size_t qty_ = 0;
  std::vector<Chunk> out_;
};

}  // namespace

std::vector<Chunk> make_unsegmented_chunks(std::string_view text, const std::vector<Token>& tokens,
                                           TokenRange where, const std::vector<Spot>& spots,
                                           const std::vector<Quantity>& quantities, const Pack& pack) {
  return Chunker(text, tokens, where, spots, quantities, pack).run();
}

}  // namespace statgrep
