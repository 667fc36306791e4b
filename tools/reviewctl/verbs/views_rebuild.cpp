#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/config_option.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run_views_rebuild(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto done = ask_json(**service, {"POST", "/v1/views:rebuild"});
  if (!done) return stop(done.error());
  if (call.output.for_people()) {
    call.output.line("The views were made again from the journal.");
  } else {
    call.output.value(*done);
  }
  return ExitCode::done;
}

}  // namespace

Verb views_rebuild() {
  return {.noun = "views",
          .verb = "rebuild",
          .summary = "Makes the views again from the journal",
          .reach = Reach::file_or_server,
          .options = {config_option()},
          .more = "The daemon does so by itself when the law or the program is new.",
          .examples = {{"While the daemon runs", "views rebuild"}},
          .run = run_views_rebuild};
}

}  // namespace reviewctl
