#include "statgrep/write/fields.h"

#include <algorithm>
#include <iterator>

#include "field_members.h"
#include "statgrep/write/json_text.h"

namespace statgrep {
namespace {

void append_json_value(std::string& out, ValueType type, std::string_view plain) {
  if (type == ValueType::string) {
    append_json_string(out, plain);
  } else {
    out += plain;
  }
}

// {"name":value,…} of the members that are there.
template <class T>
void append_object(std::string& out, const T& of, const std::vector<Member<T>>& members) {
  out += '{';
  std::string plain;
  for (const Member<T>& member : members) {
    plain.clear();
    if (!member.get(of, plain)) continue;
    if (out.back() != '{') out += ',';
    append_json_string(out, member.name);
    out += ':';
    append_json_value(out, member.type, plain);
  }
  out += '}';
}

template <class T>
std::string object_schema(const std::vector<Member<T>>& members) {
  std::string properties;
  std::string required;
  for (const Member<T>& member : members) {
    properties +=
        (properties.empty() ? "\"" : ",\"") + std::string(member.name) + "\":" + member_schema(member);
    if (member.required) required += (required.empty() ? "\"" : ",\"") + std::string(member.name) + '"';
  }
  return R"("type":"object","properties":{)" + properties + R"(},"required":[)" + required +
         R"(],"additionalProperties":false)";
}

Field plain_field(const Member<Record>& member) {
  Field field{member.name, member.required, member_schema(member), {}, {}};
  field.get_json = [member](const Record& record, std::string& out) {
    std::string plain;
    if (!member.get(record, plain)) return false;
    append_json_value(out, member.type, plain);
    return true;
  };
  field.columns.push_back({member.name, member.type, member.get});
  return field;
}

// A field that is an object; `find` gives it, or null where it is absent.
template <class T>
Field object_field(std::string name, const char* description, const std::vector<Member<T>>& members,
                   const T* (*find)(const Record&)) {
  Field field{name, false, describe(description) + object_schema(members) + '}', {}, {}};
  field.get_json = [&members, find](const Record& record, std::string& out) {
    const T* value = find(record);
    if (value != nullptr) append_object(out, *value, members);
    return value != nullptr;
  };
  for (const Member<T>& member : members) {
    field.columns.push_back(
        {name + '_' + member.name, member.type, [&member, find](const Record& record, std::string& out) {
           const T* value = find(record);
           return value != nullptr && member.get(*value, out);
         }});
  }
  return field;
}

Field mentions_field() {
  const auto& members = mention_members();
  Field field{"mentions",
              true,
              describe("every place that stated it") + R"("type":"array","minItems":1,"items":{)" +
                  object_schema(members) + "}}",
              {},
              {}};
  field.get_json = [&members](const Record& record, std::string& out) {
    out += '[';
    for (const Mention& mention : record.mentions) {
      if (out.back() != '[') out += ',';
      append_object(out, mention, members);
    }
    out += ']';
    return true;
  };
  field.columns.push_back({"mentions", ValueType::integer, [](const Record& record, std::string& out) {
                             out += std::to_string(record.mentions.size());
                             return true;
                           }});
  for (const Member<Mention>& member : members) {
    field.columns.push_back({member.name, member.type, [&member](const Record& record, std::string& out) {
                               return !record.mentions.empty() && member.get(record.mentions.front(), out);
                             }});
  }
  return field;
}

std::vector<Field> build_fields() {
  std::vector<Field> fields;
  for (const Member<Record>& member : record_members()) {
    const std::string_view name = member.name;
    // Nested fields stand where the contract's table has them.
    if (name == "of") {
      fields.push_back(
          object_field<RecordPeriod>("period", "what time the value is about", period_members(),
                                     [](const Record& r) { return r.period ? &*r.period : nullptr; }));
      fields.push_back(object_field<Streak>("streak", "how long the growth or change has held",
                                            streak_members(),
                                            [](const Record& r) { return r.streak ? &*r.streak : nullptr; }));
    } else if (name == "area") {
      fields.push_back(object_field<Versus>("versus", "what the value is compared with", versus_members(),
                                            [](const Record& r) { return r.versus ? &*r.versus : nullptr; }));
    }
    fields.push_back(plain_field(member));
  }
  fields.push_back(mentions_field());
  return fields;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool find_item(std::string name, Selection::Item& item) {
  std::replace(name.begin(), name.end(), '.', '_');
  for (const Field& field : record_fields()) {
    if (field.name == name) item.field = &field;
    for (const Column& column : field.columns) {
      if (column.name == name) item.column = &column;
    }
  }
  if (item.field != nullptr) item.column = nullptr;
  return item.field != nullptr || item.column != nullptr;
}

Error unknown_field(std::string_view name) {
  std::string known;
  for (const Field& field : record_fields()) {
    if (field.columns.front().name != field.name) known += (known.empty() ? "" : ", ") + field.name;
    for (const Column& column : field.columns) known += (known.empty() ? "" : ", ") + column.name;
  }
  return {"", 0, 0, "unknown field \"" + std::string(name) + "\"; known are: " + known};
}

}  // namespace

const std::vector<Field>& record_fields() {
  static const std::vector<Field> fields = build_fields();
  return fields;
}

Selection select_all() {
  Selection selection;
  for (const Field& field : record_fields()) selection.items.push_back({&field, nullptr});
  return selection;
}

std::variant<Selection, Error> select_fields(std::string_view list) {
  Selection selection;
  for (bool last = false; !last;) {
    const size_t comma = list.find(',');
    last = comma == std::string_view::npos;
    const std::string_view name = trimmed(list.substr(0, comma));
    Selection::Item item;
    if (!find_item(std::string(name), item)) return unknown_field(name);
    const bool repeated = std::any_of(selection.items.begin(), selection.items.end(), [&](const auto& other) {
      return other.field == item.field && other.column == item.column;
    });
    if (!repeated) selection.items.push_back(item);
    if (!last) list.remove_prefix(comma + 1);
  }
  return selection;
}

std::vector<const Column*> columns_of(const Selection& selection) {
  std::vector<const Column*> columns;
  for (const Selection::Item& item : selection.items) {
    if (item.column != nullptr) {
      columns.push_back(item.column);
    } else {
      std::transform(item.field->columns.begin(), item.field->columns.end(), std::back_inserter(columns),
                     [](const Column& column) { return &column; });
    }
  }
  return columns;
}

void append_json_record(std::string& out, const Record& record, const Selection& selection) {
  out += '{';
  bool first = true;
  std::string plain;
  for (const Selection::Item& item : selection.items) {
    const size_t before = out.size();
    if (!first) out += ',';
    append_json_string(out, item.field != nullptr ? item.field->name : item.column->name);
    out += ':';
    bool present = false;
    if (item.field != nullptr) {
      present = item.field->get_json(record, out);
    } else {
      plain.clear();
      present = item.column->get(record, plain);
      if (present) append_json_value(out, item.column->type, plain);
    }
    if (!present) {
      out.resize(before);
    } else {
      first = false;
    }
  }
  out += '}';
}

}  // namespace statgrep
