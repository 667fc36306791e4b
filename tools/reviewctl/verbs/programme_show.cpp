#include "reviewd/http/percent.hpp"
#include "tools/reviewctl/verbs/show_record.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run_programme_show(Call& call) {
  return show_record(call, "/v1/programmes/" + reviewd::percent_encoded(call.arguments.text("PROGRAMME")));
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
          .run = run_programme_show};
}

}  // namespace reviewctl
