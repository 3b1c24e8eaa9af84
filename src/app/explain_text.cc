// Tests: tests/e2e/explain_test.cc
#include <algorithm>

#include "statgrep/app/explain.h"
#include "statgrep/write/display.h"
#include "story.h"

namespace statgrep {
namespace {

constexpr int kWidth = 100;

std::string chunk_text(const ChunkStory& chunk) {
  std::string classes;
  for (const std::string& name : chunk.classes) classes += (classes.empty() ? "" : "|") + name;
  return std::string(chunk.transparent ? "~" : "") + "[" + printable(chunk.text) +
         (classes.empty() ? "" : " {" + classes + "}") + "]";
}

class Printer {
 public:
  explicit Printer(bool verbose) : verbose_(verbose) {}

  std::string print(const SentenceStory& s) {
    line(printable(s.text));
    if (!s.countable) return line("  nothing countable: passed over"), std::move(out_);
    chunks(s.chunks);
    rows("found", s.found, [](const FoundStory& f) {
      return std::vector<std::string>{quoted(f.text), f.kind, f.value, f.by};
    });
    rows("records", s.records, record_row);
    for (const RecordStory& r : s.records)
      if (!r.merged.empty())
        line("  merged   " + r.rule + " says again what stands in " + fit(r.merged, kWidth, Elide::end));
    rows("lost", s.lost, [](const LossStory& l) {
      return std::vector<std::string>{l.rule, "fits " + fit(quoted(l.text), kWidth / 2, Elide::end),
                                      "but " + l.why + " holds the value"};
    });
    rows("rejected", s.rejected, [](const LossStory& l) {
      return std::vector<std::string>{l.rule, quoted(l.text), l.why};
    });
    for (const std::string& text : s.untaken) line("  no rule takes " + quoted(text));
    if (verbose_) {
      rows("tried", s.tried, [](const LossStory& l) {
        return std::vector<std::string>{"at " + quoted(l.text) + ": " + l.rule};
      });
    }
    return std::move(out_);
  }

 private:
  static std::string quoted(const std::string& text) { return "\"" + printable(text) + "\""; }
  void line(const std::string& text) { out_ += text + "\n"; }

  // As many chunks a line as fit.
  void chunks(const std::vector<ChunkStory>& chunks) {
    std::string row = " ";
    for (const ChunkStory& chunk : chunks) {
      const std::string text = " " + chunk_text(chunk);
      if (row.size() > 2 && display_width(row) + display_width(text) > kWidth) {
        line(row);
        row = " ";
      }
      row += text;
    }
    line(row);
  }

  static std::vector<std::string> record_row(const RecordStory& r) {
    if (r.record == nullptr) return {r.rule, r.name};
    const Record& record = *r.record;
    std::string what = record.value.to_string();
    if (record.value_high) what += " to " + record.value_high->to_string();
    what += " " + record.unit;
    for (const char* more : {name_of(record.basis), name_of(record.qualifier), name_of(record.status)})
      if (*more != '\0') what += std::string(" ") + more;
    if (record.streak)
      what += ", " + record.streak->value.to_string() + " " + record.streak->unit + " " +
              record.streak->direction;
    if (record.period && record.period->bounds)
      what += ", " + to_string(record.period->bounds->start) + "/" + to_string(record.period->bounds->end) +
              (record.period->inherited ? " inherited" : "");
    if (!record.of.empty()) what += ", of " + record.of;
    if (record.versus && !record.versus->text.empty()) what += ", versus " + record.versus->text;
    if (!record.area.empty()) what += ", in " + record.area;
    return {r.rule, name_of(record.measure), quoted(r.name), what};
  }

  // A titled list, its columns aligned.
  template <typename Items, typename Row>
  void rows(const std::string& title, const Items& items, Row row) {
    std::vector<std::vector<std::string>> table;
    for (const auto& item : items) table.push_back(row(item));
    std::vector<int> widths;
    for (const auto& cells : table)
      for (size_t i = 0; i < cells.size(); ++i) {
        if (i == widths.size()) widths.push_back(0);
        widths[i] = std::max(widths[i], std::min(display_width(cells[i]), kWidth / 2));
      }
    for (size_t r = 0; r < table.size(); ++r) {
      std::string text = "  " + (r == 0 ? title : "");
      pad(text, 11);
      int column = 11;
      for (size_t i = 0; i < table[r].size(); ++i) {
        text += table[r][i];
        column += widths[i] + 2;
        if (i + 1 < table[r].size()) pad(text, column);
      }
      line(text.substr(0, text.find_last_not_of(' ') + 1));
    }
  }

  static void pad(std::string& text, int width) {
    const int have = display_width(text);
    text.append(static_cast<size_t>(std::max(have < width ? width - have : 1, 1)), ' ');
  }

  bool verbose_;
  std::string out_;
};

}  // namespace

std::string explain_text(const PackSet& packs, const std::string& text, std::optional<Date> date,
                         const std::string& lang, bool verbose) {
  const Document document = document_of(text, date);
  const Reading reading = read_closely(packs, document, lang, verbose);
  std::string out;
  for (const SentenceStory& story : stories_of(reading, document)) {
    if (!out.empty()) out += '\n';
    out += Printer(verbose).print(story);
  }
  return out.empty() ? "an empty text\n"
                     : out + "\n[…] a chunk with its classes; rules may step over those with ~\n";
}

}  // namespace statgrep
