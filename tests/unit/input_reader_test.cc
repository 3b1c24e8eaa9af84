#include <catch2/catch.hpp>
#include <filesystem>

#include "statgrep/input/reader.h"
#include "unit/temp_dir.h"

using namespace statgrep;
using namespace std::string_literals;
using statgrep::test::TempDir;
using statgrep::test::write_file;

namespace {

// What becomes of the first document of an input.
ReadResult read_document(const Input& input, const ReaderOptions& options) {
  InputStream inputs({input.name});
  DocumentStream documents(inputs, options);
  auto item = documents.next();
  ReadResult out;
  if (!item) return out;
  if (auto* unit = std::get_if<Unit>(&*item)) return read_unit(std::move(*unit), options);
  if (auto* error = std::get_if<Error>(&*item)) out.error = *error;
  if (auto* note = std::get_if<DocumentStream::Note>(&*item)) out.notes.push_back(note->text);
  return out;
}

}  // namespace

TEST_CASE("a document has its source, text, lines, date and language") {
  const TempDir dir;
  write_file(dir / "a.txt", "one\r\ntwo\n");
  ReaderOptions options;
  options.date = parse_date("2024-06-12");
  options.lang = "en";
  const ReadResult result = read_document({dir / "a.txt"}, options);
  REQUIRE(result.document);
  CHECK(result.notes.empty());
  const Document& document = *result.document;
  CHECK(document.source == dir / "a.txt");
  CHECK(document.text == "one\r\ntwo\n");
  CHECK(document.date == options.date);
  CHECK(document.lang == "en");
  CHECK(document.line_of(0) == 1);
  CHECK(document.line_of(4) == 1);
  CHECK(document.line_of(5) == 2);
  CHECK(document.to_source(5) == 5);
}

TEST_CASE("an empty file is a document without text") {
  const TempDir dir;
  write_file(dir / "empty", "");
  const ReadResult result = read_document({dir / "empty"}, {});
  REQUIRE(result.document);
  CHECK(result.document->text.empty());
  CHECK(result.notes.empty());
}

TEST_CASE("invalid UTF-8 is said once for a file") {
  const ReadResult one = make_document("f", "ab\xFF", {});
  REQUIRE(one.document);
  REQUIRE(one.notes.size() == 1);
  CHECK(to_string(one.notes[0]) == "f: invalid UTF-8 replaced (1 place at byte 2)");
  const ReadResult three = make_document("f",
                                         "\xEF\xBB\xBF"
                                         "ab\xFF\xFE\xFD",
                                         {});
  REQUIRE(three.notes.size() == 1);
  CHECK(three.notes[0].message == "invalid UTF-8 replaced (3 places, first at byte 5)");
}

TEST_CASE("binary data is skipped with a note and is no error") {
  const ReadResult result = make_document("f.gz", "\x1F\x8B\x08\0"s, {});
  CHECK_FALSE(result.document);
  CHECK_FALSE(result.error);
  REQUIRE(result.notes.size() == 1);
  CHECK(to_string(result.notes[0]) == "f.gz: skipped: looks like gzip data");
}

TEST_CASE("an input beyond the limit is an error that names the option") {
  const TempDir dir;
  write_file(dir / "large", std::string(101, 'a'));
  ReaderOptions options;
  options.max_bytes = 100;
  const ReadResult result = read_document({dir / "large"}, options);
  CHECK_FALSE(result.document);
  REQUIRE(result.error);
  CHECK(to_string(*result.error) ==
        dir / "large" + ": more than 100 bytes, the limit; --max-bytes raises it");
  options.max_bytes = 101;
  CHECK(read_document({dir / "large"}, options).document);
}

TEST_CASE("files larger than a block are read whole") {
  const TempDir dir;
  for (const size_t size : {262143U, 262144U, 262145U, 1000000U}) {
    const std::string text(size, 'x');
    write_file(dir / "f", text);
    const ReadResult result = read_document({dir / "f"}, {});
    REQUIRE(result.document);
    CHECK(result.document->text == text);
  }
  // A size that is not known beforehand.
  const ReadResult status = read_document({"/proc/self/status"}, {});
  REQUIRE(status.document);
  CHECK(status.document->text.size() > 100);
}

TEST_CASE("what cannot be opened or read is an error with its name") {
  const TempDir dir;
  const ReadResult missing = read_document({dir / "missing"}, {});
  REQUIRE(missing.error);
  CHECK(to_string(*missing.error) == dir / "missing" + ": No such file or directory");
  CHECK(std::holds_alternative<Error>(open_bytes({dir / "missing"})));
}
