#include "tools/reviewctl/build_entry.hpp"
#include "tools/reviewctl/verbs/record_entry.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run_case_log(Call& call) { return record_entry(call, "/v1/cases"); }

std::vector<Option> options() {
  std::vector<std::string> opening;
  for (const auto& kind : review::kinds()) {
    if (kind.opens_case) opening.push_back(kind.name);
  }
  std::vector<Option> all{{"kind", "KIND", "What opens the case; incident-logged if not given", opening}};
  for (auto& option : entry_options()) {
    if (option.name != "version") all.push_back(std::move(option));
  }
  return all;
}

}  // namespace

Verb case_log() {
  return {.noun = "case",
          .verb = "log",
          .summary = "Opens a case and starts its clocks",
          .reach = Reach::server,
          .options = options(),
          .fields = Fields::of_option_kind,
          .examples = {{"A serious incident",
                        "case log --local-authority-aware-on 2026-04-02 --harm death --abuse-or-neglect suspected "
                        "--child pseudonym=\"Child A\",ageWeeks=12"},
                       {"The same from a file", "case log --file incident.json"},
                       {"A case that a partner refers", "case log --kind learning-referred --help"}},
          .run = run_case_log};
}

}  // namespace reviewctl
