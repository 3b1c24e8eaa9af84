// Tests: tests/unit/app_selftest_test.cc, tests/e2e/patterns_test.cc
#include "statgrep/app/selftest.h"

#include <algorithm>
#include <set>

#include "expectation.h"
#include "pairing.h"
#include "statgrep/app/pipeline.h"
#include "statgrep/app/reading.h"

namespace statgrep {
namespace {

using Kind = JsonNode::Kind;

struct Sample {
  std::string text;
  std::optional<Date> date;
};

struct Extraction {
  std::vector<Record> records;
  std::set<std::string> rules;  // that made at least one, before merging
};

class Tester {
 public:
  Tester(const PackSet& packs, const Pack& pack, SelftestReport& report)
      : packs_(packs), pack_(pack), report_(report) {}

  void run(const RuleSource& rule) {
    rule_ = &rule;
    ++report_.rules;
    for (const JsonNode& n : rule.examples) rule.spot ? spot_example(n) : frame_example(n);
    for (const JsonNode& n : rule.rejects) rule.spot ? spot_reject(n) : frame_reject(n);
    report_.examples += static_cast<int>(rule.examples.size());
    report_.rejects += static_cast<int>(rule.rejects.size());
  }

 private:
  void frame_example(const JsonNode& n) {
    const auto sample = read(n, "example", {"text", "date", "records", "about"});
    if (!sample) return;
    const JsonNode* records = n.find("records");
    if (records == nullptr || records->kind != Kind::array || records->items.empty())
      return fail(n, "an example without \"records\"");
    std::vector<Facts> listed;
    const size_t before = report_.failures.size();
    for (const JsonNode& r : records->items) listed.push_back(facts_listed(r, rule_->file, report_.failures));
    if (report_.failures.size() == before) compare(n, *sample, listed);
  }

  void compare(const JsonNode& n, const Sample& sample, const std::vector<Facts>& listed) {
    const Extraction outcome = extract(sample);
    std::vector<Facts> extracted;
    for (const Record& r : outcome.records) extracted.push_back(facts_of(r));
    const std::string lines = difference(listed, extracted, outcome.records);
    if (!lines.empty()) return fail(n, "gives other records: " + sample.text + lines);
    if (outcome.rules.contains(rule_->id)) return;
    std::string made;
    for (const std::string& id : outcome.rules) made += (made.empty() ? "" : ", ") + id;
    fail(n, "the records are right, but made by " + made + ": " + sample.text);
  }

  // A line for each record that has no partner; "" where all have.
  static std::string difference(const std::vector<Facts>& listed, const std::vector<Facts>& extracted,
                                const std::vector<Record>& records) {
    const std::vector<int> partners = pair_up(
        listed.size(), extracted.size(), [&](size_t i, size_t k) { return agree(listed[i], extracted[k]); });
    Facts all;
    for (const Facts& facts : listed) all.insert(all.end(), facts.begin(), facts.end());
    std::string out;
    for (size_t i = 0; i < listed.size(); ++i)
      if (partners[i] < 0) out += "\n  listed:    " + to_json(listed[i], all);
    for (size_t k = 0; k < extracted.size(); ++k)
      if (std::find(partners.begin(), partners.end(), static_cast<int>(k)) == partners.end())
        out += "\n  extracted: " + to_json(extracted[k], all) + "  by " + records[k].rule;
    return out;
  }

  void frame_reject(const JsonNode& n) {
    const auto sample = read(n, "reject", {"text", "date", "about"});
    if (!sample) return;
    const Extraction outcome = extract(*sample);
    if (!outcome.rules.contains(rule_->id)) return;
    std::string lines;
    for (const Record& r : outcome.records)
      if (r.rule == rule_->id) lines += "\n  extracted: " + to_json(facts_of(r), {});
    fail(n, "makes a record of a text that it should reject: " + sample->text + lines);
  }

  void spot_example(const JsonNode& n) {
    const auto sample = read(n, "example", {"text", "date", "in_force", "gives", "about"});
    if (!sample) return;
    const JsonNode* gives = n.find("gives");
    if (gives == nullptr || gives->kind != Kind::string) return fail(n, "an example without \"gives\"");
    DateContext context;
    context.today = sample->date;
    if (const JsonNode* in_force = n.find("in_force"); in_force != nullptr) {
      context.in_force = period_from(in_force->string);
      if (!context.in_force) return fail(*in_force, "a period \"2023-01/2023-09\" is wanted here");
    }
    const std::vector<std::string> found = spots(sample->text, context);
    if (std::find(found.begin(), found.end(), gives->string) != found.end()) return;
    std::string got;
    for (const std::string& value : found) got += (got.empty() ? "" : ", ") + value;
    fail(*gives,
         "should give " + gives->string + ", gives " + (got.empty() ? "no spot" : got) + ": " + sample->text);
  }

  void spot_reject(const JsonNode& n) {
    const auto sample = read(n, "reject", {"text", "date", "about"});
    if (!sample) return;
    DateContext context;
    context.today = sample->date;
    const std::vector<std::string> found = spots(sample->text, context);
    if (!found.empty())
      fail(n, "finds \"" + found[0] + "\" in a text that it should reject: " + sample->text);
  }

  // What each spot of this rule says.
  std::vector<std::string> spots(const std::string& text, const DateContext& context) const {
    std::vector<std::string> out;
    const Document document = document_of(text, context.today);
    for (const SentenceAnalysis& sentence : analyse(document.text, pack_, nullptr).sentences)
      for (const Spot& spot : sentence.spots)
        if (pack_.text(pack_.rules()[spot.rule].id) == rule_->id) out.push_back(spot_value(spot, context));
    return out;
  }

  Extraction extract(const Sample& sample) const {
    Trace trace;
    trace.attempts = false;
    Document document = document_of(sample.text, sample.date);
    document.lang = pack_.lang();
    Extraction out;
    out.records = Pipeline(packs_, {document.lang}).run_alone(document, &trace);
    for (const TraceEntry& e : trace.entries)
      if (e.stage == Stage::record && e.verdict == Verdict::made) out.rules.insert(e.what);
    return out;
  }

  // A text with its date, or nullopt once what is wrong has been noted.
  std::optional<Sample> read(const JsonNode& n, const std::string& what, const std::set<std::string>& keys) {
    const JsonNode* text = n.kind == Kind::object ? n.find("text") : &n;
    if (text == nullptr || text->kind != Kind::string) return fail(n, what + " without a text"), std::nullopt;
    if (text->string.empty()) return fail(n, "an empty " + what), std::nullopt;
    for (const JsonMember& m : n.members) {
      if (keys.contains(m.key)) continue;
      return fail(m.key_line, m.key_column, "unknown key \"" + m.key + "\" of an " + what), std::nullopt;
    }
    Sample sample{text->string, std::nullopt};
    const JsonNode* date = n.find("date");
    if (date != nullptr && !(sample.date = parse_date(date->string)))
      return fail(*date, "a date \"2024-06-12\" is wanted here"), std::nullopt;
    return sample;
  }

  static std::optional<Period> period_from(const std::string& text) {
    const size_t slash = text.find('/');
    const auto start = parse_date(std::string_view(text).substr(0, slash));
    const auto end =
        slash == std::string::npos ? start : parse_date(std::string_view(text).substr(slash + 1));
    if (!start || !end) return std::nullopt;
    return Period{*start, *end};
  }

  void fail(const JsonNode& n, const std::string& message) { fail(n.line, n.column, message); }
  void fail(int line, int column, const std::string& message) {
    report_.failures.push_back({rule_->file, line, column, rule_->id + ": " + message});
  }

  const PackSet& packs_;
  const Pack& pack_;
  SelftestReport& report_;
  const RuleSource* rule_ = nullptr;
};

}  // namespace

SelftestReport run_selftest(const PackSet& packs, const std::string& only) {
  SelftestReport report;
  for (const Pack& pack : packs.packs()) {
    Tester tester(packs, pack, report);
    for (const RuleSource& rule : rule_sources(pack))
      if (only.empty() || rule.id == only) tester.run(rule);
  }
  return report;
}

}  // namespace statgrep
