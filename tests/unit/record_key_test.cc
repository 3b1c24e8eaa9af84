#include <catch2/catch.hpp>

#include "statgrep/record/key.h"
#include "unit/sample_records.h"

using namespace statgrep;

namespace {

const DroppedWords kDropped = [](std::string_view word) {
  return word == "of" || word == "the" || word == "in";
};

bool same(const Record& a, const Record& b) {
  return key_of(a, kDropped).exact() == key_of(b, kDropped).exact();
}

template <class Change>
bool same_after(Change change) {
  Record changed = test::full_record();
  change(changed);
  return same(test::full_record(), changed);
}

}  // namespace

TEST_CASE("content words know neither order nor case nor dropped words") {
  CHECK(content_words("the investment in high-tech manufacturing", kDropped) ==
        content_words("High-tech manufacturing investment", kDropped));
  CHECK(content_words("sales of sales", kDropped) == "sales");
  CHECK(content_words("M2", kDropped) != content_words("M1", kDropped));
  CHECK(content_words("Émilie’s ÖL", kDropped) == "s émilie öl");
  CHECK(content_words("零售 总额", kDropped) == "总额 零售");
  CHECK(content_words("the", kDropped) == "the");
  CHECK(content_words("", kDropped).empty());
  CHECK(content_words("!", kDropped) == "!");
}

TEST_CASE("an id stands for all spellings of an indicator") {
  CHECK(same_after([](Record& r) { r.indicator = "turnover of shops"; }));
  CHECK_FALSE(same_after([](Record& r) { r.indicator_id = "other"; }));
  CHECK_FALSE(same_after([](Record& r) { r.indicator_id = ""; }));
}

TEST_CASE("a key sees what the contract lists") {
  CHECK_FALSE(same_after([](Record& r) { r.measure = Measure::level; }));
  CHECK_FALSE(same_after([](Record& r) { r.value = Decimal::of(-25, -1); }));
  CHECK_FALSE(same_after([](Record& r) { r.value_high.reset(); }));
  CHECK_FALSE(same_after([](Record& r) { r.unit = "pp"; }));
  CHECK_FALSE(same_after([](Record& r) { r.basis = Basis::MoM; }));
  CHECK_FALSE(same_after([](Record& r) { r.status = Status::none; }));
  CHECK_FALSE(same_after([](Record& r) { r.area = "Japan"; }));
  CHECK_FALSE(same_after([](Record& r) { r.of = "output"; }));
  CHECK_FALSE(same_after([](Record& r) { r.versus.reset(); }));
  CHECK_FALSE(same_after([](Record& r) { r.versus->indicator = "output"; }));
  CHECK_FALSE(same_after([](Record& r) { r.versus->bounds.reset(); }));
  CHECK_FALSE(same_after([](Record& r) { r.period.reset(); }));
  CHECK_FALSE(same_after([](Record& r) { r.period->bounds = test::period_of("2023-06", "2023-06"); }));
}

TEST_CASE("a key does not see how a statement was worded or found") {
  CHECK(same_after([](Record& r) { r.period->inherited = false; }));
  CHECK(same_after([](Record& r) { r.period->text = "last month"; }));
  CHECK(same_after([](Record& r) { r.versus->text = "the year before"; }));
  CHECK(same_after([](Record& r) { r.value_text = "2.5%"; }));
  CHECK(same_after([](Record& r) { r.qualifier = Qualifier::over; }));
  CHECK(same_after([](Record& r) { r.streak.reset(); }));
  CHECK(same_after([](Record& r) { r.attribution = ""; }));
  CHECK(same_after([](Record& r) { r.confidence = 1; }));
  CHECK(same_after([](Record& r) { r.rule = "other"; }));
  CHECK(same_after([](Record& r) { r.mentions.clear(); }));
}

TEST_CASE("what a known indicator counts is one unit in every language, a code is not") {
  Record a, b;
  a.indicator_id = b.indicator_id = "telecom.users";
  a.unit = "user";
  b.unit = "户";
  CHECK(same(a, b));
  b.unit = "kW.h";
  CHECK_FALSE(same(a, b));
  a.unit = "t";
  CHECK_FALSE(same(a, b));
  a.unit = "har";
  b.unit = "亩";
  CHECK_FALSE(same(a, b));
  a.indicator_id = b.indicator_id = "";
  a.unit = "user";
  b.unit = "户";
  CHECK_FALSE(same(a, b));
}

TEST_CASE("names of one thing are one key, where it is known what they name") {
  const NameKeys keys(kDropped, [](std::string_view words) {
    return std::string(words == "china" || words == "中国" ? "area.CN" : "");
  });
  Record a, b;
  a.area = "China";
  b.area = "中国";
  CHECK(key_of(a, keys).exact() == key_of(b, keys).exact());
  a.of = "total sales";
  CHECK(key_of(a, keys).exact() != key_of(b, keys).exact());
  b.area = "Jiangxi";
  a.of = "";
  CHECK(key_of(a, keys).exact() != key_of(b, keys).exact());
}
