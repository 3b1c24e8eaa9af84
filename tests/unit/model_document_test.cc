#include "statgrep/model/document.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

using statgrep::Document;

TEST_CASE("document: without steps the text is the source") {
  const Document document;
  for (const uint32_t offset : {0U, 1U, 4096U}) CHECK(document.to_source(offset) == offset);
}

TEST_CASE("document: offsets after removed markup") {
  // source: <p>Sales rose</p><p>4 %</p>
  // text:   Sales rose4 %
  Document document;
  document.text = "Sales rose4 %";
  document.steps = {{0, 3}, {10, 20}};
  const std::string source = "<p>Sales rose</p><p>4 %</p>";
  for (uint32_t offset = 0; offset < document.text.size(); ++offset) {
    CHECK(source[document.to_source(offset)] == document.text[offset]);
  }
}

TEST_CASE("document: offsets before the first step are their own") {
  Document document;
  document.steps = {{5, 9}};
  CHECK(document.to_source(4) == 4);
  CHECK(document.to_source(5) == 9);
  CHECK(document.to_source(6) == 10);
}

TEST_CASE("document: an entity shortens the text") {
  // "a&amp;b" was read as "a&b"
  Document document;
  document.steps = {{2, 6}};
  CHECK(document.to_source(0) == 0);
  CHECK(document.to_source(1) == 1);
  CHECK(document.to_source(2) == 6);
}

TEST_CASE("document: random steps against a walk over them") {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    Document document;
    std::vector<uint32_t> source_of;  // by text offset
    uint32_t source = 0;
    while (source_of.size() < 300) {
      if (random() % 10 == 0) {
        source += 1 + random() % 20;
        document.steps.push_back({static_cast<uint32_t>(source_of.size()), source});
      }
      // Two steps at one place, as adjacent tags give, count as the later one.
      if (random() % 2 == 0) source_of.push_back(source++);
    }
    bool right = true;
    for (uint32_t offset = 0; offset < source_of.size(); ++offset) {
      right = right && document.to_source(offset) == source_of[offset];
    }
    CHECK(right);
  }
}

TEST_CASE("document: lines count from 1") {
  Document document;
  document.line_starts = {0, 4, 5, 20};
  struct Case {
    uint32_t offset;
    uint32_t line;
  };
  for (const Case c : {Case{0, 1}, {3, 1}, {4, 2}, {5, 3}, {19, 3}, {20, 4}, {4000, 4}}) {
    INFO(c.offset);
    CHECK(document.line_of(c.offset) == c.line);
  }
}

TEST_CASE("document: a text without line starts is one line") {
  CHECK(Document().line_of(0) == 1);
  CHECK(Document().line_of(99) == 1);
}
