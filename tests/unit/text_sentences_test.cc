#include "statgrep/text/sentences.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "layers/english.h"
#include "statgrep/text/tokens.h"

using namespace statgrep;
using statgrep::test::english;

namespace {

std::vector<Sentence> split(const std::string& text) {
  return split_sentences(text, tokenise(text, english()), english());
}

// Sentences with " | " between them, " || " between paragraphs; a line's end in
// a sentence is a blank.
std::string shown(const std::string& text) {
  std::string out;
  uint32_t paragraph = 0;
  for (const Sentence& s : split(text)) {
    if (!out.empty()) out += s.paragraph == paragraph ? " | " : " || ";
    paragraph = s.paragraph;
    for (char c : s.span.in(text))
      if (c != '\r') out += c == '\n' ? ' ' : c;
  }
  return out;
}

struct Case {
  const char* text;
  const char* expected;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) CHECK(shown(c.text) == c.expected);
}

const char* const kWrapped =
    "Industrial output rose 5 percent in May from a year earlier, the office\n"
    "said on Monday. Exports of machinery fell 3 percent while imports of\n"
    "crude oil gained 12 percent. Retail sales were up 4 percent, helped by\n"
    "spending on cars.\n"
    "\n"
    "The jobless rate stood at 4.1 percent.\n";
const char* const kJoined =
    "Industrial output rose 5 percent in May from a year earlier, the office said on Monday. | "
    "Exports of machinery fell 3 percent while imports of crude oil gained 12 percent. | "
    "Retail sales were up 4 percent, helped by spending on cars. || The jobless rate stood at 4.1 percent.";

std::string with_crlf(const std::string& text) {
  std::string out;
  for (char c : text) out += c == '\n' ? "\r\n" : std::string(1, c);
  return out;
}

}  // namespace

TEST_CASE("a stop before a capital, a digit or a sign of money ends a sentence") {
  check({{"Output rose 5 percent. Exports fell.", "Output rose 5 percent. | Exports fell."},
         {"Did it rise? Yes! By 5 percent.", "Did it rise? | Yes! | By 5 percent."},
         {"It rose to 5. Exports fell to 3.", "It rose to 5. | Exports fell to 3."},
         {"It rose 5 percent. 5G users grew.", "It rose 5 percent. | 5G users grew."},
         {"It rose. $5 billion came.", "It rose. | $5 billion came."},
         {"Output rose.\xC2\xA0"
          "Exports fell.",
          "Output rose. | Exports fell."}});
}

TEST_CASE("a result line as long as the longest was wrapped") {
  const char* const lines =
      "Operating income before taxes and charges 428.8 mln vs 313.2 mln\n"
      "Operating expenses include -\n"
      "Premises and equipment 197.0 mln vs 155.2 mln, as restated today\n"
      "Minority interests 6.6 mln debit vs 9.6 mln debit, all in pounds\n"
      "Tax 4 mln vs 5 mln\n";
  check({{lines,
          "Operating income before taxes and charges 428.8 mln vs 313.2 mln | Operating expenses include - | "
          "Premises and equipment 197.0 mln vs 155.2 mln, as restated today | "
          "Minority interests 6.6 mln debit vs 9.6 mln debit, all in pounds | Tax 4 mln vs 5 mln"}});
}

TEST_CASE("no stop inside a word or number, and none before a small letter, ends a sentence") {
  check({{"Output rose 5.2 percent.", "Output rose 5.2 percent."},
         {"It is at example.Com now.", "It is at example.Com now."},
         {"The index fell 3 pct. exports too.", "The index fell 3 pct. exports too."},
         {"Output rose; exports fell: a lot.", "Output rose; exports fell: a lot."}});
}

TEST_CASE("abbreviations and initials end no sentence") {
  check({{"Mr. Smith left. He spoke.", "Mr. Smith left. | He spoke."},
         {"On Jan. 19 it rose. On Feb. 3 it fell.", "On Jan. 19 it rose. | On Feb. 3 it fell."},
         {"Larkfield Inc. Chairman Smith spoke. It grew.", "Larkfield Inc. Chairman Smith spoke. | It grew."},
         {"It ranks No. 3 here. It grew.", "It ranks No. 3 here. | It grew."},
         {"J. P. Morgan earned 5 billion. It grew.", "J. P. Morgan earned 5 billion. | It grew."},
         {"It rose 5 vs. 3 percent. It grew.", "It rose 5 vs. 3 percent. | It grew."},
         {"In the U.S. Senate it passed. It grew.", "In the U.S. Senate it passed. | It grew."},
         {"St. Louis grew. Chicago fell.", "St. Louis grew. | Chicago fell."}});
}

TEST_CASE("a word with dots may end a text or a paragraph") {
  check({{"Sales fell in the U.S.", "Sales fell in the U.S."},
         {"Sales fell in the U.S.\n\nThey rose in China.", "Sales fell in the U.S. || They rose in China."},
         {"It opens at 9 a.m.\n\nIt closes later.", "It opens at 9 a.m. || It closes later."}});
}

TEST_CASE("a quote or bracket that closes after the stop belongs to the sentence") {
  check({{"“Output rose.” Exports fell.", "“Output rose.” | Exports fell."},
         {"\"Output rose.\" Exports fell.", "\"Output rose.\" | Exports fell."},
         {"It rose (exports fell.) Imports rose.", "It rose (exports fell.) | Imports rose."},
         {"It rose (by 5 percent). Imports rose.", "It rose (by 5 percent). | Imports rose."},
         {"“Output rose.” he said.", "“Output rose.” he said."},
         {"“Output rose,” he said. “Exports fell.”", "“Output rose,” he said. | “Exports fell.”"}});
}

TEST_CASE("a line is a paragraph where lines are long or few") {
  check({{"Output rose.\nExports fell. Imports rose.", "Output rose. || Exports fell. | Imports rose."},
         {"Output rose 5 percent\nExports fell 3 percent", "Output rose 5 percent || Exports fell 3 percent"},
         {"Output rose.\n\n\nExports fell.", "Output rose. || Exports fell."},
         {"Output rose.\r\nExports fell.\r\n", "Output rose. || Exports fell."}});
}

TEST_CASE("wrapped lines are joined where the next word did not fit") {
  CHECK(shown(kWrapped) == kJoined);
  CHECK(shown(with_crlf(kWrapped)) == kJoined);
}

TEST_CASE("a short line in a wrapped text stands alone") {
  check(
      {{"FACTORIES DO BETTER\n"
        "BEIJING, May 3 - Industrial output rose 5 percent in May from a year\n"
        "earlier, the office said. Exports of machinery fell 3 percent while\n"
        "imports of crude oil gained 12 percent.\n",
        "FACTORIES DO BETTER | "
        "BEIJING, May 3 - Industrial output rose 5 percent in May from a year earlier, the office said. | "
        "Exports of machinery fell 3 percent while imports of crude oil gained 12 percent."}});
}

TEST_CASE("where paragraphs open with an indented line, such a line joins none before it") {
  check(
      {{"ACME BORROWS FROM BANKS\n"
        "Acme Corp said it had raised a loan of 8.0\n"
        "mln dlrs from a group of banks led by First Bank of the\n"
        "West, to be paid back within four years.\n"
        "    Net turnover 12.70 billion francs vs 24.34 billion\n"
        "    Sales of oil 9.7 mln tonnes vs 10.6 mln\n"
        "    The company gave no reason for that, and its owners did\n"
        "not either.\n",
        "ACME BORROWS FROM BANKS | Acme Corp said it had raised a loan of 8.0 mln dlrs from a group of banks "
        "led "
        "by First Bank of the West, to be paid back within four years. | Net turnover 12.70 billion francs "
        "vs "
        "24.34 billion | Sales of oil 9.7 mln tonnes vs 10.6 mln | The company gave no reason for that, and "
        "its owners did not either."}});
}

TEST_CASE("bullets and lines of a table are not joined") {
  check({{"Key figures of the month for all those who want to know them in short:\n"
          "- output rose 5 percent in the month of May from a year earlier, as we\n"
          "- exports fell 3 percent\n"
          "• imports gained 12 percent\n"
          "* sales did not move\n",
          "Key figures of the month for all those who want to know them in short: | "
          "- output rose 5 percent in the month of May from a year earlier, as we | "
          "- exports fell 3 percent | • imports gained 12 percent | * sales did not move"},
         {"The company said on Monday that it did better than in the year before.\n"
          "    Shr 25 cts vs 20 cts\n"
          "    Net 4,568,000 vs 3,456,000\n"
          "    Revs 52.2 mln vs 41.0 mln\n",
          "The company said on Monday that it did better than in the year before. | "
          "Shr 25 cts vs 20 cts | Net 4,568,000 vs 3,456,000 | Revs 52.2 mln vs 41.0 mln"}});
}

TEST_CASE("a sentence is countable where it holds a number, in digits or in words") {
  for (const char* text : {"Output rose 5 percent.", "It rose by a third.", "Half of them left.",
                           "Sales doubled.", "Twelve firms closed.", "A dozen left.", "It ranks second."})
    CHECK(split(text).front().countable);
  for (const char* text : {"Output rose.", "The office said so.", "It was a good month.", ""})
    CHECK((split(text).empty() || !split(text).front().countable));
}

TEST_CASE("a line of its own without a stop is a heading") {
  const std::string text = "Output and sales\n\nOutput rose. Exports fell\n\nWhy?\n\n“Sales fell.”";
  const std::vector<Sentence> s = split(text);
  REQUIRE(s.size() == 5);
  CHECK(s[0].heading);
  CHECK_FALSE(s[1].heading);
  CHECK_FALSE(s[3].heading);
  CHECK_FALSE(s[4].heading);
}

TEST_CASE("sentences cover all tokens, whatever the text") {
  static const char* const kBits[] = {"Output ", "rose ", "5.2 ", "percent", ".",    ". ", "\n", "\r\n",
                                      "\n\n",    "\"",    "” ",   "U.S. ",   "Mr. ", ") ", "(",  "-",
                                      "• ",      " ",     "J",    "? ",      "...",  "增"};
  std::mt19937 random(20240612);
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (unsigned n = random() % 25; n > 0; --n) text += kBits[random() % std::size(kBits)];
    INFO(text);
    const std::vector<Token> tokens = tokenise(text, english());
    uint32_t next = 0, paragraph = 0;
    for (const Sentence& s : split_sentences(text, tokens, english())) {
      REQUIRE(s.first == next);
      REQUIRE(s.last > s.first);
      REQUIRE(s.paragraph >= paragraph);
      REQUIRE(s.span == cover(tokens[s.first].span, tokens[s.last - 1].span));
      next = s.last;
      paragraph = s.paragraph;
    }
    REQUIRE(next == tokens.size());
  }
}

// Four times the text may take about four times as long; quadratic would be 16.
TEST_CASE("a long text costs no more than its length") {
  const auto best_of = [](const std::string& text) {
    const std::vector<Token> tokens = tokenise(text, english());
    double best = 1e9;
    for (int i = 0; i < 5; ++i) {
      const auto start = std::chrono::steady_clock::now();
      const size_t n = split_sentences(text, tokens, english()).size();
      best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
      REQUIRE(n > 0);
    }
    return best;
  };
  const auto times = [](const std::string& part, int n) {
    std::string out;
    for (int i = 0; i < n; ++i) out += part;
    return out;
  };
  for (const std::string& part : {std::string(kWrapped), std::string("Output rose 5 percent. Exports fell. "),
                                  std::string("output rose and exports fell, "), std::string("a\n")}) {
    INFO(part);
    const double once = best_of(times(part, 2000));
    CHECK(best_of(times(part, 8000)) < 10 * once + 0.01);
  }
}
