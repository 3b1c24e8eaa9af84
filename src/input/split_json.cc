// Arrays of objects, and objects one after the other whatever their lines: cut
// by their brackets, so that no more than one is held.
// Tests: tests/unit/input_parts_test.cc
#include "split.h"

namespace statgrep {
namespace {

// One past the value that begins at held[0] == '{'; npos where it goes on. Goes
// on where it stopped when it is asked again with more.
class ObjectEnd {
 public:
  size_t operator()(std::string_view held, size_t /*from*/) {
    for (; at_ < held.size(); ++at_) {
      const char c = held[at_];
      if (quoted_) {
        if (c == '\\')
          ++at_;
        else if (c == '"')
          quoted_ = false;
      } else if (c == '"') {
        quoted_ = true;
      } else if (c == '{' || c == '[') {
        ++depth_;
      } else if ((c == '}' || c == ']') && --depth_ == 0) {
        return at_ + 1;
      }
    }
    return std::string_view::npos;
  }

 private:
  size_t at_ = 0;
  int64_t depth_ = 0;
  bool quoted_ = false;
};

class Objects : public Splitter {
 public:
  Objects(std::string name, ByteBuffer& bytes, const ReaderOptions& o)
      : name_(std::move(name)), bytes_(bytes), most_(most_bytes(o)) {}

  std::optional<std::variant<Unit, Error>> next() override {
    // Between objects: brackets of the array, commas, blanks.
    while (!ended_ && !bytes_.at_end()) {
      const std::string_view held = bytes_.held();
      const size_t first = held.find('{');
      const size_t stray = held.substr(0, first).find_first_not_of("[], \t\r\n\xEF\xBB\xBF");
      if (stray != std::string_view::npos) {
        ended_ = true;
        return Error{name_, 0, 0, "no JSON object at byte " + std::to_string(bytes_.position() + stray)};
      }
      bytes_.skip(first == std::string_view::npos ? held.size() : first);
      if (first != std::string_view::npos) return object();
    }
    if (!bytes_.error() || ended_) return std::nullopt;
    ended_ = true;
    return *bytes_.error();
  }

 private:
  std::variant<Unit, Error> object() {
    ++number_;
    const size_t size = look_ahead(bytes_, most_, ObjectEnd());
    if (size != std::string_view::npos && size > most_) {
      bytes_.skip(size);
      return too_large(numbered(name_, '#', number_), most_);
    }
    if (size != std::string_view::npos)
      return Unit{numbered(name_, '#', number_), InputFormat::json, bytes_.take(size), nullptr};
    ended_ = true;  // where the next one begins cannot be told
    if (bytes_.error()) return *bytes_.error();
    if (bytes_.held().size() > most_) return too_large(numbered(name_, '#', number_), most_);
    return Error{numbered(name_, '#', number_), 0, 0, "the object does not end"};
  }

  std::string name_;
  ByteBuffer& bytes_;
  uint64_t most_, number_ = 0;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<Splitter> split_json(std::string name, ByteBuffer& bytes, const ReaderOptions& o) {
  return std::make_unique<Objects>(std::move(name), bytes, o);
}

}  // namespace statgrep
