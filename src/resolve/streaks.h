// How long a movement has held -> the frame of the movement.
#pragma once

#include "statgrep/model/analysis.h"

namespace statgrep {

// A streak goes to the growth or change before it in the sentence, else to the one
// after it that is of the same: "fell for the third month in a row, by 2 percent".
// A streak frame whose movement carries it becomes `merged`. Needs the frames' times.
void give_streaks(SentenceAnalysis& sentence);

// The first half of it: the streaks that no frame states.
void give_streaks_to_movement_before(SentenceAnalysis& sentence);

}  // namespace statgrep
