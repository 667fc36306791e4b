#pragma once

#include <string>
#include <vector>

#include "reviewd/api/published.hpp"

namespace reviewd {

/// A page for the partnership's own website: what is published now, each with its title, day, form and address. It
/// names no case, holds no script, and every word is escaped. An address that is no http or https is left out.
[[nodiscard]] std::string register_page(const std::string& partnership, const std::vector<Published>& published);

}  // namespace reviewd
