// What was cut, read: decoded, its fields told apart, its markup removed.
// Tests: tests/unit/input_reader_test.cc, tests/unit/input_parts_test.cc
#include "statgrep/input/unit.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sgml.h"
#include "split.h"
#include "statgrep/input/csv.h"
#include "statgrep/input/dates.h"
#include "statgrep/input/decode.h"
#include "statgrep/input/encoding.h"
#include "statgrep/input/html.h"
#include "statgrep/input/reader.h"
#include "statgrep/input/unpack.h"
#include "warc.h"

namespace statgrep {
namespace {

using nlohmann::json;

class UnitReader {
 public:
  UnitReader(Unit unit, const ReaderOptions& options) : unit_(std::move(unit)), options_(options) {}

  ReadResult run() {
    switch (unit_.format) {
      case InputFormat::text:
        text(std::move(unit_.bytes), "");
        break;
      case InputFormat::html:
        page(std::move(unit_.bytes), "");
        break;
      case InputFormat::jsonl:
      case InputFormat::json:
        object();
        break;
      case InputFormat::csv:
      case InputFormat::tsv:
        row();
        break;
      case InputFormat::warc:
        record();
        break;
      case InputFormat::sgml:
        story();
        break;
    }
    return std::move(result_);
  }

 private:
  std::string decoded(std::string bytes, std::string_view declared) {
    Encoded read = decode(std::move(bytes), {declared, options_.encoding});
    if (read.decoded.replaced > 0) note(read);
    return std::move(read.decoded.text);
  }

  void note(const Encoded& read) {
    const Decoded& d = read.decoded;
    std::string what = "invalid " + (read.charset.empty() ? "UTF-8" : read.charset) + " replaced (" +
                       std::to_string(d.replaced) + (d.replaced == 1 ? " place" : " places");
    if (read.charset.empty())
      what += (d.replaced == 1 ? " at byte " : ", first at byte ") + std::to_string(d.first_invalid);
    result_.notes.push_back({unit_.source, 0, 0, what + ")"});
  }

  // The document of a text; `source_lines` is what its places are counted in.
  void finish(std::string text, std::string_view lines_of, std::optional<Date> date) {
    if (text.size() > kMostBytes) return fail(too_large(unit_.source, kMostBytes).message);
    Document d;
    d.line_starts = line_starts_of(lines_of.data() == nullptr ? std::string_view(text) : lines_of);
    d.source = unit_.source;
    d.text = std::move(text);
    d.date = options_.date ? options_.date : date;
    d.lang = options_.lang;
    d.steps = std::move(steps_);
    result_.document = std::move(d);
  }

  void fail(const std::string& message, int line = 0, int column = 0) {
    result_.error = Error{unit_.source, line, column, message};
  }

  void text(std::string bytes, std::string_view charset, std::optional<Date> date = std::nullopt) {
    finish(decoded(std::move(bytes), charset), {}, date);
  }

  void page(std::string bytes, std::string_view charset, std::optional<Date> date = std::nullopt) {
    const std::string declared(charset.empty() ? html_charset(bytes) : charset);
    const std::string source = decoded(std::move(bytes), declared);
    HtmlText read = text_of_html(source);
    steps_ = std::move(read.steps);
    finish(std::move(read.text), source, read.date ? read.date : date);
  }

  void story() {
    const std::string source = decoded(std::move(unit_.bytes), "windows-1252");
    WireStory read = read_wire_story(source);
    if (const size_t mark = unit_.source.rfind('#'); !read.id.empty() && mark != std::string::npos)
      unit_.source.replace(mark + 1, std::string::npos, read.id);
    steps_ = std::move(read.text.steps);
    finish(std::move(read.text.text), source, read.text.date);
  }

  // The first of `usual`, or the one that the user named.
  template <class Has>
  static std::string field(const std::string& named, const std::vector<std::string>& usual, Has has) {
    if (!named.empty()) return has(named) ? named : "";
    for (const std::string& name : usual)
      if (has(name)) return name;
    return "";
  }

  void no_text(const std::string& names) {
    fail((options_.text_field.empty() ? "no field of text; --text-field names it"
                                      : "no field \"" + options_.text_field + "\" of text") +
         (names.empty() ? "" : " (there are: " + names + ")"));
  }

  static std::string listed(const std::vector<std::string>& names) {
    constexpr size_t kMost = 12;
    std::string out;
    for (size_t i = 0; i < names.size() && i < kMost; ++i) out += (i == 0 ? "" : ", ") + names[i];
    return names.size() > kMost ? out + ", …" : out;
  }

  static std::string printed(const json& value) {
    return value.is_string() ? value.get<std::string>() : value.is_number() ? value.dump() : "";
  }

  // A text, or paragraphs in a list.
  static std::optional<std::string> text_in(const json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_null()) return "";
    if (!value.is_array()) return std::nullopt;
    std::string out;
    for (const json& part : value) {
      if (!part.is_string()) return std::nullopt;
      out += (out.empty() ? "" : "\n\n") + part.get<std::string>();
    }
    return out;
  }

  // "article.body": a name, or names on the way down.
  static const json* member(const json& object, const std::string& path) {
    if (const auto found = object.find(path); found != object.end()) return &*found;
    const size_t dot = path.find('.');
    if (dot == std::string::npos) return nullptr;
    const auto outer = object.find(path.substr(0, dot));
    return outer != object.end() && outer->is_object() ? member(*outer, path.substr(dot + 1)) : nullptr;
  }

  void object() {
    const std::string source = decoded(std::move(unit_.bytes), "");
    json value;
    try {
      value = json::parse(source);
    } catch (const json::parse_error& e) {
      const std::string_view what =
          e.what();  // "[json.exception…] parse error at line 1, column 2: syntax error …"
      const size_t colon = what.find(": ");
      return fail("no JSON at byte " + std::to_string(e.byte) +
                  std::string(colon == std::string_view::npos ? "" : what.substr(colon)));
    }
    if (!value.is_object()) return fail("no JSON object");
    const auto is_text = [&](const std::string& name) {
      const json* m = member(value, name);
      return m != nullptr && text_in(*m).has_value();
    };
    const auto is_value = [&](const std::string& name) {
      const json* m = member(value, name);
      return m != nullptr && !printed(*m).empty();
    };
    const std::string name = field(options_.text_field, usual_text_fields(), is_text);
    if (name.empty()) {
      std::vector<std::string> names;
      for (const auto& item : value.items()) names.push_back(item.key());
      return no_text(listed(names));
    }
    const std::string date = field(options_.date_field, usual_date_fields(), is_value);
    const std::string id = field(options_.id_field, usual_id_fields(), is_value);
    if (!id.empty()) unit_.source = printed(*member(value, id));
    fields(*text_in(*member(value, name)), date.empty() ? "" : printed(*member(value, date)));
  }

  void row() {
    const std::string source = decoded(std::move(unit_.bytes), "");
    const std::vector<std::string> values = csv_fields(source, unit_.format == InputFormat::csv ? ',' : '\t');
    std::vector<std::string> small;
    for (const std::string& c : *unit_.columns) small.push_back(lower(c));
    const auto column = [&](const std::string& name) -> size_t {
      const auto exact = std::find(unit_.columns->begin(), unit_.columns->end(), name);
      if (exact != unit_.columns->end()) return static_cast<size_t>(exact - unit_.columns->begin());
      return static_cast<size_t>(std::find(small.begin(), small.end(), name) - small.begin());
    };
    const auto has = [&](const std::string& name) { return column(name) < small.size(); };
    const std::string name = field(options_.text_field, usual_text_fields(), has);
    if (name.empty()) return no_text(listed(*unit_.columns));
    if (column(name) >= values.size())
      return fail("the row has " + std::to_string(values.size()) + " of " + std::to_string(small.size()) +
                  " fields");
    const auto value = [&](const std::string& of) {
      return of.empty() || column(of) >= values.size() ? "" : values[column(of)];
    };
    const std::string id = value(field(options_.id_field, usual_id_fields(), has));
    if (!id.empty()) unit_.source = id;
    fields(values[column(name)], value(field(options_.date_field, usual_date_fields(), has)));
  }

  static std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
  }

  void fields(std::string text, const std::string& date) {
    finish(decode_utf8(std::move(text)).text, {}, metadata_date(date));
  }

  // One of WARC: a page, or a text made of one (WET).
  void record() {
    const std::string bytes = std::move(unit_.bytes);
    const WarcHead head = read_warc_head(std::string_view(bytes).substr(0, warc_head_end(bytes)));
    std::string_view body = std::string_view(bytes).substr(warc_head_end(bytes));
    if (!head.target.empty()) unit_.source = head.target;
    const std::optional<Date> date = metadata_date(head.date);
    if (head.type == "conversion") return text(std::string(body), "", date);
    const size_t end = warc_head_end(body);
    const HttpHead http = read_http_head(body.substr(0, end));
    if (http.status < 200 || http.status >= 300 || end == std::string_view::npos) return;
    std::string content(body.substr(end));
    if (http.chunked) content = without_chunks(content);
    if (is_packed(content) && !unpack(content)) return;
    if (http.content_type.find("html") != std::string::npos)
      page(std::move(content), charset_of(http.content_type), date);
    else if (http.content_type.starts_with("text/plain"))
      text(std::move(content), charset_of(http.content_type), date);
  }

  // Content-Encoding: gzip. Whether it could be read.
  bool unpack(std::string& content) {
    Unpacker unpacker(unit_.source, std::make_unique<ByteBuffer>(bytes_of(content)), options_.max_expansion);
    auto member = unpacker.next();
    if (!member) return false;
    if (const auto* error = std::get_if<Error>(&*member)) return fail(error->message), false;
    ByteBuffer all(std::move(std::get<Unpacker::Member>(*member).bytes));
    const uint64_t most = most_bytes(options_);
    std::string out = all.take(most + 1);
    if (all.error()) return fail(all.error()->message), false;
    if (out.size() > most) return fail(too_large("", most).message), false;
    content = std::move(out);
    return true;
  }

  Unit unit_;
  const ReaderOptions& options_;
  std::vector<OffsetStep> steps_;
  ReadResult result_;
};

}  // namespace

ReadResult read_unit(Unit unit, const ReaderOptions& options) {
  return UnitReader(std::move(unit), options).run();
}

ReadResult make_document(std::string name, std::string bytes, const ReaderOptions& options) {
  if (!utf16_kind(bytes)) {
    if (const auto kind = binary_kind(bytes)) {
      ReadResult result;
      result.notes.push_back({std::move(name), 0, 0, "skipped: looks like " + *kind});
      return result;
    }
  }
  return read_unit({std::move(name), InputFormat::text, std::move(bytes), nullptr}, options);
}

}  // namespace statgrep
