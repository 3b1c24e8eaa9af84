#include "field_members.h"

namespace statgrep {
namespace {

const char kDate[] = R"("pattern":"^([0-9]{4}|XXXX)(-[0-9]{2}(-[0-9]{2})?)?$")";
const char kFilled[] = R"("minLength":1)";

bool filled(const std::string& text, std::string& out) {
  out += text;
  return !text.empty();
}

bool filled(const char* text, std::string& out) {
  out += text;
  return *text != '\0';
}

bool number(const Decimal& value, std::string& out) {
  out += value.to_string();
  return true;
}

bool integer(uint32_t value, std::string& out) {
  out += std::to_string(value);
  return true;
}

bool start_of(const std::optional<Period>& period, std::string& out) {
  if (period) out += to_string(period->start);
  return period.has_value();
}

bool end_of(const std::optional<Period>& period, std::string& out) {
  if (period) out += to_string(period->end);
  return period.has_value();
}

// "enum":[…] of all spellings from the enum's first value to `last`.
template <class E>
std::string enum_of(E first, E last) {
  std::string out = "\"enum\":[";
  for (int i = static_cast<int>(first); i <= static_cast<int>(last); ++i) {
    if (out.back() != '[') out += ',';
    append_json_string(out, name_of(static_cast<E>(i)));
  }
  return out + ']';
}

const char* type_name(ValueType type) {
  switch (type) {
    case ValueType::string:
      return "string";
    case ValueType::number:
      return "number";
    case ValueType::integer:
      return "integer";
    case ValueType::boolean:
      return "boolean";
  }
  return "";
}

}  // namespace

std::string describe(const char* description) {
  std::string out = R"({"description":)";
  append_json_string(out, description);
  return out + ',';
}

std::string schema_of(ValueType type, const char* description, const std::string& constraint) {
  std::string out = describe(description) + R"("type":")" + type_name(type) + '"';
  if (!constraint.empty()) out += ',' + constraint;
  return out + '}';
}

const std::vector<Member<Record>>& record_members() {
  using R = const Record&;
  using S = std::string&;
  constexpr auto text = ValueType::string;
  constexpr auto num = ValueType::number;
  static const std::vector<Member<Record>> members = {
      {"indicator", text, true, kFilled, "canonical name of what is measured",
       [](R r, S out) {
         out += r.indicator;
         return true;
       }},
      {"indicator_id", text, false, kFilled, "id in the indicator catalogue, the same for every language",
       [](R r, S out) { return filled(r.indicator_id, out); }},
      {"measure", text, true, enum_of(Measure::level, Measure::rank),
       "how the value relates to the indicator", [](R r, S out) { return filled(name_of(r.measure), out); }},
      {"value", num, true, "", "signed and fully scaled; the lower end of a range",
       [](R r, S out) { return number(r.value, out); }},
      {"value_high", num, false, "", "upper end of a range",
       [](R r, S out) { return r.value_high && number(*r.value_high, out); }},
      {"value_text", text, true, "", "the words that gave the value, verbatim",
       [](R r, S out) {
         out += r.value_text;
         return true;
       }},
      {"unit", text, true, kFilled, "%, pp, bp, an ISO 4217 or UCUM code, 1, or the counted noun",
       [](R r, S out) {
         out += r.unit;
         return true;
       }},
      {"basis", text, false, enum_of(Basis::YoY, Basis::annualised), "what a growth or change is against",
       [](R r, S out) { return filled(name_of(r.basis), out); }},
      {"qualifier", text, false, enum_of(Qualifier::approx, Qualifier::at_most), "absent when exact",
       [](R r, S out) { return filled(name_of(r.qualifier), out); }},
      {"status", text, false, enum_of(Status::estimate, Status::previous), "absent for an actual figure",
       [](R r, S out) { return filled(name_of(r.status), out); }},
      {"of", text, false, kFilled, "the whole of a share, a count or a contribution",
       [](R r, S out) { return filled(r.of, out); }},
      {"area", text, false, kFilled, "the place, where the text names one",
       [](R r, S out) { return filled(r.area, out); }},
      {"attribution", text, false, kFilled, "who says so, where the text says",
       [](R r, S out) { return filled(r.attribution, out); }},
      {"confidence", num, true, R"("minimum":0,"maximum":1)",
       "monotonic in how much of the record was stated rather than inferred",
       [](R r, S out) { return number(Decimal::of(r.confidence, -2), out); }},
      {"rule", text, true, kFilled, "id of the pattern that made the record",
       [](R r, S out) {
         out += r.rule;
         return true;
       }},
  };
  return members;
}

const std::vector<Member<RecordPeriod>>& period_members() {
  using P = const RecordPeriod&;
  using S = std::string&;
  static const std::vector<Member<RecordPeriod>> members = {
      {"text", ValueType::string, false, kFilled, "verbatim", [](P p, S out) { return filled(p.text, out); }},
      {"start", ValueType::string, false, kDate, "inclusive, at the precision that the text gives",
       [](P p, S out) { return start_of(p.bounds, out); }},
      {"end", ValueType::string, false, kDate, "inclusive, at the precision that the text gives",
       [](P p, S out) { return end_of(p.bounds, out); }},
      {"inherited", ValueType::boolean, false, R"("enum":[true])",
       "taken from context, not from the clause itself",
       [](P p, S out) {
         if (p.inherited) out += "true";
         return p.inherited;
       }},
  };
  return members;
}

const std::vector<Member<Streak>>& streak_members() {
  using T = const Streak&;
  using S = std::string&;
  static const std::vector<Member<Streak>> members = {
      {"value", ValueType::number, true, "", "how many units",
       [](T t, S out) { return number(t.value, out); }},
      {"unit", ValueType::string, true, kFilled, "month, quarter, year, … in every language",
       [](T t, S out) {
         out += t.unit;
         return true;
       }},
      {"direction", ValueType::string, false, R"("enum":["up","down"])", "which way it went",
       [](T t, S out) { return filled(t.direction, out); }},
  };
  return members;
}

const std::vector<Member<Versus>>& versus_members() {
  using V = const Versus&;
  using S = std::string&;
  static const std::vector<Member<Versus>> members = {
      {"text", ValueType::string, false, kFilled, "verbatim", [](V v, S out) { return filled(v.text, out); }},
      {"indicator", ValueType::string, false, kFilled, "the other indicator",
       [](V v, S out) { return filled(v.indicator, out); }},
      {"start", ValueType::string, false, kDate, "the other period",
       [](V v, S out) { return start_of(v.bounds, out); }},
      {"end", ValueType::string, false, kDate, "the other period",
       [](V v, S out) { return end_of(v.bounds, out); }},
  };
  return members;
}

const std::vector<Member<Mention>>& mention_members() {
  using M = const Mention&;
  using S = std::string&;
  static const std::vector<Member<Mention>> members = {
      {"source", ValueType::string, true, "", "path or document id",
       [](M m, S out) {
         out += m.source;
         return true;
       }},
      {"line", ValueType::integer, true, R"("minimum":1)", "line of the source",
       [](M m, S out) { return integer(m.line, out); }},
      {"start", ValueType::integer, true, R"("minimum":0)", "byte offset into the source decoded to UTF-8",
       [](M m, S out) { return integer(m.start, out); }},
      {"end", ValueType::integer, true, R"("minimum":0)", "byte offset into the source decoded to UTF-8",
       [](M m, S out) { return integer(m.end, out); }},
      {"quote", ValueType::string, true, "", "the sentence, without markup",
       [](M m, S out) {
         out += m.quote;
         return true;
       }},
  };
  return members;
}

}  // namespace statgrep
