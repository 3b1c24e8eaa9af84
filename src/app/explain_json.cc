// Tests: tests/e2e/explain_test.cc
#include "statgrep/app/explain.h"
#include "statgrep/write/fields.h"
#include "statgrep/write/json_text.h"
#include "story.h"

namespace statgrep {
namespace {

// One JSON object, member by member.
class Object {
 public:
  Object& text(const char* name, std::string_view value) {
    if (value.empty()) return *this;
    key(name);
    append_json_string(out_, value);
    return *this;
  }
  Object& raw(const char* name, const std::string& json) {
    key(name);
    out_ += json;
    return *this;
  }
  template <typename Items, typename Convert>
  Object& list(const char* name, const Items& items, Convert convert) {
    key(name);
    out_ += '[';
    for (const auto& item : items) {
      if (out_.back() != '[') out_ += ',';
      out_ += convert(item);
    }
    out_ += ']';
    return *this;
  }
  std::string str() const { return out_ + '}'; }

 private:
  void key(const char* name) {
    if (out_.size() > 1) out_ += ',';
    append_json_string(out_, name);
    out_ += ':';
  }
  std::string out_ = "{";
};

std::string string_json(const std::string& text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

std::string json(const ChunkStory& c) {
  Object o;
  o.text("text", c.text).list("classes", c.classes, string_json);
  if (c.transparent) o.raw("transparent", "true");
  return o.str();
}

std::string json(const FoundStory& f) {
  return Object().text("text", f.text).text("kind", f.kind).text("value", f.value).text("rule", f.by).str();
}

std::string json(const RecordStory& r) {
  Object o;
  o.text("rule", r.rule).text("indicator", r.name).text("merged", r.merged);
  if (r.record != nullptr) {
    std::string record;
    append_json_record(record, *r.record, select_all());
    o.raw("record", record);
  }
  return o.str();
}

std::string json(const SentenceStory& s, bool verbose) {
  const auto any = [](const auto& item) { return json(item); };
  const auto loss = [](const char* name) {
    return [name](const LossStory& l) {
      return Object().text("rule", l.rule).text("text", l.text).text(name, l.why).str();
    };
  };
  Object o;
  o.text("sentence", s.text);
  o.raw("start", std::to_string(s.span.begin)).raw("end", std::to_string(s.span.end));
  o.raw("countable", s.countable ? "true" : "false");
  o.list("chunks", s.chunks, any).list("found", s.found, any).list("records", s.records, any);
  o.list("lost", s.lost, loss("to")).list("rejected", s.rejected, loss("why"));
  o.list("untaken", s.untaken, string_json);
  if (verbose)
    o.list("tried", s.tried,
           [](const LossStory& l) { return Object().text("at", l.text).text("rules", l.rule).str(); });
  return o.str();
}

}  // namespace

std::string explain_json(const PackSet& packs, const std::string& text, std::optional<Date> date,
                         const std::string& lang, bool verbose) {
  const Document document = document_of(text, date);
  const Reading reading = read_closely(packs, document, lang, verbose);
  std::string out;
  for (const SentenceStory& story : stories_of(reading, document)) out += json(story, verbose) + "\n";
  return out;
}

}  // namespace statgrep
