#include "tools/reviewctl/verbs/list_options.hpp"
#include "tools/reviewctl/verbs/show_record.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run_case_show(Call& call) { return show_record(call, case_path(call.arguments)); }

}  // namespace

Verb case_show() {
  return {.noun = "case",
          .verb = "show",
          .summary = "Shows a case: what it is, what holds it, what is due, what comes next",
          .reach = Reach::server,
          .operands = {{"CASE", "The reference of the case, for example 26-0018"}},
          .options = {{"as-at", "DATE", "As it stood at the end of that day"}},
          .examples = {{"Now", "case show 26-0018"}, {"In March", "case show 26-0018 --as-at 2026-03-31"}},
          .run = run_case_show};
}

}  // namespace reviewctl
