// The small readers that inputs are made of: each against what a slow one says.
#include <catch2/catch.hpp>
#include <random>

#include "statgrep/input/csv.h"
#include "statgrep/input/dates.h"
#include "statgrep/input/encoding.h"
#include "statgrep/input/format.h"
#include "statgrep/input/globs.h"
#include "statgrep/input/html.h"
#include "statgrep/input/unit.h"

using namespace statgrep;
using namespace std::string_literals;

namespace {

// Gives its bytes in pieces of random sizes, as pipes do.
class Dribble : public ByteSource {
 public:
  Dribble(std::string text, unsigned seed) : text_(std::move(text)), random_(seed) {}
  std::variant<size_t, Error> read(char* to, size_t most) override {
    const size_t n = std::min({most, text_.size() - at_, static_cast<size_t>(random_() % 7 + 1)});
    text_.copy(to, n, at_);
    at_ += n;
    return n;
  }

 private:
  std::string text_;
  size_t at_ = 0;
  std::mt19937 random_;
};

// "source=bytes; …", errors as "!message".
std::string units(InputFormat format, std::unique_ptr<ByteSource> source, const ReaderOptions& options = {}) {
  ByteBuffer bytes(std::move(source));
  const auto splitter = make_splitter(format, "f", bytes, options);
  std::string out;
  while (const auto unit = splitter->next()) {
    if (!out.empty()) out += "; ";
    if (const auto* error = std::get_if<Error>(&*unit))
      out += '!' + to_string(*error);
    else
      out += std::get<Unit>(*unit).source + '=' + std::get<Unit>(*unit).bytes;
  }
  return out;
}

std::string random_text(std::mt19937& random, std::string_view letters, size_t most) {
  std::string out;
  for (size_t n = random() % most; n > 0; --n) out += letters[random() % letters.size()];
  return out;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += '<' + part + '>';
  return out;
}

}  // namespace

TEST_CASE("cutting does not depend on the pieces in which bytes come") {
  std::mt19937 random(7);
  const std::pair<InputFormat, std::string_view> kinds[] = {{InputFormat::jsonl, "{}\"\\ a\n"},
                                                            {InputFormat::json, "{}[]\"\\,: a\n"},
                                                            {InputFormat::csv, "\"\",\n\r ab"},
                                                            {InputFormat::warc, "WARC/1.\r\n: 0"},
                                                            {InputFormat::sgml, "<>/REUTERS"}};
  for (const auto& [format, letters] : kinds)
    for (unsigned i = 0; i < 300; ++i) {
      std::string text = random_text(random, letters, 80);
      if (format == InputFormat::sgml) text += "<REUTERS>" + text + "</REUTERS><REUTERS>";
      INFO(text);
      CHECK(units(format, std::make_unique<Dribble>(text, i)) == units(format, bytes_of(text)));
    }
}

TEST_CASE("what is too long is named and passed over, the next is read") {
  ReaderOptions options;
  options.max_bytes = 20;
  const std::string large(30, 'x');
  CHECK(units(InputFormat::jsonl, bytes_of("{}\n" + large + "\n{1}\n"), options) ==
        "f:1={}\n; !f:2: more than 20 bytes, the limit; --max-bytes raises it; f:3={1}\n");
  CHECK(units(InputFormat::csv, bytes_of("a,text\n1,\"" + large + "\"\n2,b\n"), options) ==
        "!f:2: more than 20 bytes, the limit; --max-bytes raises it; f:3=2,b\n");
}

TEST_CASE("records of a table: quotes hold marks and lines, a quote within a field is itself") {
  CHECK(joined(csv_fields("a,\"b,\"\"c\"\"\n\",\r\n", ',')) == "<a><b,\"c\"\n><>");
  CHECK(joined(csv_fields("5\" pipe\tx", '\t')) == "<5\" pipe><x>");
  CsvRecordEnd end(',');
  CHECK(end("1,\"a\nb\"\n2", 0) == 8);
  CsvRecordEnd inch(',');
  CHECK(inch("5\" pipe,x\n\"", 0) == 10);
}

TEST_CASE("the fields of a record are what they were before they were quoted") {
  std::mt19937 random(11);
  for (int i = 0; i < 500; ++i) {
    std::vector<std::string> fields;
    std::string record;
    for (size_t n = random() % 4 + 1; n > 0; --n) {
      fields.push_back(random_text(random, "a\",\n ", 8));
      std::string quoted = "\"";
      for (const char c : fields.back()) quoted += c == '"' ? "\"\"" : std::string(1, c);
      record += (record.empty() ? "" : ",") + quoted + '"';
    }
    CsvRecordEnd end(',');
    INFO(record);
    CHECK(end(record + "\nnext", 0) == record.size() + 1);
    CHECK(csv_fields(record + "\n", ',') == fields);
  }
}

TEST_CASE("dates as metadata has them") {
  const auto day = [](std::string_view text) {
    const auto date = metadata_date(text);
    return date ? to_string(*date) : "-"s;
  };
  for (const char* same :
       {"2023-10-20", "2023-10-20T08:00:00Z", "2023/10/20 08:00", "20231020", "20231020080000",
        "Fri, 20 Oct 2023 08:00:00 GMT", "October 20, 2023", "20-OCT-2023 15:01:01.79", " 20 october 2023",
        "1697788800", "1697788800000", "2023-10-20 08:00:00+08:00"})
    CHECK(day(same) == "2023-10-20");
  for (const char* none : {"", "yesterday", "2023", "13/45/2023", "2023-02-30", "12345", "Version 3.2.1"})
    CHECK(day(none) == "-");
}

TEST_CASE("formats by their bytes, names only where bytes say nothing") {
  const auto format = [](std::string_view head, std::string_view name = "") {
    return input_formats()[static_cast<size_t>(detect_format(head, name, ""))];
  };
  CHECK(format("Sales rose 3 percent.\n") == "text");
  CHECK(format("{\"text\": 1}\n{\"text\": 2}\n") == "jsonl");
  CHECK(format("\xEF\xBB\xBF {\"text\": \"no end") == "jsonl");
  CHECK(format("{\n \"text\": 1\n}") == "json");
  CHECK(format("[\n{\"text\": 1}]") == "json");
  CHECK(format("[1] Sales rose") == "text");
  CHECK(format("{braces} in a text") == "text");
  CHECK(format("id,Text,date\n1,x,y\n") == "csv");
  CHECK(format("id\tbody\n1\tx\n") == "tsv");
  CHECK(format("Sales, text and body rose\n") == "text");
  CHECK(format("<!DOCTYPE html>\n<html>") == "html");
  CHECK(format("<p>Sales</p>", "a.html") == "html");
  CHECK(format("<p>Sales</p>", "a.txt") == "text");
  CHECK(format("WARC/1.1\r\n") == "warc");
  CHECK(format("<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS") == "sgml");
}

TEST_CASE("character references, of whatever kind") {
  const auto resolved = [](std::string_view text) {
    std::string out;
    const size_t n = html_entity(text, out);
    return std::to_string(n) + ":" + out;
  };
  CHECK(resolved("&amp;x") == "5:&");
  CHECK(resolved("&eacute;") == "8:\xC3\xA9");
  CHECK(resolved("&#8364;") == "7:\xE2\x82\xAC");
  CHECK(resolved("&#x20AC ") == "7:\xE2\x82\xAC");
  CHECK(resolved("&#150;") == "6:\xE2\x80\x93");  // windows-1252, as browsers read it
  CHECK(resolved("&#xD800;") == "8:\xEF\xBF\xBD");
  CHECK(resolved("&nope;") == "0:");
  CHECK(resolved("&#;") == "0:");
  CHECK(resolved("& so") == "0:");
}

TEST_CASE("a page's text, block by block") {
  const auto text = [](std::string_view page) { return text_of_html(page).text; };
  CHECK(text("<p>One <b>two</b>\n  three</p><p>four</p>") == "One two three\n\nfour");
  CHECK(text("a<br>b<ul><li>c<li>d</ul>") == "a\nb\n\nc\nd");
  CHECK(text("<table><tr><th>Year<td>2023<tr><th>GDP<td>5.2</table>") == "Year  2023\nGDP  5.2");
  CHECK(text("<script>if (a<b) x</script><style>p{}</style>a<!-- no <p> -->b") == "ab");
  CHECK(text("<title>T &amp; U</title><p>x</p>") == "T & U\n\nx");
  CHECK(text("<title>T</title><h1>H</h1><p>x</p>") == "H\n\nx");
  CHECK(text("<nav><div><nav>a</nav></div>b</nav>c") == "c");
  CHECK(text("3 < 4 and <3>") == "3 < 4 and <3>");
  CHECK(text("<p title='a > b'>x</p><p") == "x");
  CHECK(text("") == "");
}

TEST_CASE("each character of a page's text stands where its place says") {
  std::mt19937 random(3);
  const char* pieces[] = {"<p>", "</p>", " ",    "\n",  "a",          "&amp;", "b",
                          "<b>", "</b>", "<br>", "c d", "<!-- x -->", "<nav>", "</nav>"};
  for (int i = 0; i < 400; ++i) {
    std::string page;
    for (size_t n = random() % 30; n > 0; --n) page += pieces[random() % std::size(pieces)];
    Document d;
    HtmlText read = text_of_html(page);
    d.text = read.text;
    d.steps = read.steps;
    INFO(page);
    for (uint32_t at = 0; at < d.text.size(); ++at) {
      const char c = d.text[at];
      if (c == 'a' || c == 'b' || c == 'c' || c == 'd') CHECK(page.at(d.to_source(at)) == c);
      if (c == '&') CHECK(page.substr(d.to_source(at), 5) == "&amp;");
    }
  }
}

TEST_CASE("nesting of any depth costs nothing, and what is not closed is still read in good time") {
  std::string deep;
  for (int i = 0; i < 200000; ++i) deep += "<div><b>";
  CHECK(text_of_html(deep + "x").text == "x");
  std::string open;
  for (int i = 0; i < 100000; ++i) open += "<nav>a<!--";
  CHECK(text_of_html(open).text.size() <= open.size());
}

TEST_CASE("encodings: marks, declarations, what is found") {
  const auto read = [](std::string bytes, std::string_view declared = "", std::string_view fallback = "") {
    const Encoded e = decode(std::move(bytes), {declared, fallback});
    return e.decoded.text;
  };
  CHECK(read("\xEF\xBB\xBF"
             "a") == "a");
  CHECK(read("\xFF\xFE"
             "a\0b\0"s) == "ab");
  CHECK(read("\xFE\xFF"
             "\0a\0b"s) == "ab");
  CHECK(read("S\0a\0l\0e\0s\0 \0u\0p\0"s) == "Sales up");
  CHECK(read("\xD6\xD0", "gb2312") == "\xE4\xB8\xAD");
  CHECK(read("\xE9", "iso-8859-1") == "\xC3\xA9");
  CHECK(read("\x80", "latin1") == "\xE2\x82\xAC");
  CHECK(read("\xD6\xD0", "", "gbk") == "\xE4\xB8\xAD");
  CHECK(read("\xE4\xB8\xAD", "gbk") == "\xE4\xB8\xAD");  // valid UTF-8 is what it is
  CHECK(read("\x93\xFA\x96{", "Shift_JIS") == "\xE6\x97\xA5\xE6\x9C\xAC");
  CHECK(is_encoding("Big5"));
  CHECK_FALSE(is_encoding("nope"));
}

TEST_CASE("paths: patterns of .gitignore and globs") {
  const auto left_out = [](const char* pattern, std::string_view path, bool directory = false) {
    PathFilter filter;
    REQUIRE_FALSE(filter.ignore(pattern));
    return directory ? !filter.enters(path) : !filter.reads(path);
  };
  CHECK(left_out("*.tmp", "a/b/c.tmp"));
  CHECK_FALSE(left_out("*.tmp", "c.tmp.txt"));
  CHECK(left_out("/a", "a", true));
  CHECK_FALSE(left_out("/a", "b/a", true));
  CHECK(left_out("a/", "b/a", true));
  CHECK_FALSE(left_out("a/", "b/a"));
  CHECK(left_out("a/*/c", "a/b/c"));
  CHECK_FALSE(left_out("a/*/c", "a/b/b/c"));
  CHECK(left_out("a/**/c", "a/b/b/c"));
  CHECK(left_out("a/**/c", "a/c"));
  CHECK(left_out("[!a-c]?.x", "dz.x"));
  CHECK_FALSE(left_out("[!a-c]?.x", "az.x"));
  CHECK(left_out("a[b", "a[b"));
  CHECK(left_out("\\!x", "!x"));
  CHECK_FALSE(left_out("# x", "# x"));
}
