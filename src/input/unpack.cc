// Tests: tests/unit/input_parts_test.cc, tests/e2e/inputs_test.cc
#include "statgrep/input/unpack.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <functional>

namespace statgrep {
namespace {

using namespace std::string_view_literals;

// Formats by their opening bytes: RFC 1952, bzip2 and xz file formats, RFC 8878, LZ4 frame, APPNOTE 4.3.
constexpr std::array kMagics = {"\x1F\x8B"sv,         "BZh"sv,        "\xFD\x37zXZ\0"sv, "\x28\xB5\x2F\xFD"sv,
                                "\x04\x22\x4D\x18"sv, "PK\x03\x04"sv, "PK\x05\x06"sv};
constexpr size_t kTarMagic = 257;  // of "ustar", POSIX.1-1988
constexpr size_t kBlock = size_t{1} << 16;
constexpr uint64_t kFree = uint64_t{16} << 20;  // unpacked bytes that are never too many

}  // namespace

bool is_packed(std::string_view head) {
  if (head.size() > kTarMagic && head.substr(kTarMagic).starts_with("ustar")) return true;
  for (const std::string_view magic : kMagics)
    if (head.starts_with(magic)) {
      // "BZh" is three letters that a text may begin with.
      return magic != "BZh"sv || (head.size() >= 10 && head.substr(4, 6) == "1AY&SY"sv);
    }
  return false;
}

struct Unpacker::State {
  std::string name;
  std::unique_ptr<ByteBuffer> packed;
  uint64_t expansion = 0;
  archive* reader = archive_read_new();
  std::string block;
  uint64_t unpacked = 0, packed_before = 0;  // of the member in a zip, of all elsewhere
  bool ended = false;
  bool alone = false;  // only compressed: one member, with the container's name
  std::string member;

  ~State() { archive_read_free(reader); }

  static la_ssize_t feed(archive* reader, void* self, const void** bytes) {
    auto& s = *static_cast<State*>(self);
    s.block = s.packed->take(std::min(kBlock, std::max<size_t>(s.packed->peek(1).size(), 1)));
    if (s.block.empty() && s.packed->error()) {
      archive_set_error(reader, EIO, "%s", s.packed->error()->message.c_str());
      return -1;
    }
    *bytes = s.block.data();
    return static_cast<la_ssize_t>(s.block.size());
  }

  bool zip() const { return (archive_format(reader) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP; }

  bool too_large() const {
    return unpacked > kFree && unpacked / expansion > packed->position() - packed_before;
  }

  std::string why() const {
    const char* said = archive_error_string(reader);
    return said == nullptr ? "cannot be unpacked" : said;
  }
};

namespace {

class MemberBytes : public ByteSource {
 public:
  explicit MemberBytes(std::function<std::variant<size_t, Error>(char*, size_t)> read)
      : read_(std::move(read)) {}
  std::variant<size_t, Error> read(char* to, size_t most) override { return read_(to, most); }

 private:
  std::function<std::variant<size_t, Error>(char*, size_t)> read_;
};

}  // namespace

Unpacker::Unpacker(std::string name, std::unique_ptr<ByteBuffer> packed, uint64_t expansion)
    : state_(std::make_unique<State>()) {
  State& s = *state_;
  s.name = std::move(name);
  s.packed = std::move(packed);
  s.expansion = std::max<uint64_t>(expansion, 1);
  archive_read_support_filter_all(s.reader);
  archive_read_support_format_tar(s.reader);
  archive_read_support_format_zip(s.reader);
  archive_read_support_format_raw(s.reader);
  archive_read_support_format_empty(s.reader);
  archive_read_open(s.reader, &s, nullptr, &State::feed, nullptr);
}

Unpacker::~Unpacker() = default;

std::optional<std::variant<Unpacker::Member, Error>> Unpacker::next() {
  State& s = *state_;
  while (!s.ended) {
    archive_entry* entry = nullptr;
    const int got = archive_read_next_header(s.reader, &entry);
    if (got == ARCHIVE_EOF) break;
    if (got < ARCHIVE_WARN) {
      s.ended = got == ARCHIVE_FATAL;
      return Error{s.name, 0, 0, s.why()};
    }
    s.alone = archive_format(s.reader) == ARCHIVE_FORMAT_RAW;
    if (!s.alone && archive_entry_filetype(entry) != AE_IFREG) continue;
    if (s.zip()) {
      s.unpacked = 0;
      s.packed_before = s.packed->position();
    }
    const char* inner = archive_entry_pathname_utf8(entry);
    if (inner == nullptr) inner = archive_entry_pathname(entry);
    s.member = s.alone ? s.name : s.name + '!' + (inner == nullptr ? "?" : inner);
    return Member{s.member,
                  std::make_unique<MemberBytes>([&s](char* to, size_t most) -> std::variant<size_t, Error> {
                    const la_ssize_t n = archive_read_data(s.reader, to, most);
                    if (n < 0) {
                      if (n == ARCHIVE_FATAL) s.ended = true;
                      return Error{s.member, 0, 0, s.why()};
                    }
                    s.unpacked += static_cast<uint64_t>(n);
                    if (!s.too_large()) return static_cast<size_t>(n);
                    s.ended = !s.zip();  // there the rest of the member can be passed over unread
                    return Error{s.member, 0, 0,
                                 "unpacks to more than " + std::to_string(s.expansion) +
                                     " times its size, the limit; --max-expansion raises it"};
                  })};
  }
  return std::nullopt;
}

}  // namespace statgrep
