// The contract of the command line: formats, files, exit codes.
#include <catch2/catch.hpp>
#include <filesystem>

#include "e2e/run.h"
#include "unit/schema_check.h"

namespace fs = std::filesystem;
using namespace statgrep::test;
using Catch::Contains;
using Catch::StartsWith;
using nlohmann::json;

TEST_CASE("extract prints one JSON object a line") {
  const Run run = extract({"-"}, kSentence);
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  REQUIRE(run.records().size() == 1);
  const json record = run.records()[0];
  CHECK(record["indicator"] == "retail sales");
  CHECK(record["measure"] == "growth");
  CHECK(record["value"] == 2.5);
  CHECK(record["unit"] == "%");
  CHECK(record["basis"] == "YoY");
  CHECK(record["period"]["start"] == "2023-05");
  CHECK(record["period"]["end"] == "2023-05");
  CHECK(record["mentions"][0]["source"] == "-");
  CHECK(record["mentions"][0]["quote"] == kSentence);
  CHECK(record_problems(run.out) == std::vector<std::string>{});
}

TEST_CASE("standard input is read where no file is named") {
  CHECK(extract({}, kSentence).out == extract({"-"}, kSentence).out);
}

TEST_CASE("the exit code says found, nothing found, or trouble") {
  CHECK(extract({"-"}, kSentence).code == 0);
  CHECK(extract({"-"}, "Nothing to count here.").code == 1);
  CHECK(extract({"no-such-file"}).code == 2);
  CHECK(statgrep::test::statgrep({}).code == 2);
  CHECK(statgrep::test::statgrep({"no-such-command"}).code == 2);
  CHECK(statgrep::test::statgrep({"--help"}).code == 0);
  CHECK(extract({"--help"}).code == 0);
}

TEST_CASE("bad usage is one clear message on standard error") {
  const std::vector<std::vector<std::string>> cases = {
      {"--no-such-option"},
      {"--format", "xml"},
      {"--date", "12.6.2024"},
      {"--fields", "valeu"},
      {"--lang", "tlh"},
      {"--color", "sometimes"},
      {"--patterns", "/no/such/place"},
      {"--min-confidence", "9"},
  };
  for (auto arguments : cases) {
    INFO(arguments.back());
    arguments.emplace_back("-");
    const Run run = extract(arguments, kSentence);
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK_THAT(run.err, StartsWith("statgrep: "));
  }
}

TEST_CASE("--version names the program and its version") {
  const Run run = statgrep::test::statgrep({"--version"});
  CHECK(run.code == 0);
  CHECK(run.out == "statgrep 0.1.0\n");
}

TEST_CASE("schema prints the schema that records keep") {
  const Run run = statgrep::test::statgrep({"schema"});
  CHECK(run.code == 0);
  const auto schema = json::parse(run.out);
  for (const json& record : extract({"-"}, kSentence).records()) {
    CHECK(SchemaCheck::problems(schema, record) == std::vector<std::string>{});
  }
}

TEST_CASE("every record of the samples keeps the schema") {
  const Run run = extract({STATGREP_SOURCE_DIR "/samples"});
  CHECK(run.code == 0);
  std::istringstream in(run.out);
  for (std::string line; std::getline(in, line);) {
    CHECK(record_problems(line) == std::vector<std::string>{});
  }
}

TEST_CASE("all formats print the same records") {
  const std::string text =
      kSentence + "\n\nIndustrial output fell 1.2 percent in June 2023 from a year earlier.\n";
  const auto records = extract({"-"}, text).records();
  REQUIRE(records.size() == 2);
  CHECK(json::parse(extract({"--format", "json", "-"}, text).out) == json(records));
  const Run csv = extract({"--format", "csv", "--fields", "indicator,value,unit,period.start", "-"}, text);
  CHECK(csv.out ==
        "indicator,value,unit,period_start\r\nretail sales,2.5,%,2023-05\r\nindustrial "
        "output,-1.2,%,2023-06\r\n");
  const Run table = extract({"--format", "table", "-"}, text);
  CHECK(count_of(table.out, "\n") == 3);
  CHECK_THAT(table.out, Contains("retail sales") && Contains("+2.5 %") && Contains("-:1"));
}

TEST_CASE("the table fits COLUMNS and has colours where they are asked for") {
  const Run narrow = shell("COLUMNS=60 \"$statgrep\" extract --format table -", kSentence);
  std::istringstream in(narrow.out);
  for (std::string line; std::getline(in, line);) CHECK(line.size() <= 64);  // an ellipsis has three bytes
  CHECK(narrow.out.find('\x1B') == std::string::npos);
  CHECK(extract({"--format", "table", "--color", "always", "-"}, kSentence).out.find('\x1B') !=
        std::string::npos);
}

TEST_CASE("--date gives a text its year") {
  const std::string text = "Retail sales rose 2.5 percent in May from a year earlier.";
  CHECK(extract({"--date", "2024-06-12", "-"}, text).records().at(0)["period"]["start"] == "2024-05");
  CHECK(extract({"-"}, text).records().at(0)["period"]["start"] == "XXXX-05");
}

TEST_CASE("--min-confidence leaves out what was inferred") {
  const double confidence = extract({"-"}, kSentence).records().at(0)["confidence"];
  CHECK(extract({"--min-confidence", "0", "-"}, kSentence).code == 0);
  CHECK(extract({"--min-confidence", "1", "-"}, kSentence).code == (confidence < 1 ? 1 : 0));
}

TEST_CASE("a statement in several files is one record with all its mentions") {
  const TempDir dir;
  write_file(dir / "b.txt", kSentence);
  write_file(dir / "a.txt", "\n" + kSentence);
  const auto records = extract({dir.path()}).records();
  REQUIRE(records.size() == 1);
  REQUIRE(records[0]["mentions"].size() == 2);
  CHECK(records[0]["mentions"][0]["source"] == dir / "a.txt");
  CHECK(records[0]["mentions"][0]["line"] == 2);
  CHECK(records[0]["mentions"][1]["source"] == dir / "b.txt");
}

TEST_CASE("-o writes a whole file and nothing to standard output") {
  const TempDir dir;
  const Run run = extract({"-o", dir / "out.jsonl", "-"}, kSentence);
  CHECK(run.code == 0);
  CHECK(run.out.empty());
  CHECK(read_file(dir / "out.jsonl") == extract({"-"}, kSentence).out);
  CHECK(dir.names() == std::vector<std::string>{"out.jsonl"});
}

TEST_CASE("a killed run leaves neither a half file nor a temporary one") {
  const TempDir dir;
  write_file(dir / "out/result", "old\n");
  // Standard input that never ends keeps the program at work until it is ended.
  const Run run = shell("mkfifo " + quoted(dir / "pipe") + "; sleep 30 >" + quoted(dir / "pipe") +
                        " & feeder=$!; \"$statgrep\" extract -o " + quoted(dir / "out/result") + " <" +
                        quoted(dir / "pipe") + " & ours=$!; sleep 0.5; ls " + quoted(dir / "out") +
                        "; kill $ours; wait $ours; kill $feeder");
  CHECK(count_of(run.out, "result.tmp-") == 1);
  CHECK(TempDir::names_in(dir / "out") == std::vector<std::string>{"result"});
  CHECK(read_file(dir / "out/result") == "old\n");
}

TEST_CASE("a file that cannot be written is an error before any work") {
  const Run run = extract({"-o", "/no/such/folder/out", "-"}, kSentence);
  CHECK(run.code == 2);
  CHECK_THAT(run.err, Contains("/no/such/folder/out: cannot write: No such file or directory"));
}

TEST_CASE("a full disk is said and the exit code is 2") {
  if (!fs::exists("/dev/full")) return;
  const Run run = shell("\"$statgrep\" extract - >/dev/full", kSentence);
  CHECK(run.code == 2);
  CHECK_THAT(run.err, Contains("standard output: cannot write"));
}

TEST_CASE("a reader that goes early is no error") {
  std::string text;
  for (int i = 1; i < 5000; ++i) {
    text += "Retail sales rose " + std::to_string(i) + " percent in May 2023 from a year earlier.\n";
  }
  const Run run = shell("{ \"$statgrep\" extract -; echo \"code $?\" >&2; } | head -n 1", text);
  CHECK(run.err == "code 0\n");
  CHECK(count_of(run.out, "\n") == 1);
}

TEST_CASE("the same input gives the same bytes") {
  const std::string first = extract({STATGREP_SOURCE_DIR "/samples"}).out;
  CHECK(first == extract({STATGREP_SOURCE_DIR "/samples"}).out);
}

TEST_CASE("explain says something for any text") {
  const Run run = statgrep::test::statgrep({"explain", kSentence});
  CHECK(run.code == 0);
  CHECK_THAT(run.out, Contains("Retail sales"));
}
