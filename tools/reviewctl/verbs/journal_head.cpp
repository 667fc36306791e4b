#include "libreview/journal/head.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run_journal_head(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto head = ask_json(**service, {"GET", "/v1/journal/head"});
  if (!head) return stop(head.error());
  if (call.output.for_people()) {
    const auto& said = head->get_object();
    call.output.line(review::head_line({number_of(said, "size"), text_of(said, "root")}));
  } else {
    call.output.value(*head);
  }
  return ExitCode::done;
}

}  // namespace

Verb journal_head() {
  return {.noun = "journal",
          .verb = "head",
          .summary = "Prints the size and the root of the log, in one line to keep elsewhere",
          .reach = Reach::file_or_server,
          .more = "A head that is kept where nobody can change it proves later that nothing before it was.",
          .examples = {{"Into the minutes", "journal head >> heads.txt"}},
          .run = run_journal_head};
}

}  // namespace reviewctl
