// nlohmann/json reads, but its SAX events carry no places. They fire as soon as
// a token's last byte is read, so an iterator that tells how far the lexer has
// come gives the token's end, and walking back over the token its beginning.
#include "statgrep/pack/located_json.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>
#include <unordered_set>
#include <utility>

#include "json_complaint.h"

namespace statgrep {
namespace {

// Writes how far it has been advanced where the reader of the events looks.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** reached) : at_(at), reached_(reached) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    *reached_ = ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    const CountingIterator old = *this;
    ++*this;
    return old;
  }
  friend bool operator==(CountingIterator a, CountingIterator b) { return a.at_ == b.at_; }

 private:
  const char* at_;
  const char** reached_;
};

struct Place {
  int line;
  int column;
};

// Offsets to places. They are asked for in rising order, so that all together
// cost one pass over the text.
class Locator {
 public:
  explicit Locator(std::string_view text) : text_(text) {}

  Place at(size_t offset) {
    if (offset < line_begin_) *this = Locator(text_);
    for (size_t end; (end = text_.find('\n', line_begin_)) < offset; line_begin_ = end + 1) ++line_;
    return {line_, static_cast<int>(offset - line_begin_) + 1};
  }

 private:
  std::string_view text_;
  size_t line_begin_ = 0;
  int line_ = 1;
};

// nlohmann's SAX interface; false ends the reading.
class TreeBuilder {
 public:
  using Sax = nlohmann::json::json_sax_t;

  TreeBuilder(std::string_view text, const std::string& file, std::vector<Error>& errors, int max_depth)
      : text_(text), file_(file), errors_(errors), max_depth_(max_depth), locator_(text) {}

  bool null() { return add(node(JsonNode::Kind::null, reached() - 4)); }
  bool boolean(bool value) {
    JsonNode out = node(JsonNode::Kind::boolean, reached() - (value ? 4 : 5));
    out.boolean = value;
    return add(std::move(out));
  }
  bool number_integer(Sax::number_integer_t value) { return add_number(static_cast<double>(value)); }
  bool number_unsigned(Sax::number_unsigned_t value) { return add_number(static_cast<double>(value)); }
  bool number_float(Sax::number_float_t value, const std::string&) { return add_number(value); }
  bool string(std::string& value) {
    JsonNode out = node(JsonNode::Kind::string, json_string_begin(text_, reached()));
    out.string = std::move(value);
    return add(std::move(out));
  }
  bool binary(Sax::binary_t&) { return false; }  // text has none

  bool start_array(size_t) { return open(JsonNode::Kind::array); }
  bool end_array() { return close(); }
  bool start_object(size_t) { return open(JsonNode::Kind::object); }
  bool end_object() { return close(); }
  bool key(std::string& name);
  bool parse_error(size_t stopped, const std::string& token, const nlohmann::json::exception& problem);

  const char** reached_pointer() { return &reached_; }
  JsonNode take() { return std::move(root_); }

 private:
  struct Open {
    JsonNode node;
    JsonMember member;  // whose value comes next
    std::unordered_set<std::string> keys;
  };

  size_t reached() const { return static_cast<size_t>(reached_ - text_.data()); }
  bool fail(size_t offset, std::string message) {
    const Place place = locator_.at(offset);
    errors_.push_back({file_, place.line, place.column, std::move(message)});
    return false;
  }
  JsonNode node(JsonNode::Kind kind, size_t begin) {
    const Place place = locator_.at(begin);
    JsonNode out;
    out.kind = kind;
    out.line = place.line;
    out.column = place.column;
    return out;
  }
  bool add(JsonNode value);
  bool add_number(double value);
  bool open(JsonNode::Kind kind);
  bool close();

  std::string_view text_;
  const std::string& file_;
  std::vector<Error>& errors_;
  int max_depth_;
  Locator locator_;
  const char* reached_ = text_.data();
  std::vector<Open> open_;
  JsonNode root_;
};

bool TreeBuilder::add(JsonNode value) {
  if (open_.empty()) {
    root_ = std::move(value);
  } else if (Open& parent = open_.back(); parent.node.kind == JsonNode::Kind::array) {
    parent.node.items.push_back(std::move(value));
  } else {
    parent.member.value = std::move(value);
    parent.node.members.push_back(std::move(parent.member));
    parent.member = {};
  }
  return true;
}

bool TreeBuilder::add_number(double value) {
  size_t end = reached();
  // Only the byte after a number says that it has ended; the last has none.
  if (json_number_begin(text_, end) == end) --end;
  const size_t begin = json_number_begin(text_, end);
  JsonNode out = node(JsonNode::Kind::number, begin);
  out.number = value;
  out.string = text_.substr(begin, end - begin);
  return add(std::move(out));
}

bool TreeBuilder::open(JsonNode::Kind kind) {
  const size_t begin = reached() - 1;
  if (open_.size() >= static_cast<size_t>(std::max(0, max_depth_))) {
    return fail(begin, "nested deeper than " + std::to_string(max_depth_) + " levels");
  }
  open_.push_back({node(kind, begin), {}, {}});
  return true;
}

bool TreeBuilder::close() {
  JsonNode done = std::move(open_.back().node);
  open_.pop_back();
  return add(std::move(done));
}

bool TreeBuilder::key(std::string& name) {
  const size_t begin = json_string_begin(text_, reached());
  Open& parent = open_.back();
  if (!parent.keys.insert(name).second) fail(begin, "key \"" + name + "\" stands here a second time");
  const Place place = locator_.at(begin);
  parent.member.key = std::move(name);
  parent.member.key_line = place.line;
  parent.member.key_column = place.column;
  return true;
}

bool TreeBuilder::parse_error(size_t stopped, const std::string& token,
                              const nlohmann::json::exception& problem) {
  constexpr int kNumberOverflow = 406;
  if (problem.id == kNumberOverflow) {
    return fail(json_number_begin(text_, stopped), "the number " + token + " is too large");
  }
  const JsonComplaint complaint = json_complaint(problem.what(), text_, stopped);
  return fail(complaint.offset, complaint.message);
}

}  // namespace

const JsonNode* JsonNode::find(std::string_view key) const {
  const auto member = std::ranges::find(members, key, &JsonMember::key);
  return member == members.end() ? nullptr : &member->value;
}

const char* name_of(JsonNode::Kind kind) {
  constexpr const char* kNames[] = {"null", "true or false", "a number", "a string", "an array", "an object"};
  return kNames[static_cast<size_t>(kind)];
}

std::optional<JsonNode> parse_located(std::string_view text, const std::string& file,
                                      std::vector<Error>& errors, int max_depth) {
  const size_t errors_before = errors.size();
  TreeBuilder builder(text, file, errors, max_depth);
  const char** reached = builder.reached_pointer();
  const bool whole = nlohmann::json::sax_parse(
      CountingIterator(text.data(), reached), CountingIterator(text.data() + text.size(), reached), &builder,
      nlohmann::json::input_format_t::json, /*strict=*/true, /*ignore_comments=*/true);
  if (!whole || errors.size() > errors_before) return std::nullopt;
  return builder.take();
}

}  // namespace statgrep
