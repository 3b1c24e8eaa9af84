// Tests: tests/unit/write_record_reader_test.cc
#include "statgrep/write/record_reader.h"

#include <nlohmann/json.hpp>

namespace statgrep {
namespace {

using nlohmann::json;

struct Wrong {
  std::string what;
};

class Reader {
 public:
  Record record(const json& j) {
    if (!j.is_object()) throw Wrong{"no object"};
    Record r;
    for (const auto& [name, value] : j.items()) member(name, value, r);
    for (const char* name :
         {"indicator", "measure", "value", "value_text", "unit", "confidence", "rule", "mentions"})
      if (!j.contains(name)) throw Wrong{std::string("without \"") + name + '"'};
    return r;
  }

 private:
  static void member(const std::string& name, const json& v, Record& r) {
    const struct {
      const char* name;
      std::string& to;
    } kTexts[] = {{"indicator", r.indicator},
                  {"indicator_id", r.indicator_id},
                  {"value_text", r.value_text},
                  {"unit", r.unit},
                  {"of", r.of},
                  {"area", r.area},
                  {"attribution", r.attribution},
                  {"rule", r.rule}};
    for (const auto& t : kTexts)
      if (name == t.name) return void(t.to = text(name, v));
    if (name == "measure") return void(r.measure = known(name, measure_from(text(name, v))));
    if (name == "basis") return void(r.basis = known(name, basis_from(text(name, v))));
    if (name == "qualifier") return void(r.qualifier = known(name, qualifier_from(text(name, v))));
    if (name == "status") return void(r.status = known(name, status_from(text(name, v))));
    if (name == "value") return void(r.value = number(name, v));
    if (name == "value_high") return void(r.value_high = number(name, v));
    if (name == "confidence")
      return void(r.confidence = static_cast<int>(number(name, v).shifted(2).to_int().value_or(0)));
    if (name == "period") return void(r.period = period(v));
    if (name == "streak") return void(r.streak = streak(v));
    if (name == "versus") return void(r.versus = versus(v));
    if (name == "mentions") return mentions(v, r);
    throw Wrong{"with an unknown field \"" + name + '"'};
  }

  static std::string text(const std::string& name, const json& v) {
    if (!v.is_string()) throw Wrong{"\"" + name + "\" is no text"};
    return v.get<std::string>();
  }

  static std::string optional_text(const json& o, const char* name) {
    return o.contains(name) ? text(name, o[name]) : "";
  }

  // Numbers are kept as text by the parser below: a double would not do.
  static Decimal number(const std::string& name, const json& v) {
    const auto d = v.is_binary() ? Decimal::parse(std::string(v.get_binary().begin(), v.get_binary().end()))
                                 : std::nullopt;
    if (!d) throw Wrong{"\"" + name + "\" is no number"};
    return *d;
  }

  template <class E>
  static E known(const std::string& name, std::optional<E> value) {
    if (!value) throw Wrong{"\"" + name + "\" has an unknown value"};
    return *value;
  }

  static std::optional<Period> bounds(const json& o) {
    if (!o.contains("start") && !o.contains("end")) return std::nullopt;
    const auto start = parse_date(optional_text(o, "start")), end = parse_date(optional_text(o, "end"));
    if (!start || !end) throw Wrong{"with a period that has no two dates"};
    return Period{*start, *end};
  }

  static RecordPeriod period(const json& o) {
    RecordPeriod p;
    p.text = optional_text(o, "text");
    p.bounds = bounds(o);
    p.inherited = o.contains("inherited");
    return p;
  }

  static Streak streak(const json& o) {
    if (!o.contains("value")) throw Wrong{"with a streak that has no value"};
    return {number("streak", o["value"]), optional_text(o, "unit"), optional_text(o, "direction")};
  }

  static Versus versus(const json& o) {
    return {optional_text(o, "text"), optional_text(o, "indicator"), bounds(o)};
  }

  static uint32_t whole(const json& o, const char* name) {
    const auto n = o.contains(name) ? number(name, o[name]).to_int() : std::nullopt;
    if (!n || *n < 0 || *n > UINT32_MAX) throw Wrong{std::string("with a mention without \"") + name + '"'};
    return static_cast<uint32_t>(*n);
  }

  static void mentions(const json& v, Record& r) {
    if (!v.is_array()) throw Wrong{"\"mentions\" is no list"};
    for (const json& o : v)
      r.mentions.push_back({optional_text(o, "source"), whole(o, "line"), whole(o, "start"), whole(o, "end"),
                            optional_text(o, "quote")});
  }
};

// Builds a value with its numbers as they are printed.
class Builder : public nlohmann::detail::json_sax_dom_parser<json> {
 public:
  using Base = nlohmann::detail::json_sax_dom_parser<json>;
  explicit Builder(json& root) : Base(root, false) {}

  bool number_integer(int64_t n) { return keep(std::to_string(n)); }
  bool number_unsigned(uint64_t n) { return keep(std::to_string(n)); }
  bool number_float(double /*n*/, const std::string& printed) { return keep(printed); }

 private:
  bool keep(const std::string& printed) {
    json::binary_t bytes(std::vector<uint8_t>(printed.begin(), printed.end()));
    return Base::binary(bytes);
  }
};

}  // namespace

std::variant<Record, Error> read_record(std::string_view text) {
  json root;
  Builder builder(root);
  if (!json::sax_parse(text, &builder) || builder.is_errored()) return Error{"", 0, 0, "no JSON"};
  try {
    return Reader().record(root);
  } catch (const Wrong& wrong) {
    return Error{"", 0, 0, "a record " + wrong.what};
  } catch (const json::exception&) {
    return Error{"", 0, 0, "a record with a field of the wrong kind"};
  }
}

}  // namespace statgrep
