#include <catch2/catch.hpp>
#include <random>

#include "statgrep/write/fields.h"
#include "statgrep/write/record_reader.h"

using namespace statgrep;

namespace {

std::string printed(const Record& record) {
  std::string out;
  append_json_record(out, record, select_all());
  return out;
}

class RandomRecord {
 public:
  explicit RandomRecord(unsigned seed) : random_(seed) {}

  Record make() {
    Record r;
    r.indicator = text() + "x";
    if (coin()) r.indicator_id = "a.b";
    r.measure = static_cast<Measure>(random_() % 9);
    r.value = number();
    if (coin()) r.value_high = number();
    r.value_text = text();
    r.unit = "%";
    r.basis = static_cast<Basis>(random_() % 8);
    r.qualifier = static_cast<Qualifier>(random_() % 6);
    r.status = static_cast<Status>(random_() % 6);
    if (coin()) r.period = RecordPeriod{text(), coin() ? std::optional(period()) : std::nullopt, coin()};
    if (coin()) r.streak = Streak{number(), "month", coin() ? "up" : ""};
    r.of = text();
    if (coin()) r.versus = Versus{text(), text(), coin() ? std::optional(period()) : std::nullopt};
    r.area = text();
    r.attribution = text();
    r.confidence = static_cast<int>(random_() % 101);
    r.rule = "en.x";
    for (size_t n = random_() % 3 + 1; n > 0; --n)
      r.mentions.push_back({text(), static_cast<uint32_t>(random_() + 1), static_cast<uint32_t>(random_()),
                            static_cast<uint32_t>(random_()), text()});
    return r;
  }

 private:
  bool coin() { return random_() % 2 == 0; }
  std::string text() {
    static const char* parts[] = {"", "a", "\"", "\\", "\n", "\x01", "\xE5\xA2\x9E", " "};
    std::string out;
    for (size_t n = random_() % 4; n > 0; --n) out += parts[random_() % std::size(parts)];
    return out;
  }
  Decimal number() {
    return Decimal::of(static_cast<int64_t>(random_()) * (coin() ? 1 : -1),
                       static_cast<int>(random_() % 12) - 6);
  }
  Period period() {
    Date d{static_cast<int16_t>(coin() ? 2000 + random_() % 30 : 0), static_cast<int8_t>(random_() % 12 + 1),
           0};
    return {d, d};
  }
  std::mt19937 random_;
};

std::string error_of(std::string_view json) {
  const auto read = read_record(json);
  const auto* error = std::get_if<Error>(&read);
  return error == nullptr ? "" : error->message;
}

}  // namespace

TEST_CASE("a record that is read again prints the same bytes") {
  RandomRecord random(23);
  for (int i = 0; i < 2000; ++i) {
    const std::string json = printed(random.make());
    INFO(json);
    const auto read = read_record(json);
    REQUIRE(std::holds_alternative<Record>(read));
    CHECK(printed(std::get<Record>(read)) == json);
  }
}

TEST_CASE("digits that a double has not are kept") {
  RandomRecord random(1);
  Record r = random.make();
  r.value = *Decimal::parse("33.333333333333333333");
  const auto read = read_record(printed(r));
  CHECK(std::get<Record>(read).value.to_string() == r.value.to_string());
}

TEST_CASE("what is no record is refused, and said why") {
  CHECK(error_of("{") == "no JSON");
  CHECK(error_of("[]") == "a record no object");
  CHECK(error_of("{\"indicator\":1}") == "a record \"indicator\" is no text");
  CHECK(error_of("{\"nope\":1}") == "a record with an unknown field \"nope\"");
  CHECK(error_of("{\"indicator\":\"x\"}") == "a record without \"measure\"");
  CHECK(error_of("{\"measure\":\"size\"}") == "a record \"measure\" has an unknown value");
  CHECK(error_of("{\"mentions\":[{\"line\":-1}]}") == "a record with a mention without \"line\"");
}
