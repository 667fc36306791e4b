#include <fmt/format.h>

#include "tools/reviewctl/counted.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run_store_check(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto report = ask_json(**service, {"POST", "/v1/store:check"});
  if (!report) return stop(report.error());
  const auto& found = report->get_object();
  const bool good = is_true(found, "good");
  if (!call.output.for_people()) {
    call.output.value(*report);
  } else {
    const auto* log = object_of(found, "log");
    const auto* bad = log == nullptr ? nullptr : object_of(*log, "firstBad");
    if (good)
      call.output.line(
          fmt::format("The file is whole. {} with their digests.",
                      counted(log == nullptr ? 0 : number_of(*log, "checked"), "entry agrees", "entries agree")));
    for (const auto& fault : list_of(found, "faults")) call.output.line(std::string(fault.get_string()));
    if (bad != nullptr)
      call.output.line(fmt::format("Entry {} of the log: {}", number_of(*bad, "sequence"), text_of(*bad, "says")));
  }
  return good ? ExitCode::done : ExitCode::does_not_verify;
}

}  // namespace

Verb store_check() {
  return {.noun = "store",
          .verb = "check",
          .summary = "Checks the file, its indexes and the whole log; exit 7 if anything is wrong",
          .reach = Reach::file_or_server,
          .examples = {{"After a power cut", "store check --store review.db"}},
          .run = run_store_check};
}

}  // namespace reviewctl
