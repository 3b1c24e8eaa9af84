// The members of a record and of its nested structs: name, type, constraint,
// meaning, and how to read them. Only fields.cc includes this.
#pragma once

#include <string>
#include <vector>

#include "statgrep/model/record.h"
#include "statgrep/write/fields.h"
#include "statgrep/write/json_text.h"

namespace statgrep {

template <class T>
struct Member {
  const char* name;
  ValueType type;
  bool required;
  std::string constraint;  // further schema keywords, as JSON text: "\"minimum\":0"
  const char* description;
  bool (*get)(const T&, std::string&);  // appends plain text; false: absent
};

const std::vector<Member<Record>>& record_members();  // the plain ones
const std::vector<Member<RecordPeriod>>& period_members();
const std::vector<Member<Streak>>& streak_members();
const std::vector<Member<Versus>>& versus_members();
const std::vector<Member<Mention>>& mention_members();

// The opening of a schema: {"description":"…",
std::string describe(const char* description);
std::string schema_of(ValueType type, const char* description, const std::string& constraint);

template <class T>
std::string member_schema(const Member<T>& member) {
  return schema_of(member.type, member.description, member.constraint);
}

}  // namespace statgrep
