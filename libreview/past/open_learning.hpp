#pragma once

#include "libreview/past/past_plan.hpp"

namespace review {

/// Warns of a case that its row says is closed, where the rows of learning leave actions of it open, or recommendations
/// that no action follows: it closes all the same, and its open actions stay to be done.
void warn_of_open_learning(PastRow& row, const PastCase& of_case);

}  // namespace review
