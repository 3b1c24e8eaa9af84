// Two passes: the lexicon gives classes, words and phrases; then patterns,
// which may name those classes and add literal words of their own.
// Tests: tests/unit/pack_compile_test.cc
#include "statgrep/pack/compile.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <map>
#include <set>

#include "language_file.h"
#include "lexicon_file.h"
#include "rule_file.h"
#include "statgrep/pack/classes.h"
#include "statgrep/pack/image.h"
#include "statgrep/pack/located_json.h"
#include "statgrep/pack/pattern.h"
#include "statgrep/pack/words.h"

namespace statgrep {

uint32_t edge_hash(uint32_t node, uint32_t word);  // pack.cc

namespace {

class Compiler {
 public:
  Compiler(std::string lang, std::vector<PackFile> files, std::vector<Error>& errors)
      : lang_(std::move(lang)), files_(std::move(files)), errors_(errors) {}

  std::optional<std::vector<char>> run() {
    size_t before = errors_.size();
    std::sort(files_.begin(), files_.end(), [](auto& a, auto& b) { return a.path < b.path; });
    for (size_t i = 0; i < static_cast<size_t>(Cls::count_); ++i)
      class_bit(std::string(name_of(static_cast<Cls>(i))));
    nodes_.push_back({});
    for (const PackFile& f : files_)
      if (f.path == kLanguageFile) read_language(f);
    for (const PackFile& f : files_)
      if (f.path.ends_with(".txt")) add_lexicon(f);
    for (const PackFile& f : files_)
      if (f.path.ends_with("macros.json")) collect_macros(f);
    for (const PackFile& f : files_)
      if (f.path.ends_with(".json") && !f.path.ends_with("macros.json") && f.path != kLanguageFile)
        collect_rules(f);
    make_families();
    add_rules();
    if (class_names_.size() > kMaxClasses)
      errors_.push_back(
          {lang_, 0, 0, "more than " + std::to_string(kMaxClasses) + " classes and literal words"});
    if (headers_.size() > kMaxRules)
      errors_.push_back({lang_, 0, 0, "more than " + std::to_string(kMaxRules) + " rules"});
    if (errors_.size() != before) return std::nullopt;
    return write();
  }

 private:
  void read_language(const PackFile& f) {
    const std::string name = lang_ + "/" + f.path;
    traits_ = read_language_traits(f.text, name, errors_);
    variants_ = spelling_variants(traits_.variants, name, errors_);
  }

  // The nodes of a phrase and of its other spellings.
  std::vector<uint32_t> phrase_nodes(const std::string& phrase) {
    std::vector<uint32_t> out{phrase_node(phrase)};
    if (variants_)
      for (const std::string& variant : variants_(phrase)) out.push_back(phrase_node(variant));
    return out;
  }

  // Names in a payload are spelled as the phrase's `way`-th spelling is (0: as written).
  std::string spelled(const std::string& cls, const std::string& payload, size_t way) const {
    if (way == 0 || !variants_ || !cls.starts_with("noun.")) return payload;
    const std::vector<std::string> all = variants_(payload);
    return all.empty() ? payload : all[std::min(way, all.size()) - 1];
  }

  struct Meaning {
    ClassSet set;
    std::vector<Payload> payloads;
  };

  int class_bit(const std::string& name) {
    auto [it, added] = class_bits_.try_emplace(name, static_cast<int>(class_names_.size()));
    if (added) class_names_.push_back(name);
    return std::min(it->second, kMaxClasses - 1);
  }

  StrRef str(std::string_view s) {
    if (auto it = string_at_.find(std::string(s)); it != string_at_.end()) return it->second;
    StrRef ref{static_cast<uint32_t>(strings_.size()), static_cast<uint32_t>(s.size())};
    strings_ += s;
    string_at_.emplace(s, ref);
    return ref;
  }

  uint32_t word(const std::string& folded) {
    return words_.try_emplace(folded, static_cast<uint32_t>(words_.size())).first->second;
  }

  // The node of a phrase, cut as the tokeniser cuts texts.
  uint32_t phrase_node(const std::string& phrase) {
    uint32_t node = 0;
    for (uint32_t at = 0; at < phrase.size();) {
      uint32_t width;
      if (is_space_at(phrase, at, width)) {
        at += width;
        continue;
      }
      Piece piece = next_piece(phrase, at);
      std::string folded;
      fold_word(piece.span.in(phrase), folded);
      auto [it, added] = edges_.try_emplace({node, word(folded)}, static_cast<uint32_t>(nodes_.size()));
      if (added) nodes_.push_back({});
      node = it->second;
      at = piece.span.end;
    }
    return node;
  }

  void add_lexicon(const PackFile& f) {
    for (const LexiconLine& line : read_lexicon(f.text, lang_ + "/" + f.path, errors_)) {
      std::optional<Cls> known = class_from(line.cls);
      if (known && is_engine_class(*known)) {
        errors_.push_back({lang_ + "/" + f.path, line.line, 1,
                           "@" + line.cls + " is given by the engine, not by a lexicon"});
        continue;
      }
      int c = class_bit(line.cls);
      const std::vector<uint32_t> nodes = phrase_nodes(line.phrase);
      for (size_t i = 0; i < nodes.size(); ++i) {
        Meaning& m = meanings_[nodes[i]];
        m.set.add(c);
        if (!line.payload.empty()) m.payloads.push_back(payload(c, spelled(line.cls, line.payload, i)));
      }
    }
  }

  Payload payload(int cls, const std::string& text) {
    Payload p{.cls = static_cast<uint32_t>(cls), .number = 0, .number2 = 0, .text = str(text)};
    char* end = nullptr;
    long n = std::strtol(text.c_str(), &end, 10);
    if (end != text.c_str()) p.number = static_cast<int32_t>(n);
    if (end != text.c_str() && *end == '/') p.number2 = std::atoi(end + 1);
    if (size_t bar = text.rfind('|'); bar != std::string::npos) {  // "code|exponent"
      char* stop = nullptr;
      long e = std::strtol(text.c_str() + bar + 1, &stop, 10);
      if (stop != text.c_str() + bar + 1 && *stop == '\0') {
        p.number = static_cast<int32_t>(e);
        p.text = str(std::string_view(text).substr(0, bar));
      }
    }
    return p;
  }

  void collect_rules(const PackFile& f) {
    for (RuleText& r : read_rules(f.text, lang_ + "/" + f.path, errors_)) {
      if (!ids_.insert(r.id).second)
        errors_.push_back({r.file, r.line, r.column, "a second rule with the id '" + r.id + "'"});
      rules_.push_back(std::move(r));
    }
  }

  // Named parts of patterns, used as $name.
  void collect_macros(const PackFile& f) {
    std::optional<JsonNode> root = parse_located(f.text, lang_ + "/" + f.path, errors_);
    if (!root) return;
    for (const JsonMember& m : root->members) macros_[m.key] = expand(m.value.string);
  }

  std::string expand(std::string text) const {
    for (size_t at = text.find('$'); at != std::string::npos; at = text.find('$', at)) {
      size_t end = at + 1;
      while (end < text.size() &&
             (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '_'))
        ++end;
      auto it = macros_.find(text.substr(at + 1, end - at - 1));
      if (it == macros_.end()) {
        ++at;  // left for the pattern's parser to complain of
        continue;
      }
      text.replace(at, end - at, it->second);
    }
    return text;
  }

  // Bits of literal words are added while patterns compile, after families.
  void make_families() {
    size_t n = class_names_.size();
    sets_.assign(static_cast<size_t>(Cls::count_), {});
    for (size_t c = 0; c < static_cast<size_t>(Cls::count_); ++c)
      for (size_t d = 0; d < n; ++d)
        if (class_names_[d] == class_names_[c] || class_names_[d].starts_with(class_names_[c] + "."))
          sets_[c].add(static_cast<int>(std::min<size_t>(d, kMaxClasses - 1)));
  }

  std::optional<ClassSet> named(std::string_view name, bool exact) {
    ClassSet set;
    for (size_t d = 0; d < class_names_.size(); ++d) {
      const std::string& n = class_names_[d];
      if (n == name || (!exact && n.size() > name.size() && n.starts_with(name) && n[name.size()] == '.'))
        set.add(static_cast<int>(d));
    }
    if (set.empty()) return std::nullopt;
    return set;
  }

  int literal(std::string_view w) {
    std::string folded;
    fold_word(w, folded);
    int c = class_bit("=" + folded);
    for (const uint32_t node : phrase_nodes(folded)) meanings_[node].set.add(c);
    return c;
  }

  uint32_t set_index(const ClassSet& set) {
    for (size_t i = static_cast<size_t>(Cls::count_); i < sets_.size(); ++i)
      if (sets_[i] == set) return static_cast<uint32_t>(i);
    sets_.push_back(set);
    return static_cast<uint32_t>(sets_.size() - 1);
  }

  void add_rules() {
    std::stable_sort(rules_.begin(), rules_.end(), [](const RuleText& a, const RuleText& b) {
      return a.priority != b.priority ? a.priority > b.priority : a.id < b.id;
    });
    PatternNames names{[this](std::string_view n, bool exact) { return named(n, exact); },
                       [this](std::string_view w) { return literal(w); }};
    for (const RuleText& r : rules_) add_rule(r, names);
  }

  void add_rule(const RuleText& r, const PatternNames& names) {
    PatternError pe;
    std::optional<CompiledPattern> p = compile_pattern(expand(r.match), names, pe);
    if (!p) {
      errors_.push_back({r.file, r.match_line, r.match_column + 1 + static_cast<int>(pe.position),
                         r.id + ": " + pe.message});
      return;
    }
    RuleHeader h;
    h.id = str(r.id);
    h.priority = r.priority;
    h.kind = static_cast<uint32_t>(r.kind);
    h.guards = r.guards;
    h.first = set_index(p->first);
    // The narrowest sets say no most often.
    std::stable_sort(p->required.begin(), p->required.end(),
                     [](const ClassSet& a, const ClassSet& b) { return a.size() < b.size(); });
    for (size_t i = 0; i < std::min(std::size(h.required), p->required.size()); ++i)
      h.required[i] = set_index(p->required[i]);
    h.longest = p->longest;
    h.code_begin = static_cast<uint32_t>(code_.size());
    for (Instr i : p->code) {
      if (i.op == Instr::atom || i.op == Instr::reject) i.class_set = set_index(p->sets[i.class_set]);
      code_.push_back(i);
    }
    h.code_count = static_cast<uint32_t>(code_.size()) - h.code_begin;
    h.capture_begin = static_cast<uint32_t>(captures_.size());
    h.captures = static_cast<uint32_t>(p->captures.size());
    for (const std::string& c : p->captures) captures_.push_back(str(c));
    h.emit_begin = static_cast<uint32_t>(emits_.size());
    for (const EmitText& e : r.emits) add_emit(r, e, p->captures);
    h.emit_count = static_cast<uint32_t>(emits_.size()) - h.emit_begin;
    headers_.push_back(h);
  }

  // A constant is a number or "=word"; anything else names a capture.
  void add_emit(const RuleText& r, const EmitText& e, const std::vector<std::string>& captures) {
    EmitField f{
        .field = static_cast<uint16_t>(e.key), .capture = -1, .number = e.number, .text = str(e.text)};
    if (!e.is_number && !e.text.starts_with("=")) {
      auto it = std::find(captures.begin(), captures.end(), e.text);
      if (it == captures.end())
        errors_.push_back(
            {r.file, e.line, e.column,
             r.id + ": '" + e.text + "' is no name in the pattern (a constant is written \"=…\")"});
      f.capture = static_cast<int16_t>(it - captures.begin());
    } else if (!e.is_number) {
      f.text = str(std::string_view(e.text).substr(1));
    }
    emits_.push_back(f);
  }

  template <typename T>
  void put(std::vector<char>& out, ImageHeader& h, Section s, const std::vector<T>& items) {
    out.resize((out.size() + 7) / 8 * 8);
    h.sections[static_cast<size_t>(s)] = {static_cast<uint32_t>(out.size()),
                                          static_cast<uint32_t>(items.size())};
    size_t at = out.size();
    out.resize(at + items.size() * sizeof(T));
    if (!items.empty()) std::memcpy(out.data() + at, items.data(), items.size() * sizeof(T));
  }

  static size_t table_size(size_t n) {
    size_t size = 16;
    while (size < n * 2) size *= 2;
    return size;
  }

  std::vector<WordSlot> word_slots() {
    std::vector<WordSlot> slots(table_size(words_.size()));
    for (const auto& [w, n] : words_) {
      uint64_t h = hash_word(w);
      uint64_t i = h >> 7;
      while (slots[i & (slots.size() - 1)].hash != 0) ++i;
      slots[i & (slots.size() - 1)] = {h, str(w), n, 0};
    }
    return slots;
  }

  std::vector<EdgeSlot> edge_slots() {
    std::vector<EdgeSlot> slots(table_size(edges_.size()));
    for (const auto& [key, next] : edges_) {
      uint32_t i = edge_hash(key.first, key.second);
      while (slots[i & (slots.size() - 1)].node != kNone) ++i;
      slots[i & (slots.size() - 1)] = {key.first, key.second, next};
    }
    return slots;
  }

  std::vector<uint64_t> dispatch() const {
    size_t words = (headers_.size() + 63) / 64;
    std::vector<uint64_t> table(class_names_.size() * 2 * words);
    for (size_t r = 0; r < headers_.size(); ++r)
      for (size_t c = 0; c < class_names_.size(); ++c)
        if (sets_[headers_[r].first].has(static_cast<int>(c)))
          table[(c * 2 + headers_[r].kind) * words + r / 64] |= uint64_t{1} << (r % 64);
    return table;
  }

  std::vector<char> write() {
    std::vector<Entry> entries;
    std::vector<Payload> payloads;
    for (auto& [node, m] : meanings_) {
      nodes_[node].entry = static_cast<uint32_t>(entries.size());
      entries.push_back({set_index(m.set), static_cast<uint32_t>(payloads.size()),
                         static_cast<uint32_t>(m.payloads.size())});
      payloads.insert(payloads.end(), m.payloads.begin(), m.payloads.end());
    }
    std::vector<StrRef> names, captures = captures_;
    for (const std::string& n : class_names_) names.push_back(str(n));
    ImageHeader h;
    h.lang = str(lang_);
    h.script = str(traits_.script);
    h.segmented = traits_.segmented ? 1 : 0;
    h.hash = 1469598103934665603u;
    std::vector<SourceFile> sources;
    for (const PackFile& f : files_) {
      sources.push_back({str(f.path), str(f.text)});
      h.hash = (h.hash ^ hash_word(f.path)) * 0x100000001B3u;
      h.hash = (h.hash ^ hash_word(f.text)) * 0x100000001B3u;
    }
    std::vector<WordSlot> slots = word_slots();
    std::vector<char> out(sizeof(ImageHeader));
    put(out, h, Section::class_names, names);
    put(out, h, Section::class_sets, sets_);
    put(out, h, Section::word_slots, slots);
    put(out, h, Section::edges, edge_slots());
    put(out, h, Section::nodes, nodes_);
    put(out, h, Section::entries, entries);
    put(out, h, Section::payloads, payloads);
    put(out, h, Section::rules, headers_);
    put(out, h, Section::dispatch, dispatch());
    put(out, h, Section::code, code_);
    put(out, h, Section::emits, emits_);
    put(out, h, Section::captures, captures);
    put(out, h, Section::sources, sources);
    put(out, h, Section::strings, std::vector<char>(strings_.begin(), strings_.end()));
    out.resize((out.size() + 63) / 64 * 64);
    h.size = out.size();
    std::memcpy(out.data(), &h, sizeof h);
    return out;
  }

  std::string lang_;
  std::vector<PackFile> files_;
  std::vector<Error>& errors_;
  LanguageTraits traits_;
  std::function<std::vector<std::string>(const std::string&)> variants_;
  std::map<std::string, int> class_bits_;
  std::vector<std::string> class_names_;
  std::string strings_;
  std::map<std::string, StrRef> string_at_;
  std::map<std::string, uint32_t> words_;
  std::map<std::pair<uint32_t, uint32_t>, uint32_t> edges_;
  std::vector<Node> nodes_;
  std::map<uint32_t, Meaning> meanings_;  // by node
  std::vector<ClassSet> sets_;            // families first, then those of patterns and entries
  std::map<std::string, std::string> macros_;
  std::set<std::string> ids_;
  std::vector<RuleText> rules_;
  std::vector<RuleHeader> headers_;
  std::vector<Instr> code_;
  std::vector<EmitField> emits_;
  std::vector<StrRef> captures_;
};

}  // namespace

std::optional<std::vector<char>> compile_pack(const std::string& lang, std::vector<PackFile> files,
                                              std::vector<Error>& errors) {
  return Compiler(lang, std::move(files), errors).run();
}

}  // namespace statgrep
