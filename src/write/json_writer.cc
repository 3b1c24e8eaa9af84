#include "statgrep/write/json_text.h"
#include "statgrep/write/writer.h"

namespace statgrep {
namespace {

class JsonlWriter : public Writer {
 public:
  explicit JsonlWriter(Selection selection) : selection_(std::move(selection)) {}
  void begin(std::string&) override {}
  void write(const Record& record, std::string& out) override {
    append_json_record(out, record, selection_);
    out += '\n';
  }
  void end(std::string&) override {}

 private:
  Selection selection_;
};

class JsonWriter : public Writer {
 public:
  explicit JsonWriter(Selection selection) : selection_(std::move(selection)) {}
  void begin(std::string& out) override { out += '['; }
  void write(const Record& record, std::string& out) override {
    out += any_ ? ",\n  " : "\n  ";
    any_ = true;
    compact_.clear();
    append_json_record(compact_, record, selection_);
    append_indented(out, compact_, 1);
  }
  void end(std::string& out) override { out += any_ ? "\n]\n" : "]\n"; }

 private:
  Selection selection_;
  std::string compact_;
  bool any_ = false;
};

}  // namespace

std::unique_ptr<Writer> make_jsonl_writer(Selection selection) {
  return std::make_unique<JsonlWriter>(std::move(selection));
}

std::unique_ptr<Writer> make_json_writer(Selection selection) {
  return std::make_unique<JsonWriter>(std::move(selection));
}

}  // namespace statgrep
