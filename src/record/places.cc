// Tests: tests/unit/record_places_test.cc
#include "places.h"

namespace statgrep {

uint32_t Places::after(uint32_t chunk) const {
  do ++chunk;
  while (chunk < a_.chunks.size() && a_.chunks[chunk].transparent);
  return chunk;
}

uint32_t Places::place_in(TokenRange phrase) const {
  uint32_t last = phrase.last;
  while (last > phrase.first && tokens_[last - 1].cls.meets(pack_.family(Cls::possessive))) --last;
  if (last == phrase.first) return phrase.last;
  const ClassSet& c = tokens_[last - 1].cls;
  bool place = c.meets(pack_.family(Cls::area)) && !c.meets(pack_.family(Cls::area_adj));
  return place ? last - 1 : phrase.last;
}

std::string Places::named(TokenRange phrase) const {
  const uint32_t at = place_in(phrase);
  if (at == phrase.last) return "";
  return namer_.place(at);
}

std::string Places::of(const Frame& f) const {
  if (std::string place = behind(f.chunk); !place.empty()) return place;
  if (f.area.size() > 0) return named(f.area);
  if (f.np >= 0 && is(static_cast<uint32_t>(f.np), Cls::np_area))
    return named(a_.chunks[static_cast<size_t>(f.np)].tokens);
  return f.antecedent >= 0 ? "" : fronted(f.first);
}

// "5.1 pct in May in Germany, 4 pct for France"
std::string Places::behind(uint32_t value) const {
  const uint32_t prep = after(value);
  if (!is(prep, Cls::prep_in) && !is(prep, Cls::prep_for)) return "";
  const uint32_t place = after(prep);
  return is(place, Cls::np_area) ? named(a_.chunks[place].tokens) : "";
}

// "In Germany, output rose": at the beginning of a clause, for what follows.
std::string Places::fronted(uint32_t first) const {
  bool opens = true;
  std::string found;
  for (uint32_t i = 0; i < first; ++i) {
    if (a_.chunks[i].transparent) continue;
    if (opens && is(i, Cls::prep_in)) {
      const uint32_t place = after(i);
      const uint32_t next = after(place);
      bool alone = is(next, Cls::punct_comma) || is(next, Cls::np);
      if (place < first && alone && is(place, Cls::np_area)) found = named(a_.chunks[place].tokens);
    }
    opens = is(i, Cls::punct_comma) || is(i, Cls::punct_semicolon) || is(i, Cls::conj_and) ||
            is(i, Cls::conj_but) || is(i, Cls::conj_sub);
  }
  return found;
}

bool Places::only(TokenRange phrase) const {
  uint32_t first = phrase.first;
  while (first < phrase.last && token(first, Cls::det)) ++first;
  return first < phrase.last && place_in(phrase) == first;
}

void Places::put(const Frame& f, bool movement, IndicatorName& name) const {
  const std::string area = of(f);
  if (area.empty()) return;
  if (f.area.size() > 0 && f.antecedent >= 0 && put_in_name(f, movement, name)) return;
  name.area = area;
}

// "The surplus with Korea was 7 billion, Hong Kong 6 billion": in the name,
// where the antecedent has its place there, or a preposition says so ("to Japan 6 billion").
bool Places::put_in_name(const Frame& f, bool movement, IndicatorName& name) const {
  const Frame* source = &a_.frames[static_cast<size_t>(f.antecedent)];
  while (source->indicator.size() == 0 && source->antecedent >= 0)
    source = &a_.frames[static_cast<size_t>(source->antecedent)];
  const TokenRange phrase = source->indicator;
  if (phrase.size() == 0) return false;  // what the text was about before has its place elsewhere
  const IndicatorName before = namer_.name(phrase, movement, a_.sentence.first);
  uint32_t at = place_in(phrase);
  const bool placed = at < phrase.last && at > phrase.first && before.area != named(phrase);
  const uint32_t prep = f.area.first - 1;
  const bool agent =
      prep > 0 && token(prep, Cls::prep_by) && token(prep - 1, Cls::verb);  // "followed by Peru"
  const bool governed = only(f.area) && token(prep, Cls::attach) && !token(prep, Cls::prep_in) && !agent;
  if (!placed && !governed) return false;
  if (!placed) at = phrase.last;
  while (placed && at > phrase.first + 1 &&
         (token(at - 1, Cls::det) || (governed && token(at - 1, Cls::prep))))
    --at;
  const TokenRange added{governed ? prep : f.area.first, f.area.last};
  name = namer_.name_parts({{phrase.first, at}, added}, movement, a_.sentence.first);
  if (name.area.empty()) name.area = before.area;
  return true;
}

}  // namespace statgrep
