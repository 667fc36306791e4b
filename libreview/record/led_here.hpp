#pragma once

#include "libreview/record/handling.hpp"

namespace review {

/// A review that another case leads is accepted, published and declined there: the entries follow here by themselves.
void led_here(const Question& question, const v1::ReviewFile& review);

}  // namespace review
