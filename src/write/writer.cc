#include "statgrep/write/writer.h"

namespace statgrep {

const std::vector<std::string>& writer_formats() {
  static const std::vector<std::string> formats = {"jsonl", "json", "csv", "table"};
  return formats;
}

std::variant<std::unique_ptr<Writer>, Error> make_writer(const WriterOptions& options) {
  Selection selection = select_all();
  if (!options.fields.empty()) {
    auto chosen = select_fields(options.fields);
    if (auto* error = std::get_if<Error>(&chosen)) return std::move(*error);
    selection = std::get<Selection>(std::move(chosen));
  }
  if (options.format == "jsonl") return make_jsonl_writer(std::move(selection));
  if (options.format == "json") return make_json_writer(std::move(selection));
  if (options.format == "csv") return make_csv_writer(selection);
  if (options.format == "table") {
    return make_table_writer(options.fields.empty() ? nullptr : &selection, options.width, options.color);
  }
  return Error{"", 0, 0, "unknown format \"" + options.format + "\""};
}

}  // namespace statgrep
