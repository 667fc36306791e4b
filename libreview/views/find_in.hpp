#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "libreview/record/reviewed_with.hpp"
#include "libreview/views/views.hpp"

namespace review {

/// Finds any case of a store, whoever may see it. The views outlive it.
[[nodiscard]] inline FindCase find_in(Views& views) {
  return [&views](const std::string& name) { return views.find(name); };
}

/// The same, and each case is read once, however often it is asked for: as it stood when it was first asked for.
[[nodiscard]] inline FindCase find_once_in(Views& views) {
  using Found = std::map<std::string, std::optional<v1::CaseFile>>;
  return [&views, found = std::make_shared<Found>()](const std::string& name) {
    const auto [at, is_new] = found->try_emplace(name);
    if (is_new) at->second = views.find(name);
    return at->second;
  };
}

}  // namespace review
