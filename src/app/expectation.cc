// Tests: tests/unit/app_selftest_test.cc
#include "expectation.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "statgrep/write/json_text.h"

namespace statgrep {
namespace {

using Kind = JsonNode::Kind;

std::string quoted(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

// Which fields an example may leave out, though the record has them.
constexpr std::array<std::string_view, 10> kOptional = {
    "indicator_id", "period",      "period_text",      "period_inherited", "area",
    "attribution",  "versus_text", "versus_indicator", "versus_start",     "versus_end"};
constexpr std::array<std::string_view, 9> kPlain = {"indicator", "indicator_id", "measure", "unit", "basis",
                                                    "qualifier", "status",       "of",      "area"};

constexpr std::string_view kVersus = "versus_";

// What is shown only where the other side lists it.
bool is_detail(std::string_view name) {
  return name.starts_with("period_") || name == "versus_start" || name == "versus_end";
}

template <typename List>
bool has(const List& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

std::string streak_json(const std::string& value, const std::string& unit, const std::string& direction) {
  std::string out = R"({"value": )" + value + R"(, "unit": )" + unit;
  if (!direction.empty()) out += R"(, "direction": )" + direction;
  return out + '}';
}

std::string short_period(std::string_view start, std::string_view end) {
  return quoted(std::string(start) + '/' + std::string(end));
}

class Lister {
 public:
  Lister(const std::string& file, std::vector<Error>& errors) : file_(file), errors_(errors) {}

  Facts read(const JsonNode& object) {
    if (object.kind != Kind::object) fail(object.line, object.column, "a listed record is an object");
    for (const JsonMember& m : object.members) field(m);
    for (const char* name : {"indicator", "measure", "value", "unit"})
      if (object.find(name) == nullptr)
        fail(object.line, object.column, std::string("a listed record without \"") + name + "\"");
    return std::move(out_);
  }

 private:
  void field(const JsonMember& m) {
    if (m.key == "about") return;
    if (m.value.kind == Kind::null) return add(m.key, "null");
    if (m.key == "value" || m.key == "value_high") return add(m.key, number(m.value));
    if (m.key == "streak") return streak(m.value);
    if (m.key == "period") return period(m.value);
    if (m.key == "versus") return versus(m.value);
    if (has(kPlain, m.key) || m.key == "attribution") return add(m.key, text(m.value));
    fail(m.key_line, m.key_column, "\"" + m.key + "\" is no field that an example can list");
  }

  void streak(const JsonNode& n) {
    const JsonNode* value = n.find("value");
    const JsonNode* unit = n.find("unit");
    const JsonNode* direction = n.find("direction");
    if (value == nullptr || unit == nullptr) return fail(n.line, n.column, "a streak has a value and a unit");
    add("streak", streak_json(number(*value), text(*unit), direction == nullptr ? "" : text(*direction)));
  }

  void period(const JsonNode& n) {
    if (n.kind == Kind::string) {
      const size_t slash = n.string.find('/');
      if (slash == std::string::npos) return add("period", short_period(n.string, n.string));
      return add("period", quoted(n.string));
    }
    const JsonNode* start = n.find("start");
    const JsonNode* end = n.find("end");
    if (start == nullptr || end == nullptr)
      return fail(n.line, n.column, R"(a period is {"start", "end"} or "start/end")");
    add("period", short_period(start->string, end->string));
    if (const JsonNode* words = n.find("text")) add("period_text", text(*words));
    if (const JsonNode* b = n.find("inherited")) add("period_inherited", b->boolean ? "true" : "null");
  }

  void versus(const JsonNode& n) {
    if (n.kind == Kind::string) return add("versus_text", quoted(n.string));
    for (const JsonMember& m : n.members) {
      if (!has(kOptional, "versus_" + m.key)) {
        fail(m.key_line, m.key_column, "\"" + m.key + "\" is no field of \"versus\"");
      } else {
        add("versus_" + m.key, text(m.value));
      }
    }
  }

  std::string number(const JsonNode& n) {
    const size_t e = n.string.find_first_of("eE");
    const auto decimal =
        n.kind == Kind::number ? Decimal::parse(std::string_view(n.string).substr(0, e)) : std::nullopt;
    if (!decimal) {
      fail(n.line, n.column, "a number of at most 18 digits is wanted here");
      return "";
    }
    return decimal->shifted(e == std::string::npos ? 0 : std::atoi(n.string.c_str() + e + 1)).to_string();
  }

  std::string text(const JsonNode& n) {
    if (n.kind == Kind::null) return "null";
    if (n.kind != Kind::string) fail(n.line, n.column, "a string is wanted here");
    return quoted(n.string);
  }

  void add(const std::string& name, std::string json) { out_.push_back({name, std::move(json)}); }
  void fail(int line, int column, std::string message) {
    errors_.push_back({file_, line, column, std::move(message)});
  }

  const std::string& file_;
  std::vector<Error>& errors_;
  Facts out_;
};

const Fact* find(const Facts& facts, std::string_view name) {
  const auto found = std::find_if(facts.begin(), facts.end(), [&](const Fact& f) { return f.name == name; });
  return found == facts.end() ? nullptr : &*found;
}

// Null of an object's field stands for all of its members.
bool absent(const Facts& facts, const std::string& name) {
  return std::none_of(facts.begin(), facts.end(), [&](const Fact& f) {
    return f.name == name || (name == "versus" && f.name.starts_with(kVersus));
  });
}

}  // namespace

Facts facts_of(const Record& r) {
  Facts out;
  const auto text = [&out](const char* name, std::string_view value) {
    if (!value.empty()) out.push_back({name, quoted(value)});
  };
  text("indicator", r.indicator);
  text("measure", name_of(r.measure));
  out.push_back({"value", r.value.to_string()});
  if (r.value_high) out.push_back({"value_high", r.value_high->to_string()});
  text("unit", r.unit);
  text("basis", name_of(r.basis));
  text("qualifier", name_of(r.qualifier));
  text("status", name_of(r.status));
  if (r.period && r.period->bounds) {
    const Period& p = *r.period->bounds;
    out.push_back({"period", short_period(to_string(p.start), to_string(p.end))});
    text("period_text", r.period->text);
    if (r.period->inherited) out.push_back({"period_inherited", "true"});
  }
  if (r.streak) {
    const std::string direction = r.streak->direction.empty() ? "" : quoted(r.streak->direction);
    out.push_back({"streak", streak_json(r.streak->value.to_string(), quoted(r.streak->unit), direction)});
  }
  text("of", r.of);
  text("area", r.area);
  text("indicator_id", r.indicator_id);
  text("attribution", r.attribution);
  if (r.versus) {
    text("versus_text", r.versus->text);
    text("versus_indicator", r.versus->indicator);
    if (r.versus->bounds) text("versus_start", to_string(r.versus->bounds->start));
    if (r.versus->bounds) text("versus_end", to_string(r.versus->bounds->end));
  }
  return out;
}

Facts facts_listed(const JsonNode& object, const std::string& file, std::vector<Error>& errors) {
  return Lister(file, errors).read(object);
}

bool agree(const Facts& listed, const Facts& extracted) {
  for (const Fact& want : listed) {
    const Fact* got = find(extracted, want.name);
    if (want.json == "null" ? !absent(extracted, want.name) : got == nullptr || got->json != want.json)
      return false;
  }
  return std::all_of(extracted.begin(), extracted.end(), [&](const Fact& got) {
    return has(kOptional, got.name) || find(listed, got.name) != nullptr;
  });
}

std::string to_json(const Facts& facts, const Facts& listed) {
  std::string out;
  bool in_versus = false;
  for (const Fact& fact : facts) {
    if (is_detail(fact.name) && find(listed, fact.name) == nullptr) continue;
    const bool versus = fact.name.starts_with(kVersus);
    if (in_versus && !versus) out += '}';
    out += out.empty() ? "{" : versus && !in_versus ? R"(, "versus": {)" : ", ";
    in_versus = versus;
    out += quoted(versus ? fact.name.substr(kVersus.size()) : fact.name) + ": " + fact.json;
  }
  if (in_versus) out += '}';
  return out.empty() ? "{}" : out + '}';
}

}  // namespace statgrep
