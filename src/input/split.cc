// Inputs that are one document, lines that are one each, and tables.
// Tests: tests/unit/input_parts_test.cc
#include "split.h"

#include "statgrep/input/csv.h"

namespace statgrep {
namespace {

// A whole input: a text, a page, one JSON object.
class Whole : public Splitter {
 public:
  Whole(InputFormat format, std::string name, ByteBuffer& bytes, const ReaderOptions& o)
      : format_(format), name_(std::move(name)), bytes_(bytes), most_(most_bytes(o)) {}

  std::optional<std::variant<Unit, Error>> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    const size_t size = bytes_.peek(most_ + 1).size();
    if (bytes_.error()) return *bytes_.error();
    if (size > most_) return too_large(name_, most_);
    return Unit{name_, format_, bytes_.take(size), nullptr};
  }

 private:
  InputFormat format_;
  std::string name_;
  ByteBuffer& bytes_;
  uint64_t most_;
  bool done_ = false;
};

// Passes over the rest of what is too long, up to one past the next `mark`.
void pass_over(ByteBuffer& bytes, char mark) {
  while (!bytes.at_end()) {
    const std::string_view held = bytes.held();
    const size_t at = held.find(mark);
    bytes.skip(at == std::string_view::npos ? held.size() : at + 1);
    if (at != std::string_view::npos) return;
  }
}

size_t line_end(std::string_view held, size_t from) {
  const size_t at = held.find('\n', from);
  return at == std::string_view::npos ? at : at + 1;
}

bool blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

class Lines : public Splitter {
 public:
  Lines(std::string name, ByteBuffer& bytes, const ReaderOptions& o)
      : name_(std::move(name)), bytes_(bytes), most_(most_bytes(o)) {
    if (bytes_.peek(3).starts_with("\xEF\xBB\xBF")) bytes_.skip(3);
  }

  std::optional<std::variant<Unit, Error>> next() override {
    while (!bytes_.at_end()) {
      ++line_;
      size_t end = look_ahead(bytes_, most_, line_end);
      if (end == std::string_view::npos && bytes_.held().size() > most_) {
        pass_over(bytes_, '\n');
        return too_large(name_, most_, static_cast<int>(line_));
      }
      if (end == std::string_view::npos) end = bytes_.held().size();
      if (end > most_ + 1) {  // its line end is not counted
        bytes_.skip(end);
        return too_large(name_, most_, static_cast<int>(line_));
      }
      std::string line = bytes_.take(end);
      if (!blank(line))
        return Unit{numbered(name_, ':', line_), InputFormat::jsonl, std::move(line), nullptr};
    }
    return ended();
  }

 private:
  std::optional<std::variant<Unit, Error>> ended() {
    if (!bytes_.error() || said_) return std::nullopt;
    said_ = true;
    return *bytes_.error();
  }

  std::string name_;
  ByteBuffer& bytes_;
  uint64_t most_, line_ = 0;
  bool said_ = false;
};

class Table : public Splitter {
 public:
  Table(char mark, std::string name, ByteBuffer& bytes, const ReaderOptions& o)
      : mark_(mark), name_(std::move(name)), bytes_(bytes), most_(most_bytes(o)) {
    if (bytes_.peek(3).starts_with("\xEF\xBB\xBF")) bytes_.skip(3);
  }

  std::optional<std::variant<Unit, Error>> next() override {
    if (!columns_) {
      const std::optional<std::string> head = record();
      columns_ = std::make_shared<const std::vector<std::string>>(csv_fields(head.value_or(""), mark_));
    }
    while (!bytes_.at_end()) {
      const uint64_t line = line_;
      std::optional<std::string> row = record();
      if (!row) return too_large(name_, most_, static_cast<int>(line));
      if (!blank(*row))
        return Unit{numbered(name_, ':', line), mark_ == ',' ? InputFormat::csv : InputFormat::tsv,
                    std::move(*row), columns_};
    }
    if (!bytes_.error() || said_) return std::nullopt;
    said_ = true;
    return *bytes_.error();
  }

 private:
  std::optional<std::string> record() {
    size_t end = look_ahead(bytes_, most_, CsvRecordEnd(mark_));
    if (end == std::string_view::npos && bytes_.held().size() > most_) {
      pass_over(bytes_, '\n');
      ++line_;
      return std::nullopt;
    }
    if (end == std::string_view::npos) end = bytes_.held().size();
    std::string out = bytes_.take(end);
    for (const char c : out) line_ += c == '\n' ? 1 : 0;
    if (end > most_ + 1) return std::nullopt;
    return out;
  }

  char mark_;
  std::string name_;
  ByteBuffer& bytes_;
  uint64_t most_, line_ = 1;
  std::shared_ptr<const std::vector<std::string>> columns_;
  bool said_ = false;
};

}  // namespace

Error too_large(const std::string& name, uint64_t limit, int line) {
  const bool at_most = limit >= kMostBytes;
  return {name, line, 0,
          "more than " + std::to_string(limit) + " bytes, " +
              (at_most ? "which is all that can be read; split it" : "the limit; --max-bytes raises it")};
}

std::string numbered(const std::string& name, char mark, uint64_t n) {
  return name + mark + std::to_string(n);
}

std::unique_ptr<Splitter> split_whole(InputFormat format, std::string name, ByteBuffer& bytes,
                                      const ReaderOptions& o) {
  return std::make_unique<Whole>(format, std::move(name), bytes, o);
}

std::unique_ptr<Splitter> split_lines(std::string name, ByteBuffer& bytes, const ReaderOptions& o) {
  return std::make_unique<Lines>(std::move(name), bytes, o);
}

std::unique_ptr<Splitter> split_table(char mark, std::string name, ByteBuffer& bytes,
                                      const ReaderOptions& o) {
  return std::make_unique<Table>(mark, std::move(name), bytes, o);
}

std::unique_ptr<Splitter> make_splitter(InputFormat format, std::string name, ByteBuffer& bytes,
                                        const ReaderOptions& o) {
  switch (format) {
    case InputFormat::jsonl:
      return split_lines(std::move(name), bytes, o);
    case InputFormat::json:
      return split_json(std::move(name), bytes, o);
    case InputFormat::csv:
      return split_table(',', std::move(name), bytes, o);
    case InputFormat::tsv:
      return split_table('\t', std::move(name), bytes, o);
    case InputFormat::warc:
      return split_warc(std::move(name), bytes, o);
    case InputFormat::sgml:
      return split_sgml(std::move(name), bytes, o);
    case InputFormat::text:
    case InputFormat::html:
      break;
  }
  return split_whole(format, std::move(name), bytes, o);
}

}  // namespace statgrep
