#include "statgrep/app/commands.h"

int main(int argc, char** argv) {
  return statgrep::run_command_line(argc, argv);
}
