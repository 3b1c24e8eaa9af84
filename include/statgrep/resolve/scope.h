// Which period, basis, comparator and streak belong to which frame.
//
// A period grammatically in scope is stated: named by the rule, after the
// quantity before the next one, or before it in its clause. A continuation has
// its antecedent's. Everything else inherits what is in force: the nearest
// period before in the paragraph, else the document's main one.
#pragma once

#include <string_view>
#include <vector>

#include "statgrep/model/analysis.h"
#include "statgrep/pack/pack.h"
#include "statgrep/resolve/dates.h"

namespace statgrep {

// What a table's heading says of one column of numbers.
struct TableColumn {
  std::optional<RecordPeriod> when;
  TokenRange name;  // what it measures of each row; empty where the row's label says it
  Status status = Status::none;
  bool change = false;  // "Change": from the second column to the first
};

// What a table's heading says of the rows under it.
struct Table {
  std::vector<TableColumn> columns;
  std::string_view currency;           // of bare numbers, "" where none is named
  std::string_view unit;               // "in million tonnes": of what is no money
  int scale = 0;                       // "SEK million": 6
  bool percent = false;                // "Percent change ..."
  bool titled = false;                 // "Revenue by division": what the rows' labels are of
  std::optional<RecordPeriod> period;  // of all columns: "Second-quarter sales by maker"
  bool spans = false;                  // "Three months ended Aug. 31,": of whichever year a column names
};

// What a document has said so far. One is carried through its sentences.
struct DiscourseState {
  std::optional<Date> today;
  std::optional<RecordPeriod> main;      // headline or opening
  std::optional<RecordPeriod> in_force;  // of the paragraph
  std::optional<Period> said;            // of the last statement: "over the same period"
  std::vector<Period> told;              // of the statements before, the latest at the end
  std::vector<RecordPeriod> times;       // that were in force, the latest at the end; a few
  bool outlined = false;                 // `main` is a headline's, which the opening may make narrower
  uint32_t paragraph = 0;
  int prose = 0;                   // paragraphs of sentences so far
  int year = 0;                    // last year named
  Basis convention = Basis::none;  // "all growth rates are year on year"
  Basis heading = Basis::none;     // of the growth column under a table's heading
  int fiscal_month = 0;            // see DateContext
  bool fiscal_area = false;
  int fiscal_year = 0;
  Table table;
  std::optional<Spot> fronted;  // the basis under which a paragraph is told: "on the month-on-month side"
  bool own_year = false;        // see DateContext
};

// What a time read after all this counts from. Pure; O(1).
DateContext date_context(const DiscourseState& state);

// Fills when, basis, streak and compared of the sentence's frames, and moves
// the state on. Cost: frames times chunks. Thread-safe over distinct states.
void resolve_scope(std::string_view text, const std::vector<Token>& tokens, SentenceAnalysis& sentence,
                   const Pack& pack, DiscourseState& state);

// The document's date as its own text gives it (a dateline or a line of
// metadata near the top), where the caller gave none.
std::optional<Date> find_dateline(const std::vector<SentenceAnalysis>& sentences);

// The month in which the fiscal years of the first area named begin, where the
// pack knows it to be another than January; else 0.
int find_fiscal_month(const std::vector<Token>& tokens, const Pack& pack);

// The month in which a company's own year begins, as "first quarter ended
// December 31" tells; else 0.
int find_own_year(const std::vector<SentenceAnalysis>& sentences);

// The month in which the document's split years begin, where it says so of one
// of them and of none otherwise: "1986/87 (July/June)". 0 where it does not.
int find_split_month(const std::vector<SentenceAnalysis>& sentences);

// All of these, where a document begins.
DiscourseState begin_discourse(const std::vector<SentenceAnalysis>& sentences,
                               const std::vector<Token>& tokens, const Pack& pack, std::optional<Date> date);

// A convention that any sentence states.
Basis find_convention(const std::vector<SentenceAnalysis>& sentences);

}  // namespace statgrep
