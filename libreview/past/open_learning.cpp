#include "libreview/past/open_learning.hpp"

#include <fmt/format.h>

#include <set>
#include <string>

namespace review {
namespace {

namespace json = boost::json;

std::string member(const json::object& of, std::string_view name) {
  const auto* found = of.if_contains(name);
  return found != nullptr && found->is_string() ? std::string(found->get_string()) : std::string();
}

/// What is left to do of a case, by name.
struct OpenLearning {
  std::set<std::string> actions{};
  std::set<std::string> recommendations{};  ///< without an action
};

OpenLearning open_learning(const PastCase& of_case) {
  OpenLearning open;
  for (const auto& one : of_case.entries) {
    if (const auto* made = one.entry.if_contains("recommendationMade"))
      open.recommendations.insert(member(made->as_object(), "recommendation"));
    if (const auto* agreed = one.entry.if_contains("actionAgreed")) {
      open.actions.insert(member(agreed->as_object(), "action"));
      open.recommendations.erase(member(agreed->as_object(), "recommendation"));
    }
    const auto* updated = one.entry.if_contains("actionUpdated");
    if (updated != nullptr && member(updated->as_object(), "progress") == "COMPLETE")
      open.actions.erase(member(updated->as_object(), "action"));
  }
  return open;
}

std::string so_many(std::size_t number, std::string_view one, std::string_view more) {
  return number == 1 ? fmt::format("1 {}", one) : fmt::format("{} {}", number, more);
}

}  // namespace

void warn_of_open_learning(PastRow& row, const PastCase& of_case) {
  const auto open = open_learning(of_case);
  const auto field = row.has("closed-on") ? "closed-on" : "stage";
  if (!open.actions.empty()) {
    row.warn(field, fmt::format("This row says that the case is closed, and {} not complete. The case closes, and they "
                                "stay to be done. If they are done, say so in their rows.",
                                so_many(open.actions.size(), "action of it is", "actions of it are")));
  }
  if (!open.recommendations.empty()) {
    row.warn(field, fmt::format("This row says that the case is closed, and {} no action. If there was one, put it in.",
                                so_many(open.recommendations.size(), "recommendation of it has",
                                        "recommendations of it have")));
  }
}

}  // namespace review
