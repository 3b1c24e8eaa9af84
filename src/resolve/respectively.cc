// Tests: tests/unit/resolve_respectively_test.cc
#include "statgrep/resolve/respectively.h"

#include <algorithm>

namespace statgrep {
namespace {

class Sharing {
 public:
  Sharing(SentenceAnalysis& a, const Pack& pack) : a_(a), pack_(pack) {}

  void run() {
    for (uint32_t i = 0; i < a_.chunks.size(); ++i)
      if (is(i, Cls::adv_respectively)) share(last_before(i));
  }

 private:
  bool is(uint32_t chunk, Cls c) const { return a_.chunks[chunk].cls.meets(pack_.family(c)); }
  Frame& frame(size_t i) { return a_.frames[i]; }

  // The figure right before the word, or past the end: at most marks and times between.
  size_t last_before(uint32_t chunk) const {
    for (uint32_t i = chunk; i-- > 0;) {
      for (size_t f = 0; f < a_.frames.size(); ++f)
        if (a_.frames[f].chunk == i) return f;
      if (!a_.chunks[i].transparent && !is(i, Cls::punct_comma)) break;
    }
    return a_.frames.size();
  }

  // The figures from the first of one kind that goes on from the same subject up to this one.
  void share(size_t last) {
    if (last >= a_.frames.size() || frame(last).list_count > 1) return;
    size_t first = last;
    while (first > 0 && goes_with(first - 1, last)) --first;
    const size_t count = last - first + 1;
    if (count < 2 || !listed(first, count)) return;
    for (size_t i = first; i <= last; ++i) {
      frame(i).list_index = static_cast<uint16_t>(i - first);
      frame(i).list_count = static_cast<uint16_t>(count);
    }
  }

  bool goes_with(size_t i, size_t last) const {
    const Frame& f = a_.frames[i];
    const Frame& end = a_.frames[last];
    return f.list_count == 1 && f.quantity.kind == end.quantity.kind && f.measure == end.measure &&
           goes_on(i + 1, static_cast<int32_t>(i));
  }

  bool goes_on(size_t i, int32_t from) const {
    const int32_t antecedent = a_.frames[i].antecedent;
    return antecedent >= 0 &&
           (antecedent == from || antecedent == a_.frames[static_cast<size_t>(from)].antecedent);
  }

  // What they are told of is a list: of as many values before, or of names.
  bool listed(size_t first, size_t count) const {
    const Frame& f = a_.frames[first];
    if (f.antecedent >= 0) return a_.frames[static_cast<size_t>(f.antecedent)].list_count == count;
    return f.np >= 0 && a_.chunks[static_cast<size_t>(f.np)].cls.has(bit(Cls::np_list));
  }

  SentenceAnalysis& a_;
  const Pack& pack_;
};

}  // namespace

void share_out_respectively(SentenceAnalysis& sentence, const Pack& pack) {
  Sharing(sentence, pack).run();
}

}  // namespace statgrep
