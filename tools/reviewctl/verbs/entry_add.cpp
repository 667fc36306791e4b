#include "tools/reviewctl/build_entry.hpp"
#include "tools/reviewctl/verbs/list_options.hpp"
#include "tools/reviewctl/verbs/record_entry.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run_entry_add(Call& call) {
  if (!call.arguments.has("KIND") && !call.arguments.has("file")) {
    return misused(
        "Name the kind of entry, or give the entry with --file.\nreviewctl entry add --help lists the kinds.");
  }
  return record_entry(call, case_path(call.arguments, "/entries"));
}

}  // namespace

Verb entry_add() {
  return {
      .noun = "entry",
      .verb = "add",
      .summary = "Records what happened, or what was decided",
      .reach = Reach::server,
      .operands = {{"CASE", "The reference of the case"},
                   {"KIND", "The kind of entry, for example panel-notified", false}},
      .options = entry_options(),
      .fields = Fields::of_operand_kind,
      .more =
          "A decision needs its reasons and the version of the case that it was made on. With a kind, --help "
          "lists its fields.",
      .examples = {{"The notification was sent", "entry add 26-0018 panel-notified --informed SAFEGUARDING_PARTNERS"},
                   {"Its fields", "entry add 26-0018 panel-notified --help"},
                   {"A decision",
                    "entry add 26-0018 notification-withdrawn --reasons \"It was found to be medical.\" --version 2"},
                   {"Try it first", "entry add 26-0018 --file entry.json --validate-only"}},
      .run = run_entry_add};
}

}  // namespace reviewctl
