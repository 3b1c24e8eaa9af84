// As much of JSON Schema as the published schema uses. A keyword that is not
// known here is a failure, so that the check can never pass over a constraint.
#pragma once

#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "statgrep/write/schema.h"

namespace statgrep::test {

class SchemaCheck {
 public:
  using Json = nlohmann::json;

  // Every way in which `value` breaks `schema`, as "path: what".
  static std::vector<std::string> problems(const Json& schema, const Json& value) {
    SchemaCheck check;
    check.visit(schema, value, "$");
    return check.problems_;
  }

 private:
  void fail(const std::string& path, const std::string& what) { problems_.push_back(path + ": " + what); }

  static bool has_type(const Json& value, const std::string& type) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_boolean();
    if (type == "number") return value.is_number();
    if (type == "integer") return value.is_number_integer();
    return false;
  }

  void visit(const Json& schema, const Json& value, const std::string& path) {
    static const std::set<std::string> notes = {"$schema", "$id", "title", "description"};
    for (const auto& [keyword, wanted] : schema.items()) {
      if (notes.contains(keyword) || keyword == "additionalProperties") continue;
      if (!apply(keyword, wanted, value, path)) fail(path, "keyword unknown to the check: " + keyword);
    }
    if (schema.contains("additionalProperties") && value.is_object()) {
      for (const auto& [name, member] : value.items()) {
        if (!schema["properties"].contains(name)) fail(path, "unknown member " + name);
      }
    }
  }

  bool apply(const std::string& keyword, const Json& wanted, const Json& value, const std::string& path) {
    if (keyword == "type") {
      if (!has_type(value, wanted)) fail(path, "is no " + wanted.get<std::string>());
    } else if (keyword == "properties") {
      for (const auto& [name, schema] : wanted.items()) {
        if (value.is_object() && value.contains(name)) visit(schema, value[name], path + "." + name);
      }
    } else if (keyword == "required") {
      for (const auto& name : wanted) {
        if (!value.is_object() || !value.contains(name)) fail(path, "lacks " + name.get<std::string>());
      }
    } else if (keyword == "items") {
      for (size_t i = 0; value.is_array() && i < value.size(); ++i) {
        visit(wanted, value[i], path + "[" + std::to_string(i) + "]");
      }
    } else {
      return apply_limit(keyword, wanted, value, path);
    }
    return true;
  }

  bool apply_limit(const std::string& keyword, const Json& wanted, const Json& value,
                   const std::string& path) {
    bool holds = true;
    if (keyword == "enum") {
      holds = std::find(wanted.begin(), wanted.end(), value) != wanted.end();
    } else if (keyword == "pattern") {
      holds = std::regex_search(value.get<std::string>(), std::regex(wanted.get<std::string>()));
    } else if (keyword == "minLength") {
      holds = value.get<std::string>().size() >= wanted.get<size_t>();
    } else if (keyword == "minItems") {
      holds = value.size() >= wanted.get<size_t>();
    } else if (keyword == "minimum") {
      holds = value.get<double>() >= wanted.get<double>();
    } else if (keyword == "maximum") {
      holds = value.get<double>() <= wanted.get<double>();
    } else {
      return false;
    }
    if (!holds) fail(path, keyword + " does not hold: " + value.dump());
    return true;
  }

  std::vector<std::string> problems_;
};

// The published schema's complaints about one record as it was printed.
inline std::vector<std::string> record_problems(const std::string& json) {
  static const nlohmann::json schema = nlohmann::json::parse(record_schema());
  const auto value = nlohmann::json::parse(json, nullptr, false);
  if (value.is_discarded()) return {"no JSON: " + json};
  return SchemaCheck::problems(schema, value);
}

}  // namespace statgrep::test
