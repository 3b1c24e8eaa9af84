// Tests: tests/unit/app_language_test.cc
#include "statgrep/app/language.h"

#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "statgrep/pack/words.h"

namespace statgrep {
namespace {

constexpr size_t kEnough = 16384;  // bytes, to tell languages apart
constexpr size_t kPieces = 2000;

// A character that is a word or a part of one weighs as the letters of a word do.
constexpr size_t kLettersInWord = 3;

UScriptCode script_code(std::string_view name) {
  UScriptCode code = USCRIPT_UNKNOWN;
  UErrorCode status = U_ZERO_ERROR;
  uscript_getCode(std::string(name).c_str(), &code, 1, &status);
  return code;
}

// How many letters of a text are of each script asked for.
class Letters {
 public:
  explicit Letters(const PackSet& packs) {
    for (const Pack& pack : packs.packs())
      if (!pack.script().empty()) counted_.push_back({&pack, script_code(pack.script()), 0});
  }

  bool several() const {
    return std::any_of(counted_.begin(), counted_.end(),
                       [&](const Count& c) { return c.script != counted_[0].script; });
  }

  // The packs of the script that the text has most of; none where it has no letters of any.
  std::vector<const Pack*> most(std::string_view text) {
    count(text);
    size_t best = 0;
    for (const Count& c : counted_) best = std::max(best, c.letters);
    std::vector<const Pack*> out;
    for (const Count& c : counted_)
      if (best > 0 && c.letters == best) out.push_back(c.pack);
    return out;
  }

 private:
  struct Count {
    const Pack* pack;
    UScriptCode script;
    size_t letters;
  };

  void count(std::string_view text) {
    size_t latin = 0;
    for (Count& c : counted_) c.letters = 0;
    const auto size = static_cast<int32_t>(std::min(text.size(), kEnough));
    for (int32_t i = 0; i < size;) {
      const char ascii = text[static_cast<size_t>(i)];
      if (static_cast<unsigned char>(ascii) < 0x80) {
        latin += ((ascii | 0x20) >= 'a' && (ascii | 0x20) <= 'z') ? 1 : 0;
        ++i;
        continue;
      }
      UChar32 c;
      U8_NEXT_OR_FFFD(text.data(), i, size, c);
      UErrorCode status = U_ZERO_ERROR;
      const UScriptCode script = uscript_getScript(c, &status);
      for (Count& k : counted_)
        if (k.script == script) k.letters += script == USCRIPT_LATIN ? 1 : kLettersInWord;
    }
    for (Count& k : counted_)
      if (k.script == USCRIPT_LATIN) k.letters += latin;
  }

  std::vector<Count> counted_;
};

// How many of the text's first pieces the pack's lexicon has as words.
size_t words_known(const Pack& pack, std::string_view text) {
  size_t known = 0;
  std::string folded;
  uint32_t width = 0;
  for (size_t n = 0, at = 0; at < text.size() && n < kPieces;) {
    const auto here = static_cast<uint32_t>(at);
    if (is_space_at(text, here, width)) {
      at += width;
      continue;
    }
    const Piece piece = next_piece(text, here);
    at = piece.span.end;
    ++n;
    if (piece.shape != Shape::word && piece.shape != Shape::ideograph) continue;
    folded.clear();
    fold_word(piece.span.in(text), folded);
    known += pack.word(folded) != kNone ? 1 : 0;
  }
  return known;
}

const Pack* best_of(const std::vector<const Pack*>& packs, std::string_view text) {
  if (packs.size() < 2) return packs.empty() ? nullptr : packs.front();
  const Pack* best = nullptr;
  size_t most = 0;
  for (const Pack* pack : packs) {
    const size_t known = words_known(*pack, text);
    if (best != nullptr && known <= most) continue;
    best = pack;
    most = known;
  }
  return best;
}

std::vector<const Pack*> all_of(const PackSet& packs) {
  std::vector<const Pack*> out;
  for (const Pack& pack : packs.packs()) out.push_back(&pack);
  return out;
}

}  // namespace

const Pack* choose_pack(const PackSet& packs, const std::string& lang, std::string_view text) {
  if (lang != "auto" && !lang.empty()) return packs.find(lang);
  if (packs.packs().size() < 2) return best_of(all_of(packs), text);
  const std::vector<const Pack*> found = Letters(packs).most(text);
  return best_of(found.empty() ? all_of(packs) : found, text);
}

std::vector<LanguagePart> language_parts(const PackSet& packs, const std::string& lang,
                                         std::string_view text) {
  const Pack* whole = choose_pack(packs, lang, text);
  std::vector<LanguagePart> out{{whole, {{0, static_cast<uint32_t>(text.size())}}}};
  Letters letters(packs);
  if (whole == nullptr || (lang != "auto" && !lang.empty()) || !letters.several()) return out;
  out[0].spans.clear();
  size_t now = 0;  // the part of the line before
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::vector<const Pack*> found = letters.most(text.substr(at, end - at));
    const bool same = found.empty() || std::find(found.begin(), found.end(), out[now].pack) != found.end();
    if (!same) {
      const Pack* pack = best_of(found, text.substr(at, end - at));
      now = static_cast<size_t>(
          std::find_if(out.begin(), out.end(), [&](const LanguagePart& p) { return p.pack == pack; }) -
          out.begin());
      if (now == out.size()) out.push_back({pack, {}});
    }
    std::vector<Span>& spans = out[now].spans;
    if (!spans.empty() && spans.back().end == at)
      spans.back().end = static_cast<uint32_t>(end);
    else
      spans.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
    at = end;
  }
  if (out[0].spans.empty()) out[0].spans.push_back({0, 0});
  return out;
}

}  // namespace statgrep
