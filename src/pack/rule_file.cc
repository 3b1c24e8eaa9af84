// Tests: tests/unit/pack_compile_test.cc
#include "rule_file.h"

#include <algorithm>

#include "statgrep/pack/located_json.h"

namespace statgrep {
namespace {

class Reader {
 public:
  Reader(const std::string& file, std::vector<Error>& errors) : file_(file), errors_(errors) {}

  std::vector<RuleText> read(const JsonNode& root) {
    std::vector<RuleText> out;
    if (root.kind != JsonNode::Kind::array) {
      fail(root, "a rule file is an array of rules");
      return out;
    }
    for (const JsonNode& n : root.items) {
      size_t before = errors_.size();
      RuleText r = rule(n);
      if (errors_.size() == before) out.push_back(std::move(r));
    }
    return out;
  }

 private:
  RuleText rule(const JsonNode& n) {
    RuleText r;
    r.file = file_;
    r.line = n.line;
    r.column = n.column;
    if (n.kind != JsonNode::Kind::object) return fail(n, "a rule is an object"), r;
    size_t examples = 0, rejects = 0;
    for (const auto& m : n.members) {
      if (m.key == "id")
        r.id = string(m.value);
      else if (m.key == "kind")
        r.kind = kind(m.value);
      else if (m.key == "priority")
        r.priority = static_cast<int>(m.value.number);
      else if (m.key == "match")
        match(m.value, r);
      else if (m.key == "emit")
        emit(m.value, r);
      else if (m.key == "guards")
        guards(m.value, r);
      else if (m.key == "examples")
        examples = count(m.value);
      else if (m.key == "rejects")
        rejects = count(m.value);
      else if (m.key != "about")
        errors_.push_back({file_, m.key_line, m.key_column, "unknown key '" + m.key + "'"});
    }
    if (r.id.empty()) fail(n, "a rule without an id");
    if (r.match.empty()) fail(n, r.id + ": no 'match'");
    if (r.emits.empty()) fail(n, r.id + ": no 'emit'");
    if (examples < 2) fail(n, r.id + ": a rule has at least two examples");
    if (rejects < 1) fail(n, r.id + ": a rule has at least one rejected text");
    return r;
  }

  RuleKind kind(const JsonNode& n) {
    std::string k = string(n);
    if (k != "spot" && k != "frame") fail(n, "a rule's kind is 'spot' or 'frame'");
    return k == "spot" ? RuleKind::spot : RuleKind::frame;
  }

  // Long patterns may be written as an array of strings.
  void match(const JsonNode& n, RuleText& r) {
    r.match_line = n.line;
    r.match_column = n.column;
    if (n.kind == JsonNode::Kind::array)
      for (const JsonNode& part : n.items) r.match += (r.match.empty() ? "" : " ") + string(part);
    else
      r.match = string(n);
  }

  void emit(const JsonNode& n, RuleText& r) {
    if (n.kind != JsonNode::Kind::object) return fail(n, "'emit' is an object");
    for (const auto& m : n.members) {
      std::optional<EmitKey> key = emit_key_from(m.key);
      if (!key) {
        errors_.push_back(
            {file_, m.key_line, m.key_column, "'" + m.key + "' is nothing that a rule can emit"});
        continue;
      }
      EmitText e{.key = *key, .line = m.value.line, .column = m.value.column};
      if (m.value.kind == JsonNode::Kind::number) {
        e.is_number = true;
        e.number = static_cast<int32_t>(m.value.number);
      } else {
        e.text = string(m.value);
      }
      r.emits.push_back(std::move(e));
    }
  }

  void guards(const JsonNode& n, RuleText& r) {
    for (const JsonNode& g : n.items) {
      if (std::optional<Guard> guard = guard_from(string(g)))
        r.guards |= 1u << static_cast<unsigned>(*guard);
      else
        fail(g, "there is no guard '" + g.string + "'");
    }
  }

  size_t count(const JsonNode& n) {
    if (n.kind != JsonNode::Kind::array) fail(n, "examples and rejects are arrays");
    return n.items.size();
  }

  std::string string(const JsonNode& n) {
    if (n.kind != JsonNode::Kind::string) fail(n, "a string is wanted here");
    return n.string;
  }

  void fail(const JsonNode& n, std::string message) {
    errors_.push_back({file_, n.line, n.column, std::move(message)});
  }

  const std::string& file_;
  std::vector<Error>& errors_;
};

}  // namespace

std::vector<RuleText> read_rules(std::string_view text, const std::string& file, std::vector<Error>& errors) {
  std::optional<JsonNode> root = parse_located(text, file, errors);
  if (!root) return {};
  return Reader(file, errors).read(*root);
}

}  // namespace statgrep
