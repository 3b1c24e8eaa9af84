// WARC 1.0 and 1.1 (ISO 28500): records by their lengths. Those that hold no
// text that a reader would see are passed over.
// Tests: tests/unit/input_parts_test.cc
#include <algorithm>

#include "split.h"
#include "warc.h"

namespace statgrep {
namespace {

constexpr uint64_t kMostHeader = uint64_t{1} << 16;

class WarcRecords : public Splitter {
 public:
  WarcRecords(std::string name, ByteBuffer& bytes, const ReaderOptions& o)
      : name_(std::move(name)), bytes_(bytes), most_(most_bytes(o)) {}

  std::optional<std::variant<Unit, Error>> next() override {
    while (!ended_ && skip_blanks()) {
      ++number_;
      const size_t head =
          look_ahead(bytes_, kMostHeader, [](std::string_view held, size_t) { return warc_head_end(held); });
      const bool broken = head == std::string_view::npos || !bytes_.held().starts_with("WARC/");
      const WarcHead fields = broken ? WarcHead{} : read_warc_head(bytes_.held().substr(0, head));
      if (broken || !fields.length) return resume();
      if (fields.type != "response" && fields.type != "conversion") {
        if (!pass_over(head + *fields.length)) return cut_off();
        continue;
      }
      if (*fields.length > most_) {
        pass_over(head + *fields.length);
        return too_large(here(), most_);
      }
      const size_t size = head + *fields.length;
      if (bytes_.peek(size).size() < size) return cut_off();
      return Unit{here(), InputFormat::warc, bytes_.take(size), nullptr};
    }
    if (!bytes_.error() || ended_) return std::nullopt;
    ended_ = true;
    return *bytes_.error();
  }

 private:
  std::string here() const { return numbered(name_, '#', number_); }

  bool skip_blanks() {
    while (!bytes_.at_end()) {
      const std::string_view held = bytes_.held();
      const size_t first = held.find_first_not_of("\r\n");
      bytes_.skip(first == std::string_view::npos ? held.size() : first);
      if (first != std::string_view::npos) return true;
    }
    return false;
  }

  // Whether all of it was there.
  bool pass_over(uint64_t n) {
    while (n > 0 && !bytes_.at_end()) {
      const uint64_t part = std::min<uint64_t>(n, bytes_.held().size());
      bytes_.skip(part);
      n -= part;
    }
    return n == 0;
  }

  std::variant<Unit, Error> cut_off() {
    ended_ = true;
    if (bytes_.error()) return *bytes_.error();
    return Error{here(), 0, 0, "the record is cut off"};
  }

  // To the next line that begins a record.
  std::variant<Unit, Error> resume() {
    const Error error{here(), 0, 0, "no WARC record at byte " + std::to_string(bytes_.position())};
    bytes_.skip(1);
    while (true) {
      const std::string_view held = bytes_.peek(size_t{1} << 16);
      const size_t at = held.find("\nWARC/1.");
      if (at != std::string_view::npos) {
        bytes_.skip(at + 1);
        return error;
      }
      constexpr size_t kMark = 8;
      if (held.size() <= kMark) {
        bytes_.skip(held.size());
        return error;
      }
      bytes_.skip(held.size() - kMark);
    }
  }

  std::string name_;
  ByteBuffer& bytes_;
  uint64_t most_, number_ = 0;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<Splitter> split_warc(std::string name, ByteBuffer& bytes, const ReaderOptions& o) {
  return std::make_unique<WarcRecords>(std::move(name), bytes, o);
}

}  // namespace statgrep
