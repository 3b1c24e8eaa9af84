#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "layers/pack_files.h"
#include "statgrep/app/selftest.h"
#include "statgrep/pack/pack_set.h"
#include "unit/temp_dir.h"

using namespace statgrep;
using namespace statgrep::test;

namespace {

bool has(const std::vector<std::string>& list, const std::string& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

}  // namespace

TEST_CASE("the packs inside the program need no folder") {
  const LoadedPacks loaded = load_packs("");
  REQUIRE(loaded.packs);
  CHECK(loaded.errors.empty());
  REQUIRE(loaded.packs->find("en") != nullptr);
  CHECK(loaded.packs->find("xx") == nullptr);
  CHECK(loaded.packs->find("en")->rules().size() > 10);
  CHECK(loaded.packs->find("en")->hash() == load_packs("").packs->find("en")->hash());
}

TEST_CASE("a folder's files are read by language, sorted, packs' files only") {
  const TempDir dir;
  write_file(dir / "yy/lexicon/b.txt", "b");
  write_file(dir / "yy/lexicon/a.txt", "a");
  write_file(dir / "yy/rules/deep/r.json", "[]");
  write_file(dir / "yy/README.md", "no pack");
  write_file(dir / "xx/l.txt", "x");
  write_file(dir / "loose.txt", "of no language");
  std::vector<Error> errors;
  const std::vector<LanguageFiles> read = read_pack_files(dir.path(), errors);
  CHECK(errors.empty());
  REQUIRE(read.size() == 2);
  CHECK(read[0].lang == "xx");
  CHECK(read[1].lang == "yy");
  std::vector<std::string> paths;
  for (const PackFile& f : read[1].files) paths.push_back(f.path);
  CHECK(paths == std::vector<std::string>{"lexicon/a.txt", "lexicon/b.txt", "rules/deep/r.json"});
  CHECK(read[1].files[0].text == "a");
}

TEST_CASE("a folder that holds no packs, or is none, is an error") {
  const TempDir dir;
  for (const std::string& path : {dir.path(), dir / "none"}) {
    const LoadedPacks loaded = load_packs(path);
    CHECK(loaded.packs == nullptr);
    REQUIRE(loaded.errors.size() == 1);
    CHECK(loaded.errors[0].file == path);
  }
}

TEST_CASE("a user's language stands beside those inside the program") {
  const TempDir dir;
  write_file(dir / "xx/lexicon/l.txt", "@verb.rise\nfoo\n");
  const LoadedPacks loaded = load_packs(dir.path());
  REQUIRE(loaded.packs);
  REQUIRE(loaded.packs->find("xx") != nullptr);
  CHECK(is_a(*loaded.packs->find("xx"), "foo", Cls::verb_rise));
  REQUIRE(loaded.packs->find("en") != nullptr);
  CHECK(entry(*loaded.packs->find("en"), "foo") == kNone);
}

TEST_CASE("a user's file adds to those inside the program") {
  const TempDir dir;
  write_file(dir / "en/lexicon/of_the_user.txt", "@verb.rise\nfrobnicate\n");
  write_file(dir / "en/rules/of_the_user.json", rule("user.a"));
  const LoadedPacks loaded = load_packs(dir.path());
  REQUIRE(loaded.packs);
  const Pack* en = loaded.packs->find("en");
  REQUIRE(en != nullptr);
  const LoadedPacks builtin = load_packs("");
  const Pack* before = builtin.packs->find("en");
  CHECK(is_a(*en, "frobnicate", Cls::verb_rise));
  CHECK(is_a(*en, "million", Cls::num_scale));
  CHECK(en->rules().size() == before->rules().size() + 1);
  CHECK(has(rule_ids(*en), "user.a"));
  CHECK(en->hash() != before->hash());
}

TEST_CASE("a user's file replaces the one of its path") {
  const LoadedPacks builtin = load_packs("");
  const std::vector<RuleSource> before = rule_sources(*builtin.packs->find("en"));
  const auto frame = std::find_if(before.begin(), before.end(), [](const RuleSource& r) { return !r.spot; });
  REQUIRE(frame != before.end());
  const TempDir dir;
  write_file(dir / frame->file, rule("user.a"));
  const LoadedPacks loaded = load_packs(dir.path());
  REQUIRE(loaded.packs);
  const std::vector<std::string> ids = rule_ids(*loaded.packs->find("en"));
  CHECK(has(ids, "user.a"));
  for (const RuleSource& r : before) {
    INFO(r.id);
    CHECK(has(ids, r.id) == (r.file != frame->file));
  }
}

TEST_CASE("a mistake in a user's file is told with the path that the user knows") {
  const TempDir dir;
  write_file(dir / "en/lexicon/of_the_user.txt", "oops\n");
  const LoadedPacks loaded = load_packs(dir.path());
  CHECK(loaded.packs == nullptr);
  REQUIRE(loaded.errors.size() == 1);
  CHECK(to_string(loaded.errors[0]) ==
        (dir / "en/lexicon/of_the_user.txt") + ":1:1: an entry before any '@class' line");
}

TEST_CASE("a mistake that a user makes elsewhere is told of the file inside the program") {
  const TempDir dir;
  const LoadedPacks builtin = load_packs("");
  const std::vector<RuleSource> rules_inside = rule_sources(*builtin.packs->find("en"));
  const RuleSource& last =
      *std::max_element(rules_inside.begin(), rules_inside.end(),
                        [](const RuleSource& a, const RuleSource& b) { return a.file < b.file; });
  write_file(dir / "en/a.json", rule(last.id));  // comes before the one inside
  const LoadedPacks loaded = load_packs(dir.path());
  REQUIRE(loaded.errors.size() == 1);
  CHECK(loaded.errors[0].file == "builtin:" + last.file);
}
