// An image of the catalogue: a header, a table of slots by hash, strings.
// Tests: tests/unit/pack_catalogue_test.cc
#include "statgrep/pack/catalogue.h"

#include <algorithm>
#include <cstring>
#include <set>

#include "catalogue_file.h"
#include "statgrep/pack/words.h"

namespace statgrep {
namespace {

constexpr uint32_t kMagic = 0x43415453;  // "STAC"

struct Slot {
  uint64_t hash = 0;  // 0: free
  StrRef words;
  StrRef id;
};

// Begins as an ImageHeader does, so that images stand one after the other.
struct Header {
  uint32_t magic = kMagic;
  uint32_t version = kImageVersion;
  uint64_t size = 0;
  uint32_t slots = 0;    // count; a power of two
  uint32_t sources = 0;  // count, behind the slots
  uint32_t strings = 0;  // offset
  uint32_t unused = 0;
};

const Header& header_of(const char* image) {
  return *reinterpret_cast<const Header*>(image);
}
const Slot* slots_of(const char* image) {
  return reinterpret_cast<const Slot*>(image + sizeof(Header));
}
std::string_view text_of(const char* image, StrRef ref) {
  return {image + header_of(image).strings + ref.offset, ref.size};
}

class Compiler {
 public:
  Compiler(const DroppedWords& dropped, const Spellings& spellings, std::vector<Error>& errors)
      : dropped_(dropped), spellings_(spellings), errors_(errors) {}

  std::optional<std::vector<char>> run(std::vector<PackFile> files) {
    const size_t before = errors_.size();
    std::sort(files.begin(), files.end(), [](auto& a, auto& b) { return a.path < b.path; });
    for (const PackFile& f : files)
      for (CatalogueEntry& e : read_catalogue_file(f.text, "catalogue/" + f.path, errors_)) add(std::move(e));
    for (const auto& [id, e] : entries_) check_parents(e);
    for (const auto& [id, e] : entries_)
      for (const CatalogueName& n : e.names) name(e, n);
    if (errors_.size() != before) return std::nullopt;
    return write(files);
  }

 private:
  void fail(const CatalogueEntry& e, const std::string& what) {
    errors_.push_back({e.file, e.line, e.column, what});
  }

  void add(CatalogueEntry e) {
    const std::string id = e.id;
    if (entries_.contains(id)) return fail(e, "a second entry with the id '" + id + "'");
    entries_.emplace(id, std::move(e));
  }

  void check_parents(const CatalogueEntry& e) {
    std::set<std::string> seen{e.id};
    for (const CatalogueEntry* at = &e; !at->parent.empty();) {
      const auto parent = entries_.find(at->parent);
      if (parent == entries_.end())
        return at == &e ? fail(e, e.id + ": there is no '" + e.parent + "'") : void();
      if (!seen.insert(parent->first).second) return fail(e, e.id + ": its parents go round in a circle");
      at = &parent->second;
    }
  }

  void name(const CatalogueEntry& e, const CatalogueName& n) {
    std::vector<std::string> all{n.text};
    if (spellings_)
      for (std::string& other : spellings_(n.lang, n.text)) all.push_back(std::move(other));
    for (const std::string& spelled : all) {
      const auto [at, added] = ids_.try_emplace(content_words(spelled, dropped_), e.id);
      if (added || at->second == e.id) continue;
      errors_.push_back(
          {e.file, n.line, n.column, e.id + ": '" + n.text + "' is also a name of " + at->second});
    }
  }

  StrRef str(std::string_view s) {
    const StrRef ref{static_cast<uint32_t>(strings_.size()), static_cast<uint32_t>(s.size())};
    strings_ += s;
    return ref;
  }

  std::vector<char> write(const std::vector<PackFile>& files) {
    size_t size = 16;
    while (size < ids_.size() * 2) size *= 2;
    std::vector<Slot> slots(size);
    for (const auto& [words, id] : ids_) {
      const uint64_t hash = hash_word(words);
      uint64_t i = hash >> 7;
      while (slots[i & (size - 1)].hash != 0) ++i;
      slots[i & (size - 1)] = {hash, str(words), str(id)};
    }
    std::vector<StrRef> sources;
    for (const PackFile& f : files) {
      sources.push_back(str(f.path));
      sources.push_back(str(f.text));
    }
    Header h;
    h.slots = static_cast<uint32_t>(size);
    h.sources = static_cast<uint32_t>(files.size());
    const size_t source_bytes = sources.size() * sizeof(StrRef);
    h.strings = static_cast<uint32_t>(sizeof(Header) + size * sizeof(Slot) + source_bytes);
    h.size = (h.strings + strings_.size() + 63) / 64 * 64;
    std::vector<char> out(h.size);
    std::memcpy(out.data(), &h, sizeof h);
    std::memcpy(out.data() + sizeof h, slots.data(), size * sizeof(Slot));
    if (!sources.empty())
      std::memcpy(out.data() + sizeof h + size * sizeof(Slot), sources.data(), source_bytes);
    std::memcpy(out.data() + h.strings, strings_.data(), strings_.size());
    return out;
  }

  const DroppedWords& dropped_;
  const Spellings& spellings_;
  std::vector<Error>& errors_;
  std::map<std::string, CatalogueEntry> entries_;
  std::map<std::string, std::string> ids_;  // by content words
  std::string strings_;
};

}  // namespace

std::optional<Catalogue> Catalogue::over(std::span<const char> image) {
  if (image.size() < sizeof(Header)) return std::nullopt;
  const Header& h = header_of(image.data());
  if (h.magic != kMagic || h.version != kImageVersion || h.size > image.size()) return std::nullopt;
  return Catalogue(image.data());
}

uint64_t Catalogue::size_in_bytes() const {
  return header_of(image_).size;
}

std::string_view Catalogue::id_of(std::string_view words) const {
  const uint64_t hash = hash_word(words), mask = header_of(image_).slots - 1;
  const Slot* slots = slots_of(image_);
  for (uint64_t i = hash >> 7; slots[i & mask].hash != 0; ++i) {
    const Slot& s = slots[i & mask];
    if (s.hash == hash && text_of(image_, s.words) == words) return text_of(image_, s.id);
  }
  return {};
}

std::vector<PackFile> Catalogue::sources() const {
  const Header& h = header_of(image_);
  const auto* refs = reinterpret_cast<const StrRef*>(slots_of(image_) + h.slots);
  std::vector<PackFile> out;
  for (uint32_t i = 0; i < h.sources; ++i)
    out.push_back({std::string(text_of(image_, refs[2 * i])), std::string(text_of(image_, refs[2 * i + 1]))});
  return out;
}

std::optional<std::vector<char>> compile_catalogue(std::vector<PackFile> files, const DroppedWords& dropped,
                                                   const Spellings& spellings, std::vector<Error>& errors) {
  return Compiler(dropped, spellings, errors).run(std::move(files));
}

}  // namespace statgrep
