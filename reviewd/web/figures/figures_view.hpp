#pragma once

#include <string>

#include "reviewd/web/frame/render.hpp"

namespace reviewd {

/// What the page was asked for, as it was typed: days as 2026-03-31.
struct FiguresTyped {
  std::string from{};
  std::string to{};
  std::string as_at{};
  std::string besides{};
  bool published = false;
};

/// `?from=…&to=…` for the addresses of the API and of the pages; empty where nothing was typed.
[[nodiscard]] std::string figures_query(const FiguresTyped& typed);

/// The yearly report, by what the API answers.
[[nodiscard]] View figures_view(const boost::json::value& figures, const FiguresTyped& typed);
/// The form alone, with what is wrong with it.
[[nodiscard]] View figures_form(const FiguresTyped& typed, const boost::json::value& problem);

}  // namespace reviewd
