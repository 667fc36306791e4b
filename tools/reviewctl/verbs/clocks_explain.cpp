#include "reviewd/http/percent.hpp"
#include "tools/reviewctl/clock_table.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/list_options.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run_clocks_explain(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto as_at = call.arguments.day("as-at");
  if (!as_at) return stop(as_at.error());
  std::string path = case_path(call.arguments, "/clocks/") + reviewd::percent_encoded(call.arguments.text("CLOCK"));
  if (*as_at) path += "?asAt=" + (*as_at)->iso();
  const auto clock = ask_json(**service, {"GET", path});
  if (!clock) return stop(clock.error());
  if (call.output.for_people()) {
    show_clock(call.output, clock->get_object());
  } else {
    call.output.value(*clock);
  }
  return ExitCode::done;
}

}  // namespace

Verb clocks_explain() {
  return {.noun = "clocks",
          .verb = "explain",
          .summary = "Shows why a date is what it is, day by day, and on what law",
          .reach = Reach::server,
          .operands = {{"CASE", "The reference of the case"}, {"CLOCK", "The clock, for example notify-panel"}},
          .options = {{"as-at", "DATE", "As it stood at the end of that day"}},
          .examples = {{"Why is the notification due then?", "clocks explain 26-0018 notify-panel"}},
          .run = run_clocks_explain};
}

}  // namespace reviewctl
