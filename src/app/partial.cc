// Tests: tests/e2e/merge_test.cc
#include "partial.h"

#include <nlohmann/json.hpp>

#include "statgrep/write/json_text.h"
#include "statgrep/write/record_reader.h"

namespace statgrep {
namespace {

using nlohmann::json;

constexpr int kFormat = 1;  // of the file; raised when it changes

uint64_t hash_on(uint64_t h, std::string_view text) {  // FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return (h ^ 0xFFU) * 0x100000001B3U;  // between texts
}
constexpr uint64_t kHashBegin = 0xCBF29CE484222325U;

std::string hex(uint64_t n) {
  std::string out(16, '0');
  for (size_t i = 16; i-- > 0; n >>= 4) out[i] = "0123456789abcdef"[n & 15];
  return out;
}

std::string hash_of(const PackSet& packs) {
  uint64_t h = kHashBegin;
  for (const Pack& pack : packs.packs()) {
    h = hash_on(h, pack.lang());
    for (const SourceFile& file : pack.sources())
      h = hash_on(hash_on(h, pack.text(file.path)), pack.text(file.text));
  }
  if (packs.catalogue())
    for (const PackFile& file : packs.catalogue()->sources()) h = hash_on(hash_on(h, file.path), file.text);
  return hex(h);
}

std::string text_in(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

}  // namespace

std::string PartialHeader::line() const {
  std::string out = R"({"statgrep":"partial","format":)" + std::to_string(kFormat) + ",\"version\":";
  append_json_string(out, version);
  out += ",\"patterns\":";
  append_json_string(out, patterns);
  if (!shard.empty()) {
    out += ",\"shard\":";
    append_json_string(out, shard);
  }
  return out + "}\n";
}

PartialHeader header_of(const PackSet& packs, const std::string& shard) {
  return {STATGREP_VERSION, hash_of(packs), shard};
}

void append_partial(std::string& out, const KeyedRecord& record) {
  out += "{\"key\":";
  append_json_string(out, record.key);
  out += ",\"core\":" + std::to_string(record.core) + ",\"record\":" + record.json + "}\n";
}

std::string partial_end(uint64_t records) {
  return "{\"end\":" + std::to_string(records) + "}\n";
}

std::optional<Shard> shard_from(const std::string& text) {
  const size_t slash = text.find('/');
  const auto number = [](const std::string& digits) -> uint64_t {
    constexpr size_t kMost = 6;
    if (digits.empty() || digits.size() > kMost ||
        digits.find_first_not_of("0123456789") != std::string::npos)
      return 0;
    return std::stoull(digits);
  };
  if (slash == std::string::npos) return std::nullopt;
  const Shard out{number(text.substr(0, slash)), number(text.substr(slash + 1))};
  return out.number >= 1 && out.number <= out.of ? std::optional(out) : std::nullopt;
}

bool in_shard(std::string_view id, const Shard& shard) {
  uint64_t h = hash_on(kHashBegin, id);
  h ^= h >> 32;  // FNV's low bits alone are not even enough
  return h % shard.of == shard.number - 1;
}

PartialReader::PartialReader(std::string name, std::unique_ptr<ByteSource> source)
    : name_(std::move(name)), bytes_(std::move(source)) {}

bool PartialReader::fail(const std::string& message) {
  error_ = Error{name_, line_, 0, message};
  return false;
}

std::optional<std::string> PartialReader::line() {
  ++line_;
  for (size_t from = 0;;) {
    const std::string_view held = bytes_.held();
    if (const size_t at = held.find('\n', from); at != std::string_view::npos) return bytes_.take(at + 1);
    from = held.size();
    if (bytes_.peek(from + 1).size() == from) return std::nullopt;
  }
}

std::variant<std::unique_ptr<PartialReader>, Error> PartialReader::open(const std::string& name,
                                                                        const PartialHeader& own) {
  auto source = open_bytes({name});
  if (auto* error = std::get_if<Error>(&source)) return std::move(*error);
  std::unique_ptr<PartialReader> out(
      new PartialReader(name, std::move(std::get<std::unique_ptr<ByteSource>>(source))));
  const auto refused = [&](const std::string& why) { return Error{name, 1, 0, why}; };
  const json head = json::parse(out->line().value_or(""), nullptr, false);
  if (!head.is_object() || text_in(head, "statgrep") != "partial")
    return refused("no partial result of statgrep (extract --partial makes one)");
  if (head.value("format", 0) != kFormat)
    return refused("a partial result of another form; make it again with this version");
  out->header_ = {text_in(head, "version"), text_in(head, "patterns"), text_in(head, "shard")};
  if (out->header_.version != own.version)
    return refused("made by version " + out->header_.version + ", this is " + own.version);
  if (out->header_.patterns != own.patterns)
    return refused("made with other patterns (" + out->header_.patterns + ", here " + own.patterns + ")");
  return out;
}

bool PartialReader::advance() {
  const std::optional<std::string> text = line();
  if (!text) return fail("cut off: the line that ends it is not there");
  const std::string_view all(*text);
  if (all.starts_with("{\"end\":")) {
    if (all != partial_end(records_))
      return fail("damaged: " + std::to_string(records_) + " records, not what it says");
    return false;
  }
  // {"key":…,"core":…,"record":{…}}: the record is read as it stands.
  const size_t record = all.find(",\"record\":");
  const json head = record == std::string_view::npos
                        ? json()
                        : json::parse(std::string(all.substr(0, record)) + '}', nullptr, false);
  if (!head.is_object() || !head.contains("key") || !head.contains("core"))
    return fail("no record of a partial result");
  std::string key = text_in(head, "key");
  core_ = head["core"].is_number_unsigned() ? head["core"].get<uint32_t>() : 0;
  if (records_ > 0 && key <= key_) return fail("not in the order of its keys");
  key_ = std::move(key);
  auto read = read_record(all.substr(record + 10, all.size() - record - 12));
  if (const auto* error = std::get_if<Error>(&read)) return fail(error->message);
  record_ = std::move(std::get<Record>(read));
  ++records_;
  return true;
}

}  // namespace statgrep
