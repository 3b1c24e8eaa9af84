// One document through all stages: text -> records, not yet merged over
// documents.
#pragma once

#include <string>
#include <vector>

#include "statgrep/base/trace.h"
#include "statgrep/model/document.h"
#include "statgrep/model/record.h"

namespace statgrep {

class Pack;
class PackSet;  // pack/pack.h: all loaded languages, const and shared between threads

struct PipelineOptions {
  std::string lang = "auto";
};

// Thread-safe: const, holds no state but the reference to the packs, which
// must outlive it. Cost: linear in the document. Never throws on any text.
class Pipeline {
 public:
  Pipeline(const PackSet& packs, PipelineOptions options) : packs_(packs), options_(std::move(options)) {}

  // The document's records in the order of first mention, equal ones united.
  // Unification is done once, over all documents (record/merge.h). `trace` may
  // be null.
  std::vector<Record> run(const Document& document, Trace* trace) const;

  // The same, unified: for a document that is the whole set.
  std::vector<Record> run_alone(const Document& document, Trace* trace) const;

 private:
  // Appends the records of a document of one language.
  void read(const Document& document, const Pack& pack, Trace* trace, std::vector<Record>& out) const;

  const PackSet& packs_;
  PipelineOptions options_;
};

}  // namespace statgrep
