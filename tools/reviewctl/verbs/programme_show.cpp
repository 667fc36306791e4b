#include "reviewd/http/percent.hpp"
#include "tools/reviewctl/case_text.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/list_options.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto as_at = call.arguments.day("as-at");
  if (!as_at) return stop(as_at.error());
  const auto path = "/v1/programmes/" + reviewd::percent_encoded(call.arguments.text("PROGRAMME")) +
                    (*as_at ? "?asAt=" + (*as_at)->iso() : std::string());
  const auto one = ask_json(**service, {"GET", path});
  if (!one) return stop(one.error());
  if (call.output.for_people()) {
    show_case(call.output, one->get_object());
  } else {
    call.output.value(*one);
  }
  return ExitCode::done;
}

}  // namespace

Verb programme_show() {
  return {.noun = "programme",
          .verb = "show",
          .summary = "Shows a programme: its steps, its actions, what is due, what comes next",
          .reach = Reach::server,
          .operands = {{"PROGRAMME", "The reference of the programme, for example p26-0001"}},
          .options = {{"as-at", "DATE", "As it stood at the end of that day"}},
          .examples = {{"Now", "programme show p26-0001"}, {"In March", "programme show p26-0001 --as-at 2026-03-31"}},
          .run = run};
}

}  // namespace reviewctl
