#pragma once

#include <string>

#include "libreview/record/reviewed_with.hpp"
#include "libreview/views/views.hpp"

namespace review {

/// Finds any case of a store, whoever may see it. The views outlive it.
[[nodiscard]] inline FindCase find_in(Views& views) {
  return [&views](const std::string& name) { return views.find(name); };
}

}  // namespace review
