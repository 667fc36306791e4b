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
  const auto one = ask_json(**service, {"GET", case_path(call.arguments, *as_at ? "?asAt=" + (*as_at)->iso() : "")});
  if (!one) return stop(one.error());
  if (call.output.for_people()) {
    show_case(call.output, one->get_object());
  } else {
    call.output.value(*one);
  }
  return ExitCode::done;
}

}  // namespace

Verb case_show() {
  return {.noun = "case",
          .verb = "show",
          .summary = "Shows a case: what it is, what holds it, what is due, what comes next",
          .reach = Reach::server,
          .operands = {{"CASE", "The reference of the case, for example 26-0018"}},
          .options = {{"as-at", "DATE", "As it stood at the end of that day"}},
          .examples = {{"Now", "case show 26-0018"}, {"In March", "case show 26-0018 --as-at 2026-03-31"}},
          .run = run};
}

}  // namespace reviewctl
