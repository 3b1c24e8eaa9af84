// Every input that a dump comes in, through the real program.
#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "e2e/run.h"

using namespace statgrep::test;
using namespace std::string_literals;
using Catch::Contains;

namespace {

const std::string kOther = "Exports fell 3 percent in April 2023.";

// "value source:line" of each record's first mention.
std::string places(const Run& run) {
  std::string out;
  for (const auto& r : run.records()) {
    const auto& m = r["mentions"][0];
    if (!out.empty()) out += "; ";
    out += r["value"].dump() + ' ' + m["source"].get<std::string>() + ':' + m["line"].dump();
  }
  return out;
}

std::string in(const TempDir& dir, const std::string& line) {
  return "cd " + quoted(dir.path()) + " && " + line;
}

std::string object(const std::string& fields) {
  return "{" + fields + "}\n";
}

}  // namespace

TEST_CASE("compressed texts are read, also in several members") {
  const TempDir dir;
  write_file(dir / "a.txt", kSentence + "\n");
  write_file(dir / "b.txt", kOther + "\n");
  shell(in(dir, "gzip -k a.txt && bzip2 -k a.txt; xz -k a.txt; (gzip -c a.txt; gzip -c b.txt) > two.gz"));
  CHECK(places(shell(in(dir, "\"$statgrep\" extract a.txt.gz"))) == "2.5 a.txt.gz:1");
  CHECK(places(shell(in(dir, "\"$statgrep\" extract two.gz"))) == "2.5 two.gz:1; -3 two.gz:2");
  CHECK(places(shell(in(dir, "\"$statgrep\" extract - < a.txt.gz"))) == "2.5 -:1");
  for (const char* packed : {"a.txt.bz2", "a.txt.xz"})
    if (std::filesystem::exists(dir / packed))
      CHECK(places(shell(in(dir, "\"$statgrep\" extract "s + packed))) == "2.5 "s + packed + ":1");
}

TEST_CASE("members of archives are named archive!inner, to a stated depth") {
  const TempDir dir;
  write_file(dir / "in/a.txt", kSentence + "\n");
  shell(in(dir, "tar czf one.tgz in && tar cf two.tar one.tgz && tar cf three.tar two.tar"));
  CHECK(places(shell(in(dir, "\"$statgrep\" extract one.tgz"))) == "2.5 one.tgz!in/a.txt:1");
  CHECK(places(shell(in(dir, "\"$statgrep\" extract three.tar"))) ==
        "2.5 three.tar!two.tar!one.tgz!in/a.txt:1");
  const Run deep = shell(in(dir, "\"$statgrep\" extract --max-depth 2 three.tar in/a.txt"));
  CHECK(deep.code == 2);
  CHECK(places(deep) == "2.5 in/a.txt:1");
  CHECK_THAT(deep.err, Contains("three.tar!two.tar!one.tgz: packed more than 2 times over"));
}

TEST_CASE("a damaged archive is named, what was good in it and the rest are read") {
  const TempDir dir;
  write_file(dir / "a.txt", kSentence + "\n");
  write_file(dir / "big.txt", std::string(300000, 'x') + "\n");
  write_file(dir / "c.txt", kOther + "\n");
  shell(in(dir, "tar cf x.tar a.txt big.txt && head -c 100000 x.tar > cut.tar"));
  const Run run = shell(in(dir, "\"$statgrep\" extract cut.tar c.txt"));
  CHECK(run.code == 2);
  CHECK(places(run) == "2.5 cut.tar!a.txt:1; -3 c.txt:1");
  CHECK_THAT(run.err, Contains("cut.tar!big.txt: "));
  const Run gz = extract({"-"}, "\x1F\x8B\x08\0\0\0\0\0"s + kSentence);
  CHECK(gz.code == 2);
  CHECK_THAT(gz.err, Contains("gzip"));
}

TEST_CASE("a bomb ends in an error that names it, and the rest goes on") {
  const TempDir dir;
  write_file(dir / "a.txt", kSentence + "\n");
  shell(in(dir, "head -c 60000000 /dev/zero | tr '\\0' 'x' | gzip -9 > bomb.gz"));
  const Run run = shell(in(dir, "\"$statgrep\" extract --max-expansion 100 bomb.gz a.txt"));
  CHECK(run.code == 2);
  CHECK(places(run) == "2.5 a.txt:1");
  CHECK_THAT(run.err, Contains("bomb.gz: unpacks to more than 100 times its size"));
}

TEST_CASE("JSON Lines: fields by their usual names, ids, dates, and lines that are broken") {
  const TempDir dir;
  write_file(dir / "d.jsonl",
             object("\"text\": \"Sales rose 2 percent in May.\", \"id\": \"one\", \"date\": \"2023-06-01\"") +
                 object("\"body\": \"Exports fell 3 percent in May.\", \"published\": \"Fri, 20 Oct 2024 "
                        "08:00:00 GMT\"") +
                 object("\"other\": 1") + "no json\n\n" + object("\"content\": null") +
                 object("\"content\": [\"Imports rose 4 percent.\", \"Prices fell 5 percent.\"], \"url\": "
                        "\"http://x/y\""));
  const Run run = shell(in(dir, "\"$statgrep\" extract d.jsonl"));
  CHECK(run.code == 2);
  CHECK(places(run) == "2 one:1; -3 d.jsonl:2:1; 4 http://x/y:1; -5 http://x/y:3");
  CHECK(run.records()[0]["period"]["start"] == "2023-05");
  CHECK(run.records()[1]["period"]["start"] == "2024-05");
  CHECK_THAT(run.err, Contains("d.jsonl:3: no field of text; --text-field names it (there are: other)"));
  CHECK_THAT(run.err, Contains("d.jsonl:4: no JSON at byte 2"));
}

TEST_CASE("fields that have names of their own are named") {
  const std::string line = object(
      "\"story\": {\"lead\": \"Sales rose 2 percent in May.\"}, \"day\": 1685577600, \"key\": 7, \"text\": "
      "\"x\"");
  const Run run =
      extract({"--text-field", "story.lead", "--date-field", "day", "--id-field", "key", "-"}, line);
  CHECK(places(run) == "2 7:1");
  CHECK(run.records()[0]["period"]["start"] == "2023-05");
  const Run none = extract({"--text-field", "nope", "-"}, line);
  CHECK(none.code == 2);
  CHECK_THAT(none.err, Contains("no field \"nope\" of text"));
}

TEST_CASE("an array of objects, and objects over several lines") {
  const std::string array =
      "[\n {\"text\": \"Sales rose 2 percent.\"},\n {\"text\": \"Exports fell 3 \\\"}] percent.\"},\n"
      " {\"text\": \"Imports rose 4 percent.\"}\n]\n";
  const Run run = extract({"-"}, array);
  CHECK(run.code == 0);
  CHECK(places(run) == "2 -#1:1; -3 -#2:1; 4 -#3:1");
  CHECK(places(extract({"-"}, "{\n \"text\":\n \"Sales rose 2 percent.\"\n}\n")) == "2 -#1:1");
  const Run cut = extract({"-"}, "[{\"text\": \"Sales rose 2 percent.\"}, {\"text\": \"Exp");
  CHECK(cut.code == 2);
  CHECK(places(cut) == "2 -#1:1");
  CHECK_THAT(cut.err, Contains("-#2: the object does not end"));
}

TEST_CASE("tables: quoted fields over lines, tabs, short rows") {
  const Run csv = extract(
      {"-"},
      "id,title,text,date\r\nr1,T,\"He said \"\"so\"\",\nsales rose 2 percent in May.\",2023-06-01\r\n"
      "r2,T\r\nr3,T,Exports fell 3 percent in May.,2024-06-01\r\n");
  CHECK(csv.code == 2);
  CHECK(places(csv) == "2 r1:2; -3 r3:1");
  CHECK(csv.records()[1]["period"]["start"] == "2024-05");
  CHECK_THAT(csv.err, Contains("-:4: the row has 2 of 4 fields"));
  CHECK(places(extract({"-"}, "text\tid\nSales rose 2, not 3 percent.\tx\n")).find(" x:1") !=
        std::string::npos);
}

TEST_CASE("a page gives its article, with places in its source") {
  const std::string page =
      "<!DOCTYPE html><html><head><title>Sales rise 9 percent</title>"
      "<meta property=\"article:published_time\" content=\"2023-06-15T08:00:00Z\">"
      "<script>var x = 'prices rose 8 percent';</script></head><body><nav>Home rose 7 percent</nav>\n"
      "<article><h1>Retail sales up</h1><p>Retail&nbsp;sales <b>rose</b> 2.5&#37; in May.</p>"
      "<p>If 3 < 4, exports fell 3 percent to &euro;4 billion.</p></article><footer>All fees rose 6 "
      "percent</footer></body>";
  const Run run = extract({"-"}, page);
  const auto records = run.records();
  REQUIRE(records.size() == 3);
  CHECK(records[0]["value"] == 2.5);
  CHECK(records[0]["period"]["start"] == "2023-05");
  CHECK(records[2]["unit"] == "EUR");
  const auto& m = records[0]["mentions"][0];
  const size_t start = m["start"], end = m["end"];
  CHECK(page.substr(start, end - start) == "Retail&nbsp;sales <b>rose</b> 2.5&");
  CHECK(m["line"] == 2);
  CHECK(places(extract({"-"}, "<p>Sales rose 2 percent.</p>")) == "2 -:1");  // a text with a tag in it
}

TEST_CASE("an element that is never closed takes nothing with it") {
  const Run run = extract({"-"}, "<html><body><nav>Home<p>Retail sales rose 2.5 percent.</p></body></html>");
  CHECK(places(run) == "2.5 -:1");
}

TEST_CASE("archives of the web: responses and conversions") {
  const auto record = [](const std::string& type, const std::string& uri, const std::string& payload) {
    return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + uri +
           "\r\nWARC-Date: 2023-06-20T00:00:00Z\r\nContent-Length: " + std::to_string(payload.size()) +
           "\r\n\r\n" + payload + "\r\n\r\n";
  };
  const std::string page = "<html><body><p>Sales rose 2 percent in May.</p></body></html>";
  const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n";
  const std::string warc =
      record("warcinfo", "", "software: x\r\n") + record("request", "http://a/", "GET / HTTP/1.1\r\n\r\n") +
      record("response", "http://a/p", http + page) +
      record("response", "http://a/404", "HTTP/1.1 404 No\r\nContent-Type: text/html\r\n\r\n" + page) +
      "garbage\r\n" + record("conversion", "http://a/w", "Exports fell 3 percent in May.") +
      record("response", "http://a/c",
             "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
             "b\r\nImports ros\r\n10;x=y\r\ne 4 percent now.\r\n0\r\n\r\n") +
      "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 500\r\n\r\nHTTP/1.1 200 OK";
  const Run run = extract({"-"}, warc);
  CHECK(places(run) == "2 http://a/p:1; -3 http://a/w:1; 4 http://a/c:1");
  CHECK(run.records()[0]["period"]["start"] == "2023-05");
  CHECK(run.code == 2);
  CHECK_THAT(run.err, Contains("no WARC record at byte"));
  CHECK_THAT(run.err, Contains("the record is cut off"));
}

TEST_CASE("wire stories of a collection") {
  const Run run = extract(
      {"-"},
      "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS NEWID=\"17\">\n<DATE> 3-MAR-1987 09:18:21.26</DATE>\n"
      "<UNKNOWN>&#5;&#22;f0288</UNKNOWN>\n<TEXT>&#2;\n<TITLE>SALES OF &lt;X> UP</TITLE>\n<DATELINE>  BASLE, "
      "March 3 - "
      "</DATELINE><BODY>The company said on Monday in a statement to its shareholders that sales rose 2\n"
      "percent in January.\n&#3;</BODY></TEXT>\n</REUTERS>\n");
  REQUIRE(run.records().size() == 1);
  CHECK(places(run) == "2 -#17:6");
  CHECK(run.records()[0]["period"]["start"] == "1987-01");
}

TEST_CASE("texts in other encodings, mixed in one dump") {
  const TempDir dir;
  // "5月份，产量同比增长3.1%。全国居民消费价格上涨0.2%。" in GB18030, "Café: sales …" in windows-1252
  write_file(dir / "gb",
             "5\xD4\xC2\xB7\xDD\xA3\xAC\xB2\xFA\xC1\xBF\xCD\xAC\xB1\xC8\xD4\xF6\xB3\xA4"
             "3.1%\xA1\xA3\xC8\xAB\xB9\xFA\xBE\xD3\xC3\xF1\xCF\xFB\xB7\xD1\xBC\xDB\xB8\xF1\xC9\xCF\xD5\xC7"
             "0.2%\xA1\xA3");
  write_file(dir / "latin", "The caf\xE9 \x96 a place for gar\xE7ons \x96 said sales rose 2 percent in May.");
  std::string wide = "\xFF\xFE";
  for (const char c : kOther) wide += std::string(1, c) + '\0';
  write_file(dir / "wide", wide);
  const Run run = shell(in(dir, "\"$statgrep\" extract ."));
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  CHECK(places(run) == "3.1 ./gb:1; 0.2 ./gb:1; 2 ./latin:1; -3 ./wide:1");
}

TEST_CASE("an encoding that the user names is that of texts which are not UTF-8") {
  const TempDir dir;
  write_file(dir / "a", "Umsatz \xFC: sales rose 2 percent.");
  CHECK(shell(in(dir, "\"$statgrep\" extract --encoding windows-1252 a")).code == 0);
  const Run bad = shell(in(dir, "\"$statgrep\" extract --encoding nope a"));
  CHECK(bad.code == 2);
  CHECK_THAT(bad.err, Contains("there is no encoding \"nope\""));
}

TEST_CASE("of directories what is ignored is left out, and only what is meant is read") {
  const TempDir dir;
  for (const char* name : {"a.txt", "b.md", "drafts/c.txt", "deep/er/d.txt", "deep/er/keep.tmp"})
    write_file(dir / name, kSentence);
  const auto sources = [&](const std::string& options) {
    std::set<std::string> out;
    for (const auto& r : shell(in(dir, "\"$statgrep\" extract " + options + " .")).records())
      for (const auto& m : r["mentions"]) out.insert(m["source"].get<std::string>().substr(2));
    return out;
  };
  using Names = std::set<std::string>;
  CHECK(sources("").size() == 5);
  CHECK(sources("--glob '*.txt'") == Names{"a.txt", "drafts/c.txt", "deep/er/d.txt"});
  CHECK(sources("--glob '*.txt' --glob '!drafts/**'") == Names{"a.txt", "deep/er/d.txt"});
  CHECK(sources("--ignore drafts/ --ignore '*.t?[px]' --ignore '!keep.tmp'").count("a.txt") == 1);
  CHECK(sources("--ignore /deep --ignore '*.md'") == Names{"a.txt", "drafts/c.txt"});
  CHECK(sources("--ignore 'deep/**/d.txt' --ignore drafts") == Names{"a.txt", "b.md", "deep/er/keep.tmp"});
  write_file(dir / "rules", "# a remark\n*.txt\n!a.txt\nrules\n");
  CHECK(sources("--ignore-file rules") == Names{"a.txt", "b.md", "deep/er/keep.tmp"});
}

TEST_CASE("names of inputs come from a list, ended by lines or by NUL") {
  const TempDir dir;
  write_file(dir / "a b.txt", kSentence);
  write_file(dir / "d/c.txt", kOther);
  write_file(dir / "list", "a b.txt\n\nd\nmissing\n");
  const Run run = shell(in(dir, "\"$statgrep\" extract --files-from list"));
  CHECK(run.code == 2);
  CHECK(places(run) == "2.5 a b.txt:1; -3 d/c.txt:1");
  CHECK(places(shell(in(dir, "printf 'a b.txt\\0d/c.txt' | \"$statgrep\" extract -0 --files-from -"))) ==
        "2.5 a b.txt:1; -3 d/c.txt:1");
}

TEST_CASE("the format that the user names overrides what the bytes look like") {
  CHECK(
      extract({"--input-format", "text", "-"}, object("\"x\": \"Sales rose 2 percent.\"")).records().size() ==
      1);
  CHECK(extract({"--input-format", "html", "-"},
                "<p>Sales rose 2 percent.</p><script>Prices rose 3 percent</script>")
            .records()
            .size() == 1);
  CHECK(extract({"--input-format", "pdf", "-"}, "x").code == 2);
}
