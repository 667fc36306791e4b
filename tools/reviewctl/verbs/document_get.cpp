#include <fmt/format.h>

#include "reviewd/http/percent.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/list_options.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"
#include "tools/reviewctl/write_new.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run_document_get(Call& call) {
  const auto to = call.arguments.find("to");
  if (!to) return misused("Say where it goes: --to FILE, or --to - for standard output.");
  const auto wanted = call.arguments.number("version", 1, 1'000'000);
  if (!wanted) return stop(wanted.error());
  const auto service = http_service_of(call);
  if (!service) return stop(service.error());
  const auto path =
      case_path(call.arguments, "/documents/") + reviewd::percent_encoded(call.arguments.text("DOCUMENT"));
  int version = wanted->value_or(0);
  if (version == 0) {
    const auto document = ask_json(**service, {"GET", path});
    if (!document) return stop(document.error());
    version = number_of(document->get_object(), "version");
  }
  const auto content = ask_bytes(**service, {"GET", fmt::format("{}/versions/{}/content", path, version)});
  if (!content) return stop(content.error());
  if (*to == "-") {
    call.output.raw(*content);
    return ExitCode::done;
  }
  const auto written = write_new(*to, *content);
  if (written) call.output.say(fmt::format("Version {} is in {}.", version, *to));
  return written;
}

}  // namespace

Verb document_get() {
  return {.noun = "document",
          .verb = "get",
          .summary = "Fetches the file of a document",
          .reach = Reach::server,
          .operands = {{"CASE", "The reference of the case"}, {"DOCUMENT", "The document, for example document-1"}},
          .options = {{"to", "FILE", "Where it goes; - writes to standard output"},
                      {"version", "N", "Which version; the newest if absent"}},
          .examples = {{"The newest version", "document get 26-0018 document-1 --to draft.pdf"}},
          .run = run_document_get};
}

}  // namespace reviewctl
