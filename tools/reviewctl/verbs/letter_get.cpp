#include "reviewd/http/percent.hpp"
#include "tools/reviewctl/verbs/list_options.hpp"
#include "tools/reviewctl/verbs/take_file.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run_letter_get(Call& call) {
  const auto letter = reviewd::percent_encoded(call.arguments.text("LETTER"));
  return take_file(call, {case_path(call.arguments, "/letters/" + letter)}, {"odt", "pdf"});
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
