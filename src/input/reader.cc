// Tests: tests/unit/input_reader_test.cc, tests/e2e/inputs_test.cc
#include "statgrep/input/reader.h"

#include "statgrep/input/decode.h"
#include "statgrep/input/encoding.h"
#include "statgrep/input/unpack.h"

namespace statgrep {
namespace {

// Enough to tell what it is: a line, or as much as is looked at. A pipe that
// gives less at first is not waited for longer.
std::string_view head_of(ByteBuffer& bytes) {
  size_t size = 0;
  while (true) {
    const std::string_view head = bytes.peek(size + 1);
    if (head.size() == size || head.size() >= kFormatSample || head.find('\n') != std::string_view::npos)
      return head;
    size = head.size();
  }
}

}  // namespace

// One opened thing: a container with members, or bytes that are cut.
struct DocumentStream::Layer {
  std::unique_ptr<Unpacker> unpacker;
  std::unique_ptr<ByteBuffer> bytes;
  std::unique_ptr<Splitter> splitter;
};

DocumentStream::DocumentStream(InputStream& inputs, const ReaderOptions& options)
    : inputs_(inputs), options_(options) {}

DocumentStream::~DocumentStream() {
  while (!layers_.empty()) layers_.pop_back();  // members before what holds them
}

uint64_t DocumentStream::bytes_read() const {
  const bool open = !layers_.empty() && layers_.front()->bytes != nullptr;
  return closed_bytes_ + (open ? layers_.front()->bytes->position() : 0);
}

std::optional<std::variant<Unit, Error, DocumentStream::Note>> DocumentStream::next() {
  while (true) {
    if (!layers_.empty()) {
      if (auto found = descend()) return found;
      continue;
    }
    const auto input = inputs_.next();
    if (!input) return std::nullopt;
    if (const auto* error = std::get_if<Error>(&*input)) return *error;
    const Input& named = std::get<Input>(*input);
    auto source = open_bytes(named);
    if (const auto* error = std::get_if<Error>(&source)) return *error;
    if (auto found = open(named.name, std::move(std::get<std::unique_ptr<ByteSource>>(source)))) return found;
  }
}

// What the innermost layer has next; nothing where that ended or was gone into.
std::optional<std::variant<Unit, Error, DocumentStream::Note>> DocumentStream::descend() {
  Layer& layer = *layers_.back();
  if (layer.splitter) {
    if (auto unit = layer.splitter->next()) {
      if (auto* error = std::get_if<Error>(&*unit)) return std::move(*error);
      return std::move(std::get<Unit>(*unit));
    }
  } else if (layer.unpacker) {
    if (auto member = layer.unpacker->next()) {
      if (auto* error = std::get_if<Error>(&*member)) return std::move(*error);
      auto& found = std::get<Unpacker::Member>(*member);
      return open(std::move(found.name), std::move(found.bytes));
    }
  }
  if (layers_.size() == 1 && layer.bytes) closed_bytes_ += layer.bytes->position();
  layers_.pop_back();
  return std::nullopt;
}

std::optional<std::variant<Unit, Error, DocumentStream::Note>> DocumentStream::open(
    std::string name, std::unique_ptr<ByteSource> source) {
  auto layer = std::make_unique<Layer>();
  layer->bytes = std::make_unique<ByteBuffer>(std::move(source));
  std::string_view head = head_of(*layer->bytes);
  if (layer->bytes->error()) return *layer->bytes->error();
  if (is_packed(head)) {
    if (static_cast<int>(layers_.size()) >= options_.max_depth)
      return Error{name, 0, 0,
                   "packed more than " + std::to_string(options_.max_depth) +
                       " times over, the limit; --max-depth raises it"};
    // The buffer goes to the unpacker, which outlives what it gives.
    layer->unpacker =
        std::make_unique<Unpacker>(std::move(name), std::move(layer->bytes), options_.max_expansion);
    layers_.push_back(std::move(layer));
    return std::nullopt;
  }
  if (!utf16_kind(head))
    if (const auto kind = binary_kind(head)) return Note{{name, 0, 0, "skipped: looks like " + *kind}};
  const InputFormat format =
      options_.format ? *options_.format : detect_format(head, name, options_.text_field);
  layer->splitter = make_splitter(format, std::move(name), *layer->bytes, options_);
  layers_.push_back(std::move(layer));
  return std::nullopt;
}

}  // namespace statgrep
