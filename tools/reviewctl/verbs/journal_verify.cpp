#include <fmt/format.h>

#include <boost/json/serialize.hpp>

#include "tools/reviewctl/counted.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

void show_verified(Output& output, const json::object& found) {
  if (const auto* bad = object_of(found, "firstBad")) {
    const auto record = text_of(*bad, "record");
    return output.line(fmt::format("Entry {} of the log{} does not verify: {}", number_of(*bad, "sequence"),
                                   record.empty() ? "" : " (" + record + ")", text_of(*bad, "says")));
  }
  const int erased = number_of(found, "erased");
  output.line(fmt::format("{}.{}", counted(number_of(found, "checked"), "entry verifies", "entries verify"),
                          erased == 0 ? "" : fmt::format(" {} of them have lost their words by erasure.", erased)));
  if (const auto* head = object_of(found, "head")) {
    output.line(fmt::format("{} {}", number_of(*head, "size"), text_of(*head, "root")));
  }
}

Outcome<ExitCode> run_journal_verify(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  Ask ask{"POST", "/v1/journal:verify"};
  if (call.arguments.has("against")) {
    // The size and the root may come as one word or as two.
    const auto head = fmt::format("{}", fmt::join(call.arguments.all("against"), " "));
    ask.body = json::serialize(json::object{{"against", head}});
  }
  const auto found = ask_json(**service, ask);
  if (!found) return stop(found.error());
  if (call.output.for_people()) {
    show_verified(call.output, found->get_object());
  } else {
    call.output.value(*found);
  }
  return is_true(found->get_object(), "verifies") ? ExitCode::done : ExitCode::does_not_verify;
}

}  // namespace

Verb journal_verify() {
  return {.noun = "journal",
          .verb = "verify",
          .summary = "Recomputes the whole log; exit 7 and the first bad entry if it does not hold",
          .reach = Reach::file_or_server,
          .options = {{"against",
                       "HEAD",
                       "Also that it begins with the log that had this head, as journal head printed it",
                       {},
                       2}},
          .examples = {{"The log by itself", "journal verify --store review.db"},
                       {"Against a head that was kept", "journal verify --against \"$(tail -1 heads.txt)\""}},
          .run = run_journal_verify};
}

}  // namespace reviewctl
