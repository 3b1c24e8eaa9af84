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

std::vector<TokenRange> TopicNamer::items(TokenRange r) const {
  std::vector<TokenRange> out;
  uint32_t first = r.first;
  for (uint32_t i = r.first; i <= r.last; ++i) {
    if (i < r.last && !joins(i)) continue;
    if (i > first) out.push_back({first, i});
    first = i + 1;
  }
  return out;
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

TopicName TopicNamer::name(TokenRange phrase, bool shared_out) const {
  TopicName out;
  const TokenRange r = without_place(phrase, out.area);
  if (shared_out) {
    if (out.each = pair(r); !out.each.empty()) return out;
    const std::vector<TokenRange> parts = items(r);
    const auto measures = [&](TokenRange t) { return is(t.last - 1, Cls::noun); };
    if (parts.size() > 1) {
      const TokenRange last = parts.back(), first = parts.front();
      const bool head = last.size() > 1 && measures(last);  // 粮食、棉花 产量
      const bool stem = first.size() > 1 && measures(first) && last.size() == 1 && measures(last);
      for (const TokenRange& part : parts) {
        std::string item = words(part);
        if (head && !measures(part)) item += words({last.last - 1, last.last});
        if (stem && part.first != first.first && part.size() == 1)
          item = words({first.first, first.last - 1}) + item;
        out.each.push_back(std::move(item));
      }
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
