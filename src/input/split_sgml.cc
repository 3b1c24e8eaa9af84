// An example of how a reader is added: cut at a mark here, read the fields in
// sgml.cc, give it a name in format.cc and a line in make_splitter.
// Tests: tests/unit/input_parts_test.cc
#include "split.h"

namespace statgrep {
namespace {

constexpr std::string_view kOpen = "<REUTERS", kClose = "</REUTERS>";

struct Mark {
  std::string_view mark;
  size_t operator()(std::string_view held, size_t from) const {
    return held.find(mark, from < mark.size() ? 0 : from - mark.size());
  }
};

class WireStories : public Splitter {
 public:
  WireStories(std::string name, ByteBuffer& bytes, const ReaderOptions& o)
      : name_(std::move(name)), bytes_(bytes), most_(most_bytes(o)) {}

  std::optional<std::variant<Unit, Error>> next() override {
    const size_t open = look_ahead(bytes_, UINT64_MAX, Mark{kOpen});
    if (open == std::string_view::npos) {
      if (!bytes_.error() || ended_) return std::nullopt;
      ended_ = true;
      return *bytes_.error();
    }
    bytes_.skip(open);
    ++number_;
    const size_t close = look_ahead(bytes_, most_, Mark{kClose});
    if (close != std::string_view::npos && close > most_) {
      bytes_.skip(close);
      return too_large(numbered(name_, '#', number_), most_);
    }
    if (close != std::string_view::npos)
      return Unit{numbered(name_, '#', number_), InputFormat::sgml, bytes_.take(close + kClose.size()),
                  nullptr};
    const bool large = bytes_.held().size() > most_;
    if (!large && !bytes_.error())  // the last one, cut off: what is there is read
      return Unit{numbered(name_, '#', number_), InputFormat::sgml, bytes_.take(bytes_.held().size()),
                  nullptr};
    bytes_.skip(kOpen.size());
    return large ? too_large(numbered(name_, '#', number_), most_) : *bytes_.error();
  }

 private:
  std::string name_;
  ByteBuffer& bytes_;
  uint64_t most_, number_ = 0;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<Splitter> split_sgml(std::string name, ByteBuffer& bytes, const ReaderOptions& o) {
  return std::make_unique<WireStories>(std::move(name), bytes, o);
}

}  // namespace statgrep
