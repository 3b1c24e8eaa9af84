// Tests: tests/unit/record_builder_test.cc, samples/ with tests/gold/
#include "statgrep/record/builder.h"

#include <algorithm>

#include "frame_names.h"
#include "places.h"
#include "sources.h"
#include "statement.h"
#include "topics.h"
#include "units.h"

namespace statgrep {
namespace {

using Kind = Quantity::Kind;

constexpr int kFallbackPriority = 20;  // rules below only guess from the quantity itself

class Builder {
 public:
  Builder(const Document& d, const std::vector<Token>& tokens, const SentenceAnalysis& a, const Pack& pack,
          const Acronyms& acronyms, NameState& state, Trace* trace)
      : d_(d),
        tokens_(tokens),
        a_(a),
        pack_(pack),
        namer_(d.text, tokens, pack, acronyms),
        places_(tokens, a, pack, namer_),
        units_(tokens, a, pack, namer_, state),
        names_(tokens, a, pack, namer_, places_, units_, state),
        state_(state),
        trace_(trace) {}

  void run(std::vector<Record>& out) {
    sources_ = find_sources(d_.text, tokens_, a_, pack_);
    if (a_.sentence.heading && a_.frames.empty()) names_.heading();
    if (const auto topic = topic_of(tokens_, a_, pack_)) names_.speak_of(a_.chunks[*topic].tokens);
    for (size_t i = 0; i < a_.frames.size(); ++i) {
      Record r;
      if (a_.frames[i].merged) {
        names_.of(i);
        continue;
      }
      if (prolongs(a_.frames[i], out)) continue;
      if (!build(i, r)) continue;
      out.push_back(std::move(r));
    }
    names_.mention();
  }

 private:
  // "This growth trend has been maintained for 36 months" belongs to the growth before.
  bool prolongs(const Frame& f, std::vector<Record>& out) {
    if (f.measure != Measure::streak || f.np < 0 || out.empty() || out.back().streak) return false;
    const ClassSet& c = a_.chunks[static_cast<size_t>(f.np)].cls;
    bool again =
        c.meets(pack_.family(Cls::noun_anaphor)) || (f.indicator.size() == 2 && c.has(bit(Cls::np_growth)));
    bool taken_up = c.has(bit(Cls::np_pronoun)) || (c.has(bit(Cls::np_def)) && again);
    if (!taken_up || (out.back().measure != Measure::growth && out.back().measure != Measure::change))
      return false;
    out.back().streak = Streak{f.quantity.value, std::string(f.quantity.unit),
                               out.back().value.is_negative() ? "down" : "up"};
    note(f, Verdict::merged, out.back().indicator);
    return true;
  }

  bool build(size_t i, Record& r) {
    const Frame& f = a_.frames[i];
    const Quantity& q = f.quantity;
    const Named named = names_.of(i);
    if (named.name.name.empty()) {
      note(f, Verdict::unresolved, "no indicator");
      return false;
    }
    r.indicator = named.name.name;
    r.area = named.name.area;
    r.measure = share_again(f, named) ? Measure::share : f.measure;
    put_values(d_, f, r);
    r.unit = carries_unit(f, named) ? state_.unit : units_.of(f, r);
    r.basis = f.basis;
    r.qualifier = q.qualifier != Qualifier::none ? q.qualifier : f.qualifier;
    r.status = f.status;
    if (f.when) r.period = f.when;
    r.streak = f.streak;
    if (f.of.size() > 0) r.of = namer_.verbatim(f.of);
    if (f.compared) r.versus = f.compared;
    if (f.versus.size() > 0) {
      if (!r.versus) r.versus = Versus{};
      r.versus->text = namer_.verbatim(f.versus);
    }
    if (const Source* s = source_of(sources_, f.chunk)) r.attribution = namer_.verbatim(s->name);
    std::replace(r.attribution.begin(), r.attribution.end(), '\n', ' ');
    r.rule = pack_.text(pack_.rules()[f.rule].id);
    r.confidence = confidence(f, r, named.cost);
    r.mentions.push_back(mention_of(d_, tokens_, a_, f));
    if (r.measure != Measure::rank) remember(f, named, r);
    note(f, Verdict::made, r.indicator);
    return true;
  }

  // "Output was 93 million tonnes. The target is 405 million": what it is of has told its unit.
  bool carries_unit(const Frame& f, const Named& named) const {
    return f.quantity.kind == Kind::bare && f.quantity.scaled && f.measure == Measure::level &&
           named.cost == Cost::anaphor && named.name.name == state_.name && !state_.unit.empty();
  }

  // "Spending is to reach 3 percent of GDP. The ratio was 2.6 percent in 2023."
  bool share_again(const Frame& f, const Named& named) const {
    const bool rate = f.np >= 0 && a_.chunks[static_cast<size_t>(f.np)].cls.has(bit(Cls::np_rate)) &&
                      !a_.chunks[static_cast<size_t>(f.np)].cls.meets(pack_.family(Cls::noun_ratio));
    return state_.share && !rate && f.measure == Measure::level && f.quantity.kind == Kind::percent &&
           named.cost == Cost::anaphor && named.name.name == state_.name;
  }

  void remember(const Frame& f, const Named& named, const Record& r) {
    names_.remember(f, named);
    if (f.earlier || f.counted) return;
    state_.share = r.measure == Measure::share;
    if (f.measure == Measure::level && !carries_unit(f, named)) state_.unit = r.unit;
  }

  // What the rule itself says of its own reliability.
  int doubt(const Frame& f) const {
    for (const EmitField& e : pack_.emits(pack_.rules()[f.rule]))
      if (static_cast<EmitKey>(e.field) == EmitKey::doubt) return e.number;
    return 0;
  }

  int confidence(const Frame& f, const Record& r, int name_cost) const {
    int c = Cost::whole - name_cost;
    if (pack_.rules()[f.rule].priority < kFallbackPriority) c -= Cost::fallback_rule;
    c -= cost_of_period(r);
    if (f.antecedent >= 0) c -= Cost::continued;
    if (r.indicator.find(' ') == std::string::npos) c -= Cost::one_word;
    if (r.measure == Measure::share) c -= Cost::share;
    c -= doubt(f);
    return std::max(c, 5);
  }

  void note(const Frame& f, Verdict v, const std::string& why) {
    if (trace_ != nullptr)
      trace_->add(Stage::record, v, f.quantity.text, std::string(pack_.text(pack_.rules()[f.rule].id)), why);
  }

  const Document& d_;
  const std::vector<Token>& tokens_;
  const SentenceAnalysis& a_;
  const Pack& pack_;
  Namer namer_;
  Places places_;
  Units units_;
  FrameNames names_;
  NameState& state_;
  Trace* trace_;
  std::vector<Source> sources_;
};

}  // namespace

std::vector<std::string> find_currencies(const std::vector<Token>& tokens, const Pack& pack) {
  std::vector<std::string> out;
  for (const Token& t : tokens) {
    const bool area = t.cls.meets(pack.family(Cls::area));
    const Payload* p = area ? pack.payload(t.entry, Cls::area) : nullptr;
    if (p == nullptr) continue;
    std::string_view text = pack.text(p->text);
    size_t bar = text.find('|');
    if (bar == std::string_view::npos || text.size() < bar + 4) continue;
    for (size_t at = bar + 1; at + 3 <= text.size(); at += 4) {  // the present currency, then older ones
      std::string code(text.substr(at, 3));
      if (std::find(out.begin(), out.end(), code) == out.end()) out.push_back(code);
    }
  }
  return out;
}

void build_records(const Document& document, const std::vector<Token>& tokens,
                   const SentenceAnalysis& sentence, const Pack& pack, const Acronyms& acronyms,
                   NameState& state, Trace* trace, std::vector<Record>& out) {
  Builder(document, tokens, sentence, pack, acronyms, state, trace).run(out);
}

}  // namespace statgrep
