// How long a movement has held -> the frame of the movement, where sentences are ordered topic first.
#pragma once

#include "statgrep/model/analysis.h"
#include "statgrep/pack/pack.h"

namespace statgrep {

// 增长 11.3%，连续 36 个月增长: a run without a subject of its own that says
// which way goes to the last movement that went so; 连续 8 个季度增长，增速为 6.1%:
// to the growth taken up behind it. Its frame becomes `merged`. A run that was
// broken (中断连续…) or that held no movement stays a statement. Linear in the
// sentence's chunks for each run. Thread-safe over distinct sentences.
void give_topic_streaks(SentenceAnalysis& sentence, const Pack& pack);

}  // namespace statgrep
