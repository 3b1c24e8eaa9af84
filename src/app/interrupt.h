// SIGINT as a flag: what was found is still written.
#pragma once

#include <thread>

namespace statgrep {

// Turns SIGINT into a flag, once; the second one ends the program. A read that
// waits on the calling thread ends early. Threads started later should block
// the signal (see block_interrupts), so that it comes here.
void catch_interrupts();
void block_interrupts();  // on this thread
bool interrupted();

// Ends a read that `thread` waits in, after stop_reading().
void wake_from_reading(std::thread& thread);

inline constexpr int kInterrupted = 130;  // 128 + SIGINT, as shells have it

}  // namespace statgrep
