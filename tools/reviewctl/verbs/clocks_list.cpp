#include <algorithm>

#include "tools/reviewctl/clock_table.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/list_options.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

/// `overdue` or `OVERDUE`, as the filter writes it.
std::string state_named(std::string word) {
  std::transform(word.begin(), word.end(), word.begin(), [](char c) {
    return c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return word;
}

Outcome<ExitCode> run_clocks_list(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const bool of_one = call.arguments.has("CASE");
  auto wish = list_wish(call.arguments, of_one ? case_path(call.arguments, "/clocks") : "/v1/cases/-/clocks", "clocks");
  if (!wish) return stop(wish.error());
  const auto state = state_named(call.arguments.text("state"));
  if (of_one && !wish->filter.empty()) return misused("--filter is for the clocks of all cases.");
  if (!of_one && !state.empty()) {
    wish->filter = (wish->filter.empty() ? "" : wish->filter + " AND ") + "state=\"" + state + "\"";
  }
  auto clocks = ask_list(**service, *wish);
  if (!clocks) return stop(clocks.error());
  if (of_one && !state.empty()) {
    clocks->erase(std::remove_if(clocks->begin(), clocks->end(),
                                 [&](const auto& one) { return text_of(one.get_object(), "state") != state; }),
                  clocks->end());
  }
  call.output.list(clock_listing(std::move(*clocks), "There is no such clock."));
  return ExitCode::done;
}

}  // namespace

Verb clocks_list() {
  auto options = list_options("clock, state, dueOn, legalStatus, agency, owedBy, case, person, daysLate");
  options.insert(options.begin(), {"state",
                                   "STATE",
                                   "Only those in that state",
                                   {"not-started", "running", "due-today", "overdue", "met", "met-late", "cancelled",
                                    "not-computed", "paused"}});
  options.push_back({"as-at", "DATE", "Of one case: as they stood at the end of that day"});
  return {.noun = "clocks",
          .verb = "list",
          .summary = "Lists the clocks of one case, or of all",
          .reach = Reach::server,
          .lists = true,
          .operands = {{"CASE", "The reference of a case; all cases if not given", false}},
          .options = std::move(options),
          .examples = {{"What is due this week?",
                        "clocks list --state running --filter 'dueOn <= \"2026-04-10\"' --order-by dueOn"},
                       {"One case", "clocks list 26-0018"}},
          .run = run_clocks_list};
}

}  // namespace reviewctl
