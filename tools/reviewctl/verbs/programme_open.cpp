#include "tools/reviewctl/build_entry.hpp"
#include "tools/reviewctl/verbs/record_entry.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run_programme_open(Call& call) { return record_entry(call, "/v1/programmes"); }

std::vector<Option> options() {
  auto all = entry_options();
  std::erase_if(all, [](const Option& option) { return option.name == "version"; });
  return all;
}

}  // namespace

Verb programme_open() {
  return {.noun = "programme",
          .verb = "open",
          .summary = "Opens a programme: an audit, a plan, a survey, a yearly report",
          .reach = Reach::server,
          .options = options(),
          .fields = Fields::of_option_kind,
          .opens = "programme-opened",
          .more = "What happens in it is recorded with entry add, which takes its reference as it takes a case's.",
          .examples = {{"A yearly audit",
                        "programme open --sort multi-agency-audit --title \"Neglect, 2026\" "
                        "--from 2026-04-01 --to 2027-03-31"},
                       {"The same from a file", "programme open --file audit.json"}},
          .run = run_programme_open};
}

}  // namespace reviewctl
