// Tests: tests/unit/record_topic_test.cc
#include "topic_names.h"

#include <algorithm>

#include "statgrep/pack/words.h"

namespace statgrep {

bool TopicNamer::joins(uint32_t i) const {
  return is(i, Cls::conj_and) || tokens_[i].cls.has(bit(Cls::punct_list));
}

// One past a bracket that holds one word in letters, else `i`.
uint32_t TopicNamer::past_acronym(uint32_t i, uint32_t last) const {
  if (i + 3 > last) return i;
  const bool bracket =
      tokens_[i].cls.has(bit(Cls::punct_open)) && tokens_[i + 2].cls.has(bit(Cls::punct_close));
  return bracket && (tokens_[i + 1].shape == Shape::word || tokens_[i + 1].shape == Shape::mixed) &&
                 tokens_[i + 1].cls.has(bit(Cls::word_capital))
             ? i + 3
             : i;
}

std::string TopicNamer::words(TokenRange r) const {
  std::string out;
  for (uint32_t i = r.first; i < r.last; ++i) {
    const uint32_t past = past_acronym(i, r.last);
    if (past > i) {
      i = past - 1;
      continue;
    }
    if (tokens_[i].cls.has(bit(Cls::punct_quote))) continue;
    const std::string_view word = tokens_[i].span.in(text_);
    const bool letters = !out.empty() && static_cast<unsigned char>(out.back()) < 0x80 &&
                         static_cast<unsigned char>(word[0]) < 0x80 && tokens_[i].space_before;
    if (letters) out += ' ';
    out += word;
  }
  return out;
}

TokenRange TopicNamer::without_place(TokenRange r, std::string& area) const {
  if (r.size() < 2 || !is(r.first, Cls::area) || joins(r.first + 1)) return r;
  if (const Payload* p = pack_.payload(tokens_[r.first].entry, Cls::area)) {
    const std::string_view said = pack_.text(p->text);
    area = said.substr(0, said.find('|'));
  }
  ++r.first;
  if (r.size() > 1 && is(r.first, Cls::attributive)) ++r.first;
  return r;
}

std::vector<TokenRange> TopicNamer::items(TokenRange r, Join join) const {
  std::vector<TokenRange> out;
  uint32_t first = r.first;
  for (uint32_t i = r.first; i <= r.last; ++i) {
    const bool marked = i < r.last && tokens_[i].cls.has(bit(Cls::punct_list));
    if (i < r.last && (!joins(i) || (join == Join::mark && !marked) || (join == Join::word && marked)))
      continue;
    if (i > first) out.push_back({first, i});
    first = i + 1;
  }
  return out;
}

// 资通与视听产品、电子零组件 are two where two figures are told.
std::vector<TokenRange> TopicNamer::counted_items(TokenRange r, size_t count) const {
  std::vector<TokenRange> all = items(r, Join::any);
  if (count <= 1 || all.size() <= count) return all;
  for (const Join join : {Join::mark, Join::word})
    if (std::vector<TokenRange> some = items(r, join); some.size() == count) return some;
  return all;
}

// 大、中、小型企业: a character alone is one of the word's that follows it, whose own tail may be shared.
std::string TopicNamer::shared_tail(TokenRange part, TokenRange next, const std::string& tail) const {
  const auto characters = [&](uint32_t i) {
    const std::string_view w = tokens_[i].span.in(text_);
    return std::count_if(w.begin(), w.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
  };
  const uint32_t end = part.last - 1;
  if (part.size() != 1 || tokens_[end].shape != Shape::ideograph || characters(end) != 1 || measures(part))
    return "";
  const std::string rest = words(next) + tail;
  size_t first = 1;
  while (first < rest.size() && (static_cast<unsigned char>(rest[first]) & 0xC0) == 0x80) ++first;
  return rest.substr(first);
}

// A word for two indicators at the end: each with what stands before it.
std::vector<std::string> TopicNamer::pair(TokenRange r) const {
  const Payload* p =
      is(r.last - 1, Cls::noun_pair) ? pack_.payload(tokens_[r.last - 1].entry, Cls::noun_pair) : nullptr;
  if (p == nullptr) return {};
  const std::string before = words({r.first, r.last - 1});
  std::vector<std::string> out;
  std::string_view both = pack_.text(p->text);
  for (size_t bar; !both.empty(); both.remove_prefix(std::min(bar + 1, both.size()))) {
    bar = std::min(both.find('|'), both.size());
    out.push_back(before + std::string(both.substr(0, bar)));
  }
  return out;
}

// Whether each but the last is a place alone, and the last begins with one.
bool TopicNamer::places(const std::vector<TokenRange>& parts) const {
  return parts.back().size() > 1 && std::all_of(parts.begin(), parts.end(), [&](TokenRange t) {
           return is(t.first, Cls::area) && (t.size() == 1 || t.first == parts.back().first);
         });
}

// Whether the phrase ends in what is measured of a thing.
bool TopicNamer::measures(TokenRange t) const {
  for (const Cls c :
       {Cls::noun_head, Cls::noun_price, Cls::noun_rate, Cls::noun_growth, Cls::noun_index, Cls::noun_share})
    if (is(t.last - 1, c)) return true;
  return false;
}

std::vector<std::string> TopicNamer::item_names(const std::vector<TokenRange>& parts) const {
  std::vector<std::string> out, tails(parts.size());
  for (size_t i = parts.size() - 1; i-- > 0;) tails[i] = shared_tail(parts[i], parts[i + 1], tails[i + 1]);
  const TokenRange first = parts.front(), last = parts.back();
  const bool of_places = places(parts);                 // 北京、江苏 软件业务收入
  const bool head = last.size() > 1 && measures(last);  // 粮食、棉花 产量
  const bool stem = first.size() > 1 && measures(first) && last.size() == 1 && measures(last);
  for (const TokenRange& part : parts) {
    const std::string& tail = tails[out.size()];
    std::string item = words(of_places ? TokenRange{part.first, part.first + 1} : part);
    item += tail;
    if (of_places)
      item += words({last.first + 1, last.last});
    else if (head && tail.empty() && !measures(part))
      item += words({last.last - 1, last.last});
    else if (stem && part.first != first.first && part.size() == 1)
      item.insert(0, words({first.first, first.last - 1}));
    out.push_back(std::move(item));
  }
  return out;
}

TopicName TopicNamer::name(TokenRange phrase, bool shared_out, size_t count) const {
  TopicName out;
  const TokenRange r = without_place(phrase, out.area);
  if (shared_out) {
    const std::vector<TokenRange> parts = counted_items(r, count);
    out.each = pair(r);
    if (!out.each.empty() && (count <= 1 || count == out.each.size() || parts.size() != count)) return out;
    out.each.clear();
    if (parts.size() > 1) {
      out.each = item_names(parts);
      return out;
    }
  }
  std::string whole = words(r);
  std::string folded;
  fold_word(whole, folded);
  if (const auto known = acronyms_.find(folded); known != acronyms_.end()) whole = known->second;
  out.each.push_back(std::move(whole));
  return out;
}

void TopicNamer::learn(TokenRange phrase, Acronyms& acronyms) const {
  std::string area;
  const TokenRange r = without_place(phrase, area);
  for (uint32_t i = r.first + 1; i < r.last; ++i) {
    if (past_acronym(i, r.last) == i) continue;
    std::string folded;
    fold_word(tokens_[i + 1].span.in(text_), folded);
    acronyms.try_emplace(folded, words({r.first, i}));
  }
}

}  // namespace statgrep
