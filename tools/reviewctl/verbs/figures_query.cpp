#include "tools/reviewctl/verbs/figures_query.hpp"

#include <fmt/format.h>

#include <utility>

namespace reviewctl {

std::vector<Option> figures_options(const std::string& last_day) {
  return {{"from", "DAY", "The first day of the period; of the last year that is over, if not given"},
          {last_day, "DAY", "The last day of the period"},
          {"as-at", "DAY", "As it was recorded by the end of that day; today if not given"},
          {"published", "", "As it may be published, without small numbers"},
          {"besides", "DAYS", "As at these days figures of the period were published before, with commas"}};
}

Outcome<std::string> figures_query(const Arguments& arguments, const std::string& last_day) {
  std::string query;
  const auto add = [&](std::string_view name, std::string_view value) {
    query += fmt::format("{}{}={}", query.empty() ? "?" : "&", name, value);
  };
  for (const auto& [option, name] :
       {std::pair("from", "from"), std::pair(last_day.c_str(), "to"), std::pair("as-at", "asAt")}) {
    const auto day = arguments.day(option);
    if (!day) return stop(day.error());
    if (*day) add(name, (*day)->iso());
  }
  if (const auto besides = arguments.text("besides"); !besides.empty()) {
    if (besides.find_first_not_of("0123456789-,") != std::string::npos)
      return misused("--besides has days such as 2026-05-01, with commas between them.");
    add("besides", besides);
  }
  if (arguments.has("published")) add("published", "true");
  return query;
}

}  // namespace reviewctl
