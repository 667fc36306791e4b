#include "tools/reviewctl/verbs/list_options.hpp"

#include <fmt/format.h>

#include <limits>

#include "libreview/vocabulary/record_name.hpp"
#include "reviewd/http/percent.hpp"

namespace reviewctl {

std::vector<Option> list_options(const std::string& fields) {
  return {{"filter", "FILTER", "For example 'openedOn >= \"2026-04-01\"', joined by AND. Fields: " + fields},
          {"order-by", "FIELD", "The field to order by; with 'desc' after it, from the last"},
          {"limit", "N", "At most so many"}};
}

Outcome<ListWish> list_wish(const Arguments& arguments, std::string path, std::string name) {
  const auto limit = arguments.number("limit", 1, std::numeric_limits<int>::max());
  if (!limit) return stop(limit.error());
  return ListWish{std::move(path),         std::move(name),   arguments.text("filter"), arguments.text("order-by"),
                  arguments.text("as-at"), limit->value_or(0)};
}

std::string case_path(const Arguments& arguments, std::string_view below) {
  const auto reference = arguments.text("CASE");
  return fmt::format("/v1/{}{}{}", review::sort_of(reference).collection, reviewd::percent_encoded(reference), below);
}

}  // namespace reviewctl
