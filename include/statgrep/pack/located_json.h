// JSON that remembers where it stood, so that a mistake in a pack is reported
// at its line and column. Comments (// and /* */) are allowed.
//
// Lines and columns count from 1, columns in bytes; a node's place is its first
// byte. Parsing is linear in the text (members: expected), pure and thread-safe.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "statgrep/base/error.h"

namespace statgrep {

struct JsonMember;

struct JsonNode {
  enum class Kind { null, boolean, number, string, array, object };

  Kind kind = Kind::null;
  int line = 0;
  int column = 0;
  bool boolean = false;
  double number = 0;                // for exact values read `string`
  std::string string;               // of a string its text, of a number its literal
  std::vector<JsonNode> items;      // of an array
  std::vector<JsonMember> members;  // of an object, in order, every key once

  // The member's value, or null where there is none or this is no object.
  // O(members).
  const JsonNode* find(std::string_view key) const;
};

struct JsonMember {
  std::string key;
  int key_line = 0;
  int key_column = 0;
  JsonNode value;
};

// How a message names the kind: "a string", "an object".
const char* name_of(JsonNode::Kind);

// The whole text as one value; on a mistake nullopt and at least one entry more
// in `errors`. Duplicate keys are all reported, a syntax error ends the reading.
// `max_depth` bounds the arrays and objects open at once, and with them the
// recursion of whoever walks the tree.
std::optional<JsonNode> parse_located(std::string_view text, const std::string& file,
                                      std::vector<Error>& errors, int max_depth = 64);

}  // namespace statgrep
