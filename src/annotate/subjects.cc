// Tests: tests/unit/annotate_concepts_test.cc
#include "subjects.h"

namespace statgrep {
namespace {

using Kind = Quantity::Kind;

class Subject {
 public:
  Subject(const Clause& clause, std::vector<TokenRange>& found) : clause_(clause), found_(found) {}

  void run(uint32_t c, bool measured) {
    while ((c = clause_.left(c)) != kNone) {
      if (!clause_.verb(c)) continue;
      const uint32_t s = clause_.before_verbs(c);
      if (s != kNone && clause_.np(s) && clause_.participle(c, s))
        continue;  // "lenders offering 5 % loans are"
      if (s == kNone || clause_.is(s, Cls::pron_person)) return;
      if (named(s)) return add_label(s);
      if (clause_.is(s, Cls::pron_rel)) return add_antecedent(s);
      if (clause_.mark(s, Cls::punct_comma))
        if (const uint32_t head = before_aside(s); head != kNone && named(head)) return;
      if (clause_.is(s, Cls::pron_it) && measured) return;
      c = clause_.is(s, Cls::pron_it) ? s : s + 1;  // who was spoken of before; a shared subject
    }
  }

 private:
  bool add(uint32_t c) {
    found_.push_back(clause_.phrase(c));
    return true;
  }

  // A subject that names something: "sales", "five launches", "homes from $1 million".
  bool named(uint32_t s) {
    if (clause_.np(s)) return add(s);
    if (!clause_.qty(s)) return false;
    if (clause_.first_of(s).kind == Kind::count || clause_.aged(clause_[s].tokens)) {
      found_.push_back(clause_[s].tokens);
      return true;
    }
    const uint32_t before = clause_.left(s);
    if (before != kNone && clause_.np(before)) return add(before);
    const uint32_t head = before != kNone && clause_.is(before, Cls::prep) ? clause_.left(before) : kNone;
    return head != kNone && clause_.np(head) && add(head);
  }

  // "the mill, which earned": whom the pronoun stands for.
  void add_antecedent(uint32_t pronoun) {
    uint32_t antecedent = clause_.left(pronoun);
    if (antecedent != kNone && clause_.mark(antecedent, Cls::punct_comma))
      antecedent = clause_.left(antecedent);
    if (antecedent != kNone) named(antecedent);
  }

  // "Acme — Shares of the firm rose": who the line is about.
  void add_label(uint32_t s) {
    const uint32_t dash = clause_.left(s);
    if (dash == kNone || !clause_.mark(dash, Cls::punct_dash)) return;
    if (const uint32_t label = clause_.left(dash); label == 0 && clause_.np(label)) add(label);
  }

  // "the debt, excluding banks, was": what stands before an aside between commas.
  uint32_t before_aside(uint32_t comma) const {
    for (uint32_t c = clause_.left(comma); c != kNone; c = clause_.left(c)) {
      if (clause_.verb(c) && !clause_.is(c, Cls::verb_part)) return kNone;
      if (clause_.mark(c, Cls::punct_comma)) return clause_.left(c);
    }
    return kNone;
  }

  const Clause& clause_;
  std::vector<TokenRange>& found_;
};

}  // namespace

void add_subject(const Clause& clause, uint32_t c, bool measured, std::vector<TokenRange>& found) {
  Subject(clause, found).run(c, measured);
}

void add_heading(const Clause& clause, uint32_t c, std::vector<TokenRange>& found) {
  while ((c = clause.left(c)) != kNone) {
    if (!clause.mark(c, Cls::punct_colon)) continue;
    c = clause.left(c);
    if (c != kNone && clause.is(c, Cls::prep)) c = clause.left(c);
    if (c != kNone && clause.np(c)) found.push_back(clause.phrase(c));
    return;
  }
}

void add_object(const Clause& clause, uint32_t c, std::vector<TokenRange>& found) {
  for (c = clause.left(c); c != kNone && !clause.mark(c, Cls::punct_semicolon); c = clause.left(c)) {
    const uint32_t v = clause.left(c);
    if (clause.np(c) && v != kNone && clause.verb(v)) {
      found.push_back(clause.phrase(c));
      return;
    }
  }
}

}  // namespace statgrep
