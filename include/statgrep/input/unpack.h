// Compressed inputs and archives, through libarchive.
//
// gz, bz2, xz, lz4 and zst, also in several members or frames; tar and zip,
// also compressed. What is inside is read as it comes, never to disk. Names of
// members are joined to the container's: "dump.tar.gz!2023/a.txt"; what was
// only compressed keeps its name. Not thread-safe.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "statgrep/base/error.h"
#include "statgrep/input/bytes.h"

namespace statgrep {

// Whether these first bytes are of something packed; 512 show all that is known.
bool is_packed(std::string_view head);

class Unpacker {
 public:
  // `expansion`: how many times its packed size the unpacked one may be, where
  // it is more than a few MiB; beyond, the member that does it ends in an error.
  Unpacker(std::string name, std::unique_ptr<ByteBuffer> packed, uint64_t expansion);
  ~Unpacker();
  Unpacker(const Unpacker&) = delete;
  Unpacker& operator=(const Unpacker&) = delete;

  struct Member {
    std::string name;
    std::unique_ptr<ByteSource> bytes;  // until the next call of next(), and no longer than the Unpacker
  };
  // Files only: directories and links are passed over. An error may be of one
  // member, after which the rest comes, or of all.
  std::optional<std::variant<Member, Error>> next();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace statgrep
