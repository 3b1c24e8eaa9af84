// The command line: CLI11 set up from the tables in options.h.
#include <CLI/CLI.hpp>
#include <csignal>
#include <exception>
#include <map>

#include "messages.h"
#include "statgrep/app/commands.h"

namespace statgrep {
namespace {

void add_option(CLI::App& app, const OptionSpec& spec, Options& options) {
  if (const auto* flag = std::get_if<bool Options::*>(&spec.target)) {
    app.add_flag(spec.name, options.**flag, spec.help);
    return;
  }
  CLI::Option* option = std::visit(
      [&](auto target) { return app.add_option(spec.name, options.*target, spec.help); }, spec.target);
  option->option_text(spec.value);
  if (spec.name[0] == '-') {
    // The last one holds, so that an alias can be overridden; of a list all do.
    if (std::holds_alternative<std::vector<std::string> Options::*>(spec.target))
      option->take_all()->allow_extra_args(false);
    else
      option->take_last();
  }
  if (!spec.choices.empty()) {
    std::string shown;
    for (const std::string& choice : spec.choices) shown += (shown.empty() ? "" : "|") + choice;
    option->check(CLI::IsMember(spec.choices))->option_text(shown);
  }
  if (spec.required) option->required();
}

// The app of a command path such as "patterns test", made where it is missing.
CLI::App* command_app(CLI::App& root, const CommandSpec& spec) {
  const std::string path = spec.path;
  const size_t blank = path.find(' ');
  CLI::App* parent = &root;
  if (blank != std::string::npos) {
    const std::string group = path.substr(0, blank);
    const auto made = root.get_subcommands([&](const CLI::App* app) { return app->get_name() == group; });
    parent = made.empty() ? root.add_subcommand(group, "Look after patterns")->require_subcommand(1)
                          : made.front();
  }
  return parent->add_subcommand(blank == std::string::npos ? path : path.substr(blank + 1), spec.help);
}

int dispatch(Command command, const Options& options) {
  switch (command) {
    case kExtract:
      return run_extract(options);
    case kExplain:
      return run_explain(options);
    case kAnnotate:
      return run_annotate(options);
    case kMerge:
      return run_merge(options);
    case kSchema:
      return run_schema();
    case kPatternsTest:
      return run_patterns_test(options);
    case kPatternsList:
      return run_patterns_list(options);
  }
  return kTrouble;
}

// The exit code where parsing has settled it: help, version, a bad usage.
int after_parse_error(const CLI::App& root, const CLI::ParseError& error) {
  if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
    root.exit(error);  // prints the help or the version
    return kFound;
  }
  say(std::string(error.what()));
  say("try: statgrep --help");
  return kTrouble;
}

int parse_and_run(int argc, const char* const* argv) {
  CLI::App root("statgrep: finds the statistics that news texts state");
  root.require_subcommand(1);
  root.set_version_flag("--version", "statgrep " STATGREP_VERSION);
  Options options;
  std::map<CLI::App*, Command> commands;
  for (const CommandSpec& spec : command_table()) {
    CLI::App* app = command_app(root, spec);
    commands[app] = spec.command;
    for (const OptionSpec& option : option_table()) {
      if ((option.commands & spec.command) != 0) add_option(*app, option, options);
    }
  }
  try {
    root.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return after_parse_error(root, error);
  }
  for (const auto& [app, command] : commands) {
    if (app->parsed()) return dispatch(command, options);
  }
  return kTrouble;
}

}  // namespace

int run_command_line(int argc, const char* const* argv) {
  // A reader that has gone shows as an error of write(), which is no trouble.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return parse_and_run(argc, argv);
  } catch (const std::exception& error) {
    // Errors are values; what still gets here is memory that has run out.
    say(std::string(error.what()));
    return kTrouble;
  }
}

}  // namespace statgrep
