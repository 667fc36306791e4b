#pragma once

#include <string>
#include <string_view>

namespace review {

/// `LEGAL_READ` → `legal-read`: the short name of a choice as clocks and milestones that come from it are named.
[[nodiscard]] std::string kebab_choice(std::string_view short_name);

}  // namespace review
