#include "json_complaint.h"

#include <algorithm>
#include <iterator>

namespace statgrep {
namespace {

// nlohmann's message taken apart: "… while parsing CONTEXT - unexpected FOUND;
// expected …", or "… - PROBLEM; last read: '…'; expected …".
struct Complaint {
  std::string_view context;
  std::string_view found;
  std::string_view problem;
  bool at_end = false;  // the value was complete, something follows it

  explicit Complaint(std::string_view what) {
    constexpr std::string_view kContext = "while parsing ";
    constexpr std::string_view kUnexpected = "unexpected ";
    at_end = what.ends_with("expected end of input");
    what.remove_prefix(std::min(what.size(), what.find(kContext) + kContext.size()));
    const size_t dash = std::min(what.size(), what.find(" - "));
    context = what.substr(0, dash);
    what.remove_prefix(std::min(what.size(), dash + 3));
    if (what.starts_with(kUnexpected)) {
      found = what.substr(kUnexpected.size(), what.find(';') - kUnexpected.size());
    } else {
      problem = what.substr(0, what.find("; last read:"));
    }
  }
};

struct Wording {
  std::string_view theirs;
  std::string_view ours;
};

constexpr Wording kExpected[] = {{"value", "a value"},
                                 {"array", "',' or ']'"},
                                 {"object key", "a key in double quotes"},
                                 {"object separator", "':' after the key"},
                                 {"object", "',' or '}'"}};
constexpr Wording kFound[] = {{"end of input", "the end of the text"},
                              {"string literal", "a string"},
                              {"number literal", "a number"},
                              {"true literal", "true"},
                              {"false literal", "false"},
                              {"null literal", "null"}};

template <size_t size>
std::string reworded(const Wording (&table)[size], std::string_view theirs) {
  const auto* const entry = std::ranges::find(table, theirs, &Wording::theirs);
  return std::string(entry == std::end(table) ? theirs : entry->ours);
}

std::string in_plain_words(const Complaint& complaint) {
  const bool after_comma = (complaint.context == "value" && complaint.found == "']'") ||
                           (complaint.context == "object key" && complaint.found == "'}'");
  if (after_comma) return "no comma may stand before " + std::string(complaint.found);
  const bool bare_word = complaint.problem == "invalid literal";
  if (!complaint.problem.empty() && !bare_word) return std::string(complaint.problem);
  const std::string expected =
      complaint.at_end ? "the end of the text" : reworded(kExpected, complaint.context);
  const std::string found = bare_word ? "a bare word" : reworded(kFound, complaint.found);
  return "expected " + expected + " but found " + found;
}

// Where the thing complained of begins, given that the lexer stopped at `end`.
size_t place_of(const Complaint& complaint, std::string_view text, size_t end) {
  if (end == 0 || end > text.size()) return std::min(end, text.size());
  if (complaint.found == "string literal") return json_string_begin(text, end);
  if (complaint.found == "number literal") return json_number_begin(text, end);
  if (complaint.found == "false literal") return end - 5;
  if (complaint.found.ends_with(" literal")) return end - 4;
  size_t offset = end - 1;
  if (complaint.problem == "invalid literal") {
    while (offset > 0 && text[offset - 1] >= 'a' && text[offset - 1] <= 'z') --offset;
  }
  return offset;
}

}  // namespace

// `end` is one past the closing quote. A quote inside a string is preceded by
// an odd number of backslashes, the opening one by none.
size_t json_string_begin(std::string_view text, size_t end) {
  size_t quote = end - 1;
  while (true) {
    quote = text.rfind('"', quote - 1);
    size_t slashes = 0;
    while (slashes < quote && text[quote - 1 - slashes] == '\\') ++slashes;
    if (slashes % 2 == 0) return quote;
  }
}

size_t json_number_begin(std::string_view text, size_t end) {
  return text.find_last_not_of("0123456789+-.eE", end - 1) + 1;  // npos + 1 is 0
}

JsonComplaint json_complaint(std::string_view what, std::string_view text, size_t stopped) {
  const Complaint complaint(what);
  return {place_of(complaint, text, stopped), in_plain_words(complaint)};
}

}  // namespace statgrep
