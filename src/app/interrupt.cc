// Tests: tests/e2e/running_test.cc
#include "interrupt.h"

#include <pthread.h>

#include <atomic>
#include <csignal>

#include "statgrep/input/bytes.h"

namespace statgrep {
namespace {

std::atomic<bool> signalled = false;

void on_interrupt(int /*signal*/) {
  signalled = true;
  stop_reading();
}

void do_nothing(int /*signal*/) {}

}  // namespace

void catch_interrupts() {
  struct sigaction wake {};
  wake.sa_handler = do_nothing;
  sigaction(SIGURG, &wake, nullptr);  // passed over by default, and used by nobody else here
  struct sigaction before {};
  // A signal that our parent had us ignore (nohup, a background job) stays ignored.
  if (sigaction(SIGINT, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) return;
  struct sigaction action {};
  action.sa_handler = on_interrupt;
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // and no SA_RESTART: a read that waits ends
  sigaction(SIGINT, &action, nullptr);
}

void block_interrupts() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

bool interrupted() {
  return signalled;
}

void wake_from_reading(std::thread& thread) {
  pthread_kill(thread.native_handle(), SIGURG);
}

}  // namespace statgrep
