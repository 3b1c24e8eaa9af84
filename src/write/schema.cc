#include "statgrep/write/schema.h"

#include "statgrep/write/fields.h"
#include "statgrep/write/json_text.h"

namespace statgrep {

std::string record_schema() {
  std::string properties;
  std::string required;
  for (const Field& field : record_fields()) {
    if (!properties.empty()) properties += ',';
    append_json_string(properties, field.name);
    properties += ':' + field.schema;
    if (!field.required) continue;
    if (!required.empty()) required += ',';
    append_json_string(required, field.name);
  }
  const std::string schema =
      R"({"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:statgrep:record:1",)"
      R"("title":"statgrep record","description":"one statistical statement made by a text",)"
      R"("type":"object","properties":{)" +
      properties + R"(},"required":[)" + required + R"(],"additionalProperties":false})";
  std::string out;
  append_indented(out, schema, 0);
  out += '\n';
  return out;
}

}  // namespace statgrep
