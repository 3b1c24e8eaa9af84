#include "messages.h"
#include "statgrep/app/commands.h"
#include "statgrep/write/schema.h"

namespace statgrep {

int run_schema() {
  return print(record_schema());
}

}  // namespace statgrep
