// Tests: tests/unit/text_unsegmented_test.cc
#include "word_breaks.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <memory>

namespace statgrep {
namespace {

struct Close {
  void operator()(UBreakIterator* b) const { ubrk_close(b); }
  void operator()(UText* t) const { utext_close(t); }
};

UBreakIterator* iterator() {
  static thread_local const std::unique_ptr<UBreakIterator, Close> it = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<UBreakIterator, Close>(ubrk_open(UBRK_WORD, "", nullptr, 0, &status));
  }();
  return it.get();
}

}  // namespace

std::vector<uint32_t> word_starts(std::string_view text) {
  std::vector<uint32_t> out;
  UBreakIterator* words = iterator();
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, Close> view(
      utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status));
  if (words == nullptr || U_FAILURE(status) != 0) return out;
  ubrk_setUText(words, view.get(), &status);
  if (U_FAILURE(status) != 0) return out;
  for (int32_t at = ubrk_first(words); at != UBRK_DONE; at = ubrk_next(words))
    out.push_back(static_cast<uint32_t>(at));
  return out;
}

}  // namespace statgrep
