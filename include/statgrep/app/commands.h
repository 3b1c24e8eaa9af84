// One function a subcommand. Each gives the process's exit code: kFound,
// kNothing or kTrouble. Records go to standard output, all else to standard
// error.
#pragma once

#include "statgrep/app/options.h"

namespace statgrep {

// Parses the command line and runs the subcommand that it names.
int run_command_line(int argc, const char* const* argv);

int run_extract(const Options& options);
int run_explain(const Options& options);
int run_annotate(const Options& options);
int run_merge(const Options& options);
int run_schema();
int run_patterns_test(const Options& options);
int run_patterns_list(const Options& options);

}  // namespace statgrep
