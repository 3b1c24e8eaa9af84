#include "statgrep/pack/located_json.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

using statgrep::Error;
using statgrep::JsonMember;
using statgrep::JsonNode;
using statgrep::parse_located;
using Kind = JsonNode::Kind;

namespace {

JsonNode parsed(const std::string& text) {
  std::vector<Error> errors;
  auto node = parse_located(text, "f", errors);
  INFO(text);
  for (const Error& error : errors) UNSCOPED_INFO(to_string(error));
  REQUIRE(node);
  CHECK(errors.empty());
  return std::move(*node);
}

std::string complaint(const std::string& text, int max_depth = 64) {
  std::vector<Error> errors;
  const bool parsed = parse_located(text, "f.json", errors, max_depth).has_value();
  CHECK(parsed == errors.empty());
  return errors.empty() ? "" : to_string(errors.front());
}

std::string place(const JsonNode& node) {
  return std::to_string(node.line) + ":" + std::to_string(node.column);
}

nlohmann::json plain(const JsonNode& node) {
  switch (node.kind) {
    case Kind::null:
      return nullptr;
    case Kind::boolean:
      return node.boolean;
    case Kind::number:
      return nlohmann::json::parse(node.string);
    case Kind::string:
      return node.string;
    case Kind::array: {
      auto out = nlohmann::json::array();
      for (const JsonNode& item : node.items) out.push_back(plain(item));
      return out;
    }
    case Kind::object:
      break;
  }
  auto out = nlohmann::json::object();
  for (const JsonMember& member : node.members) out[member.key] = plain(member.value);
  return out;
}

// Every node must stand where its first byte is.
void check_places(const JsonNode& node, const std::vector<std::string>& lines) {
  const auto byte_at = [&](int line, int column) {
    REQUIRE(static_cast<size_t>(line) <= lines.size());
    return lines[static_cast<size_t>(line) - 1].substr(static_cast<size_t>(column) - 1);
  };
  const std::string at = byte_at(node.line, node.column);
  if (node.kind == Kind::number) CHECK(at.starts_with(node.string));
  if (node.kind == Kind::string) CHECK(at.front() == '"');
  if (node.kind == Kind::boolean) CHECK(at.starts_with(node.boolean ? "true" : "false"));
  if (node.kind == Kind::null) CHECK(at.starts_with("null"));
  if (node.kind == Kind::array) CHECK(at.front() == '[');
  if (node.kind == Kind::object) CHECK(at.front() == '{');
  for (const JsonNode& item : node.items) check_places(item, lines);
  for (const JsonMember& member : node.members) {
    CHECK(byte_at(member.key_line, member.key_column).starts_with(nlohmann::json(member.key).dump()));
    check_places(member.value, lines);
  }
}

// A random value, with spaces, line ends and comments wherever JSON has room.
class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {}

  std::string value(int depth) {
    static const char* const kScalars[] = {"null", "true",  "false",    "0",        "-1.5e3",   "12",
                                           "\"\"", "\"a\"", "\"\\\"\"", "\"\\\\\"", "\"增长\"", "\"// no\""};
    const unsigned choice = random_() % 20;
    if (depth == 0 || choice < 12) return room() + kScalars[choice % 12] + room();
    std::string out = room() + (choice < 16 ? '[' : '{');
    const unsigned count = random_() % 4;
    for (unsigned i = 0; i < count; ++i) {
      if (i > 0) out += ',';
      if (choice >= 16) out += room() + "\"k" + std::to_string(i) + "\"" + room() + ':';
      out += value(depth - 1);
    }
    return out + room() + (choice < 16 ? ']' : '}') + room();
  }

 private:
  std::string room() {
    static const char* const kRooms[] = {"", " ", "\n", "\t", "/* \" 1 */", "// [ \\\n", "/*\n*/", ""};
    return kRooms[random_() % 8];
  }
  std::mt19937 random_;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines = {""};
  for (const char c : text) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += c;
    }
  }
  return lines;
}

}  // namespace

TEST_CASE("located json: values") {
  CHECK(parsed("null").kind == Kind::null);
  CHECK(parsed("true").boolean);
  CHECK_FALSE(parsed("false").boolean);
  CHECK(parsed("\"a\\n\\u589e\"").string == "a\n增");
  CHECK(parsed("[]").items.empty());
  CHECK(parsed("{}").members.empty());
  for (const char* literal : {"0", "-0", "12", "-12", "0.10", "1e5", "-1.5E-3", "18446744073709551616"}) {
    INFO(literal);
    const JsonNode alone = parsed(literal);
    CHECK(alone.kind == Kind::number);
    CHECK(alone.string == literal);
    CHECK(alone.number == std::stod(literal));
    CHECK(parsed("[" + std::string(literal) + "/**/]").items[0].string == literal);
    CHECK(parsed(std::string(literal) + "\n").string == literal);
  }
}

TEST_CASE("located json: places of values and keys") {
  const JsonNode root = parsed(
      "// a pack\n"
      "{\n"
      "  \"id\": \"en.growth\",  // its name\n"
      "  \"priority\" : 50,\n"
      "  /* two\n"
      "     lines */ \"list\": [1, -2.5 ,\"x\\\"y\", true,\n"
      "    false, null, [], {\"增\": 7}]\n"
      "}\n");
  CHECK(place(root) == "2:1");
  REQUIRE(root.members.size() == 3);
  CHECK(root.members[0].key == "id");
  CHECK(root.members[0].key_line == 3);
  CHECK(root.members[0].key_column == 3);
  CHECK(place(*root.find("id")) == "3:9");
  CHECK(place(*root.find("priority")) == "4:16");
  CHECK(root.members[2].key_line == 6);
  CHECK(root.members[2].key_column == 15);
  const auto& list = *root.find("list");
  CHECK(place(list) == "6:23");
  std::vector<std::string> places;
  for (const JsonNode& item : list.items) places.push_back(place(item));
  CHECK(places == std::vector<std::string>{"6:24", "6:27", "6:33", "6:41", "7:5", "7:12", "7:18", "7:22"});
  const auto& inner = list.items.back().members.at(0);
  CHECK(inner.key_column == 23);
  CHECK(place(inner.value) == "7:30");  // columns count bytes
}

TEST_CASE("located json: strings full of quotes and backslashes begin where they begin") {
  for (const char* text :
       {R"(["","\"","\\","\\\"","a\\\\","\\\\\"\"\\"])", R"(["\"\"\"", "\\" , "/*\"*/"])"}) {
    INFO(text);
    check_places(parsed(text), {text});
  }
}

TEST_CASE("located json: CR LF and a byte order mark") {
  const JsonNode root = parsed("\xEF\xBB\xBF[1,\r\n 2]\r\n");
  CHECK(place(root) == "1:4");
  CHECK(place(root.items[1]) == "2:2");
}

TEST_CASE("located json: find") {
  const JsonNode root = parsed(R"({"a": 1, "b": {"a": 2}, "": 3})");
  REQUIRE(root.find("a"));
  CHECK(root.find("a")->number == 1);
  CHECK(root.find("b")->find("a")->number == 2);
  CHECK(root.find("")->number == 3);
  CHECK_FALSE(root.find("c"));
  CHECK_FALSE(root.find("a")->find("a"));
  CHECK(root.members[1].key == "b");  // in the order of the text
}

TEST_CASE("located json: syntax errors say where and what") {
  struct Case {
    const char* text;
    const char* complaint;
  };
  const std::vector<Case> cases = {
      {"", "f.json:1:1: expected a value but found the end of the text"},
      {"\n\n", "f.json:3:1: expected a value but found the end of the text"},
      {"[1,\n 2", "f.json:2:3: expected ',' or ']' but found the end of the text"},
      {"[1,\n]", "f.json:2:1: no comma may stand before ']'"},
      {"{\"a\":1,}", "f.json:1:8: no comma may stand before '}'"},
      {"[1\n 23]", "f.json:2:2: expected ',' or ']' but found a number"},
      {"{\"a\" 1}", "f.json:1:6: expected ':' after the key but found a number"},
      {"{\"a\":1\n  \"bcd\":2}", "f.json:2:3: expected ',' or '}' but found a string"},
      {"{\"a\":true false}", "f.json:1:11: expected ',' or '}' but found false"},
      {"{\"a\":true null}", "f.json:1:11: expected ',' or '}' but found null"},
      {"{a: 1}", "f.json:1:2: expected a key in double quotes but found a bare word"},
      {"{1: 1}", "f.json:1:2: expected a key in double quotes but found a number"},
      {"[\n tru]", "f.json:2:2: expected a value but found a bare word"},
      {"[+1]", "f.json:1:2: expected a value but found a bare word"},
      {"[}", "f.json:1:2: expected a value but found '}'"},
      {"[,1]", "f.json:1:2: expected a value but found ','"},
      {"{} {}", "f.json:1:4: expected the end of the text but found '{'"},
      {"1 x", "f.json:1:3: expected the end of the text but found a bare word"},
      {"[01]", "f.json:1:2: expected ',' or ']' but found a number"},
      {"[-]", "f.json:1:3: invalid number; expected digit after '-'"},
      {"[1e999]", "f.json:1:2: the number 1e999 is too large"},
      {"1e999", "f.json:1:1: the number 1e999 is too large"},
      {"[\"abc", "f.json:1:6: invalid string: missing closing quote"},
      {"[\n\"\\q\"]", "f.json:2:3: invalid string: forbidden character after backslash"},
      {"[\"\xFF\"]", "f.json:1:3: invalid string: ill-formed UTF-8 byte"},
      {"[ /* x", "f.json:1:7: invalid comment; missing closing '*/'"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(complaint(c.text) == c.complaint);
  }
  CHECK(complaint("{\n\"a\": \"b\n}") ==
        "f.json:2:8: invalid string: control character U+000A (LF) must be escaped to \\u000A or \\n");
}

TEST_CASE("located json: every duplicate key is reported") {
  std::vector<Error> errors;
  CHECK_FALSE(parse_located("{\"a\": 1, \"b\": {\"a\": 2},\n \"a\": 3,\n  \"b\": 4, \"a\": 5}", "f", errors));
  REQUIRE(errors.size() == 3);
  CHECK(to_string(errors[0]) == "f:2:2: key \"a\" stands here a second time");
  CHECK(to_string(errors[1]) == "f:3:3: key \"b\" stands here a second time");
  CHECK(to_string(errors[2]) == "f:3:11: key \"a\" stands here a second time");
  CHECK(complaint(R"({"a": 1, "\u0061": 2})") == "f.json:1:10: key \"a\" stands here a second time");
  CHECK(complaint(R"([{"a": 1}, {"a": 1}, {"A": 1}])").empty());
}

TEST_CASE("located json: errors are added to those before") {
  std::vector<Error> errors = {{"other", 1, 2, "x"}};
  CHECK(parse_located("[]", "f", errors));
  CHECK(errors.size() == 1);
  CHECK_FALSE(parse_located("[", "f", errors));
  CHECK(errors.size() == 2);
  CHECK(errors[0].file == "other");
}

TEST_CASE("located json: depth is bounded") {
  const auto nested = [](size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  CHECK(complaint(nested(64)).empty());
  CHECK(complaint(nested(65)) == "f.json:1:65: nested deeper than 64 levels");
  CHECK(complaint("[\n{\"a\": {}}]", 2) == "f.json:2:7: nested deeper than 2 levels");
  CHECK(complaint("[{}, {}, [1]]", 2).empty());
  CHECK(complaint("1", 0).empty());
  // Refused at once, not after the stack has gone.
  CHECK(complaint(std::string(1'000'000, '[')) == "f.json:1:65: nested deeper than 64 levels");
}

TEST_CASE("located json: random values are read as nlohmann reads them, and stand where they stand") {
  for (unsigned seed = 0; seed < 500; ++seed) {
    const std::string text = Writer(seed).value(5);
    const JsonNode root = parsed(text);
    INFO(text);
    CHECK(plain(root) == nlohmann::json::parse(text, nullptr, true, true));
    check_places(root, lines_of(text));
  }
}

TEST_CASE("located json: broken texts are refused, never misread") {
  std::mt19937 random(9);
  const std::string bytes = "{}[],:\"\\ \n/*tfn019.-e\xE5\xFF";
  for (unsigned seed = 0; seed < 3000; ++seed) {
    std::string text = Writer(seed).value(4);
    for (int edits = 0; edits < 3 && !text.empty(); ++edits) {
      const size_t at = random() % text.size();
      if (random() % 2 == 0) {
        text.erase(at, 1);
      } else {
        text[at] = bytes[random() % bytes.size()];
      }
    }
    std::vector<Error> errors;
    const auto node = parse_located(text, "f", errors);
    const bool accepted = nlohmann::json::accept(text, true);
    const bool duplicate = !errors.empty() && errors.front().message.starts_with("key ");
    bool placed = true;
    for (const Error& error : errors) {
      const auto lines = lines_of(text);
      placed = placed && error.line >= 1 && static_cast<size_t>(error.line) <= lines.size() &&
               error.column >= 1 &&
               static_cast<size_t>(error.column) <= lines[static_cast<size_t>(error.line) - 1].size() + 1;
    }
    if (node.has_value() == (accepted && !duplicate) && placed) continue;
    FAIL_CHECK(text);
  }
  SUCCEED();
}
