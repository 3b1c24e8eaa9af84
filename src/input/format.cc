// Tests: tests/unit/input_parts_test.cc
#include "statgrep/input/format.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <nlohmann/json.hpp>

#include "statgrep/input/csv.h"

namespace statgrep {
namespace {

constexpr std::array kNames = {"text", "html", "jsonl", "json", "csv", "tsv", "warc", "sgml"};

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

std::string_view without_mark_and_blanks(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const size_t first = head.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view() : head.substr(first);
}

// "<!doctype html", "<html", or one of the elements that pages begin with.
bool looks_like_html(std::string_view head) {
  if (head.empty() || head[0] != '<') return false;
  const std::string text = lower(head.substr(0, 4096));
  for (const char* tag : {"<!doctype html", "<html", "<head", "<body", "<article"})
    if (text.find(tag) != std::string::npos) return true;
  return false;
}

bool looks_like_wire(std::string_view head) {
  return head.starts_with("<!DOCTYPE lewis") || head.starts_with("<REUTERS") ||
         head.substr(0, 4096).find("\n<REUTERS") != std::string_view::npos;
}

// One object a line, or objects over several lines.
std::optional<InputFormat> json_kind(std::string_view head) {
  if (head.starts_with('[')) {
    const std::string_view inner = without_mark_and_blanks(head.substr(1));
    return inner.starts_with('{') || inner.starts_with(']') ? std::optional(InputFormat::json) : std::nullopt;
  }
  if (!head.starts_with('{')) return std::nullopt;
  const std::string_view line = head.substr(0, head.find('\n'));
  const std::string_view inner = without_mark_and_blanks(head.substr(1));
  if (!inner.starts_with('"') && !inner.starts_with('}')) return std::nullopt;
  const bool whole = line.size() < head.size() && nlohmann::json::accept(line);
  const bool cut = line.size() == head.size();  // a line longer than what was looked at, or the only one
  return whole || cut ? InputFormat::jsonl : InputFormat::json;
}

bool has_text_column(std::string_view line, char mark, std::string_view text_field) {
  const std::vector<std::string> columns = csv_fields(line, mark);
  if (columns.size() < 2) return false;
  return std::any_of(columns.begin(), columns.end(), [&](const std::string& column) {
    if (!text_field.empty()) return column == text_field;
    const auto& usual = usual_text_fields();
    return std::find(usual.begin(), usual.end(), lower(column)) != usual.end();
  });
}

bool ends_with(std::string_view name, std::string_view ending) {
  return lower(name).ends_with(ending);
}

}  // namespace

const std::vector<std::string>& input_formats() {
  static const std::vector<std::string> names(kNames.begin(), kNames.end());
  return names;
}

std::optional<InputFormat> input_format_from(std::string_view name) {
  for (size_t i = 0; i < kNames.size(); ++i)
    if (name == kNames[i]) return static_cast<InputFormat>(i);
  return std::nullopt;
}

InputFormat detect_format(std::string_view head, std::string_view name, std::string_view text_field) {
  head = without_mark_and_blanks(head.substr(0, kFormatSample));
  if (head.starts_with("WARC/1.")) return InputFormat::warc;
  if (looks_like_wire(head)) return InputFormat::sgml;
  if (looks_like_html(head)) return InputFormat::html;
  if (const auto kind = json_kind(head)) return *kind;
  const std::string_view line = head.substr(0, head.find('\n'));
  if (has_text_column(line, '\t', text_field)) return InputFormat::tsv;
  if (has_text_column(line, ',', text_field)) return InputFormat::csv;
  if ((ends_with(name, ".htm") || ends_with(name, ".html")) && head.find('<') != std::string_view::npos)
    return InputFormat::html;
  return InputFormat::text;
}

const std::vector<std::string>& usual_text_fields() {
  static const std::vector<std::string> names = {"text",         "body",      "content", "article",
                                                 "article_text", "full_text", "fulltext"};
  return names;
}

const std::vector<std::string>& usual_date_fields() {
  static const std::vector<std::string> names = {"date",         "published",    "created_at", "published_at",
                                                 "publish_date", "date_publish", "pubdate",    "timestamp"};
  return names;
}

const std::vector<std::string>& usual_id_fields() {
  static const std::vector<std::string> names = {"id", "url", "uri", "doc_id", "guid"};
  return names;
}

}  // namespace statgrep
