#include "tools/reviewctl/clock_table.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  auto clocks = ask_list(**service, {"/v1/cases/-/clocks", "clocks", "state=\"OVERDUE\"", "dueOn"});
  if (!clocks) return stop(clocks.error());
  const bool any = !clocks->empty();
  call.output.list(clock_listing(std::move(*clocks), "Nothing is overdue."));
  return any ? ExitCode::overdue : ExitCode::done;
}

}  // namespace

Verb overdue() {
  return {.noun = "overdue",
          .verb = "",
          .summary = "Lists what is overdue, the longest overdue first; exit 6 if anything is",
          .reach = Reach::server,
          .lists = true,
          .more = "Made for cron: it prints nothing on standard output and leaves with 0 where nothing is late.",
          .examples = {{"Every morning", "overdue --token-file /etc/libreview/token"}},
          .run = run};
}

}  // namespace reviewctl
