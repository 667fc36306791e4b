#pragma once

#include "libreview/record/handling.hpp"

namespace review {

/// A draft stands under headings of its day's form, each once, and is no longer than that form leaves room for.
void under_known_headings(const Question& question);

/// A seven-minute briefing fills every heading of its form before it is checked: one that grows afterwards was not
/// checked as it stands.
void fills_its_headings(const Question& question, const v1::Product& product);

}  // namespace review
