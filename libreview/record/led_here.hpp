#pragma once

#include "libreview/record/handling.hpp"

namespace review {

/// A review that another case leads is accepted, published and declined there: the entries follow here by themselves.
void led_here(const Question& question, const v1::ReviewFile& review);

/// Whether what happens to a review moves the stage of its case. Where another case leads, it does so only once this
/// one has come as far as a review itself: joining spares it nothing.
[[nodiscard]] bool moves_stage(const v1::CaseFile& file, const v1::ReviewFile& review);

}  // namespace review
