#include <fmt/format.h>

#include "reviewd/http/percent.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/list_options.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"
#include "tools/reviewctl/write_new.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run_letter_get(Call& call) {
  const auto to = call.arguments.find("to");
  if (!to) return misused("Say where it goes: --to FILE, or --to - for standard output.");
  const bool as_pdf = call.arguments.text("format") == "pdf";
  if (!as_pdf && call.arguments.find("format").value_or("odt") != "odt") return misused("--format is odt or pdf.");
  const auto service = http_service_of(call);
  if (!service) return stop(service.error());
  const auto path = case_path(call.arguments, "/letters/") + reviewd::percent_encoded(call.arguments.text("LETTER"));
  const auto content = ask_bytes(**service, {"GET", path + (as_pdf ? ":pdf" : ":odt")});
  if (!content) return stop(content.error());
  if (*to == "-") {
    call.output.raw(*content);
    return ExitCode::done;
  }
  const auto written = write_new(*to, *content);
  if (written) call.output.say(fmt::format("The letter is in {}.", *to));
  return written;
}

}  // namespace

Verb letter_get() {
  return {.noun = "letter",
          .verb = "get",
          .summary = "Makes a letter of a case from its record",
          .reach = Reach::server,
          .operands = {{"CASE", "The reference of the case"}, {"LETTER", "The letter, as letter list names it"}},
          .options = {{"to", "FILE", "Where it goes; - writes to standard output"},
                      {"format", "FORMAT", "odt, an OpenDocument text, or pdf; odt if absent"}},
          .examples = {{"The rapid review for the National Panel",
                        "letter get 26-0018 rapid-review --format pdf --to rapid-review.pdf"}},
          .run = run_letter_get};
}

}  // namespace reviewctl
