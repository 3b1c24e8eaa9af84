#include "statgrep/pack/words.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

using namespace statgrep;

namespace {

// The pieces of a text, "|" between them.
std::string pieces(const std::string& text) {
  std::string out;
  for (uint32_t at = 0; at < text.size();) {
    uint32_t width = 0;
    if (is_space_at(text, at, width)) {
      at += width;
      continue;
    }
    const Piece piece = next_piece(text, at);
    REQUIRE(piece.span.begin == at);
    REQUIRE(piece.span.end > at);
    if (!out.empty()) out += '|';
    out += piece.span.in(text);
    at = piece.span.end;
  }
  return out;
}

Shape shape(const std::string& text) {
  return next_piece(text, 0).shape;
}

std::string folded(const std::string& word) {
  std::string out;
  fold_word(word, out);
  return out;
}

struct Case {
  const char* text;
  const char* expected;
};

}  // namespace

TEST_CASE("a text is cut into words, numbers and marks") {
  const Case kCases[] = {
      {"Industrial output rose.", "Industrial|output|rose|."},
      {"up 5.2%, or so", "up|5.2|%|,|or|so"},
      {"(NEVs)", "(|NEVs|)"},
      {"high-tech", "high|-|tech"},
      {"and/or", "and|/|or"},
      {"$846.3", "$|846.3"},
      {"naïve café", "naïve|café"},
      {"5G IPv6 M3", "5|G|IPv6|M3"},
      {"  a \t\r\n b  ", "a|b"},
  };
  for (const Case& c : kCases) CHECK(pieces(c.text) == c.expected);
}

TEST_CASE("single letters with dots are one word, any other dot is a mark") {
  const Case kCases[] = {
      {"the U.S. economy", "the|U.S.|economy"},
      {"at 9 a.m. on", "at|9|a.m.|on"},
      {"in the U.S.", "in|the|U.S."},
      {"U.S.-made", "U.S.|-|made"},
      {"Mr. Smith", "Mr|.|Smith"},
      {"plan B. Then", "plan|B|.|Then"},
      {"J. P. Morgan", "J|.|P|.|Morgan"},
      {"the end.Next", "the|end|.|Next"},
  };
  for (const Case& c : kCases) CHECK(pieces(c.text) == c.expected);
}

TEST_CASE("an apostrophe between letters belongs to the word, a possessor's 's does not") {
  const Case kCases[] = {
      {"don't", "don't"},
      {"don’t", "don’t"},
      {"O'Neill's", "O'Neill|'s"},
      {"China's", "China|'s"},
      {"China’s", "China|’s"},
      {"CHINA'S", "CHINA|'S"},
      {"it's", "it|'s"},
      {"firms' profits", "firms|'|profits"},
      {"firms’ profits", "firms|’|profits"},
      {"'twas", "'|twas"},
      {"'said", "'|said"},
      {"the 'sales'", "the|'|sales|'"},
      {"5's", "5|'s"},
      {"U.S.'s", "U.S.|'s"},
      {"élan's", "élan|'s"},
  };
  for (const Case& c : kCases) CHECK(pieces(c.text) == c.expected);
}

TEST_CASE("commas belong to a number only where they part thousands") {
  const Case kCases[] = {
      {"1,234,567", "1,234,567"},   {"1,234.5", "1,234.5"},     {"12,345", "12,345"},
      {"2021,2022", "2021|,|2022"}, {"1,23", "1|,|23"},         {"1,2345", "1|,|2345"},
      {"2020, 345", "2020|,|345"},  {"1,000,12", "1,000|,|12"}, {"5,", "5|,"},
  };
  for (const Case& c : kCases) CHECK(pieces(c.text) == c.expected);
}

TEST_CASE("a point belongs to a number only before a digit") {
  const Case kCases[] = {
      {".5", ".5"},        {"0.5", "0.5"},    {"rose 5.", "rose|5|."}, {"50.2.", "50.2|."},
      {"1.2.3", "1.2|.3"}, {"$.05", "$|.05"}, {"Fig.5", "Fig|.5"},     {"...5", "...|5"},
      {"12bn", "12|bn"},   {"5G", "5|G"},     {"2.15pm", "2.15|pm"},   {"1980s", "1980|s"},
  };
  for (const Case& c : kCases) CHECK(pieces(c.text) == c.expected);
}

TEST_CASE("runs of dots, dashes and rules are one mark, other marks stand alone") {
  const Case kCases[] = {
      {"Nov. 3 -- Sales", "Nov|.|3|--|Sales"},
      {"and so on ...", "and|so|on|..."},
      {"-----", "-----"},
      {"====", "===="},
      {"**note**", "**|note|**"},
      {"?!", "?|!"},
      {"))", ")|)"},
      {"a—b", "a|—|b"},
      {"“up”", "“|up|”"},
      {"\xE2\x80\xA2 item", "\xE2\x80\xA2|item"},
      {"€5", "€|5"},
  };
  for (const Case& c : kCases) CHECK(pieces(c.text) == c.expected);
}

TEST_CASE("characters of scripts without spaces are pieces of their own") {
  CHECK(pieces("增长5.2%") == "增|长|5.2|%");
  CHECK(pieces("GDP同比") == "GDP|同|比");
  CHECK(pieces("カタカナ") == "カ|タ|カ|ナ");
  CHECK(pieces("二〇二三年") == "二|〇|二|三|年");
  CHECK(pieces("增长，") == "增|长|，");
  CHECK(shape("增") == Shape::ideograph);
  CHECK(shape("〇") == Shape::ideograph);
}

TEST_CASE("the shape of a piece tells words, mixtures, numbers and marks apart") {
  CHECK(shape("output") == Shape::word);
  CHECK(shape("U.S.") == Shape::word);
  CHECK(shape("'s") == Shape::word);
  CHECK(shape("Ökonomie") == Shape::word);
  CHECK(shape("IPv6") == Shape::mixed);
  CHECK(shape("M2") == Shape::mixed);
  CHECK(shape("1,234.5") == Shape::number);
  CHECK(shape(".5") == Shape::number);
  CHECK(shape(".") == Shape::mark);
  CHECK(shape("%") == Shape::mark);
  CHECK(shape("，") == Shape::mark);
}

TEST_CASE("spaces of all kinds part words") {
  const Case kCases[] = {
      {"5.2\xC2\xA0percent", "5.2|percent"},      // no-break space
      {"5.2\xE2\x80\xAFpercent", "5.2|percent"},  // narrow no-break space
      {"a\xE3\x80\x80"
       "b",
       "a|b"},  // ideographic space
      {"a\xE2\x80\x8B"
       "b",
       "a|b"},  // zero width space
      {"\xEF\xBB\xBF"
       "a",
       "a"},  // byte order mark
      {"a\x01"
       "b",
       "a|b"},
      {"a\xC2\x85"
       "b",
       "a|b"},  // next line
  };
  for (const Case& c : kCases) CHECK(pieces(c.text) == c.expected);
}

TEST_CASE("a space's width is that of its character") {
  uint32_t width = 0;
  CHECK(is_space_at(" ", 0, width));
  CHECK(width == 1);
  CHECK(is_space_at("x\xC2\xA0", 1, width));
  CHECK(width == 2);
  CHECK(is_space_at("\xE3\x80\x80", 0, width));
  CHECK(width == 3);
  CHECK_FALSE(is_space_at("é", 0, width));
  CHECK_FALSE(is_space_at("增", 0, width));
  CHECK_FALSE(is_space_at("-", 0, width));
}

TEST_CASE("words are looked up in small letters, half width and with straight apostrophes") {
  const Case kCases[] = {
      {"Output", "output"},     {"GDP", "gdp"},    {"don’t", "don't"},      {"’S", "'s"},
      {"ÖKONOMIE", "ökonomie"}, {"ＧＤＰ", "gdp"}, {"５０．２％", "50.2%"}, {"增长", "增长"},
      {"1,234.5", "1,234.5"},   {"", ""},
  };
  for (const Case& c : kCases) CHECK(folded(c.text) == c.expected);
}

TEST_CASE("folding appends, and folding twice changes nothing") {
  std::string out = "x";
  fold_word("A", out);
  CHECK(out == "xa");
  for (const char* word : {"ÉMILIE’S", "Ｕ．Ｓ．", "İstanbul", "ΣΑΣ"})
    CHECK(folded(folded(word)) == folded(word));
}

TEST_CASE("no hash of a word is zero, and the common ones differ") {
  CHECK(hash_word("") != 0);
  CHECK(hash_word("a") != hash_word("b"));
  CHECK(hash_word("ab") != hash_word("ba"));
  CHECK(hash_word("rise") == hash_word(std::string("ri") + "se"));
  std::mt19937 random(7);
  for (int i = 0; i < 1000; ++i) {
    std::string word;
    for (unsigned n = random() % 12; n > 0; --n) word += static_cast<char>('a' + random() % 26);
    REQUIRE(hash_word(word) != 0);
  }
}

TEST_CASE("pieces of any text cover all that is no space, in order and without end") {
  static const char* const kBits[] = {"a", "B",  ".", "'", "’",        "s", "5", ",",
                                      "-", "增", "é", " ", "\xC2\xA0", "$", "％"};
  std::mt19937 random(20240612);
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (unsigned n = random() % 12; n > 0; --n) text += kBits[random() % std::size(kBits)];
    uint32_t at = 0;
    while (at < text.size()) {
      uint32_t width = 0;
      if (is_space_at(text, at, width)) {
        REQUIRE(width > 0);
        at += width;
        continue;
      }
      const Piece piece = next_piece(text, at);
      REQUIRE(piece.span.begin == at);
      REQUIRE(piece.span.end > at);
      REQUIRE(piece.span.end <= text.size());
      at = piece.span.end;
      REQUIRE((at == text.size() || (text[at] & 0xC0) != 0x80));  // never inside a character
    }
    REQUIRE(at == text.size());
  }
}
