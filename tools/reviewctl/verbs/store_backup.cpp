#include <fmt/format.h>

#include <boost/json/serialize.hpp>
#include <filesystem>

#include "tools/reviewctl/counted.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

Outcome<ExitCode> run_store_backup(Call& call) {
  auto to = call.arguments.find("to");
  if (!to) return misused("Say where the backup goes: --to FILE.");
  if (call.arguments.has("store")) to = std::filesystem::absolute(*to).string();
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto head = ask_json(**service, {"POST", "/v1/store:backup", json::serialize(json::object{{"to", *to}})});
  if (!head) return stop(head.error());
  if (call.output.for_people()) {
    call.output.line(fmt::format("Backed up to {}, opened and verified: {}.", *to,
                                 counted(number_of(head->get_object(), "size"), "entry", "entries")));
    call.output.line(fmt::format("{} {}", number_of(head->get_object(), "size"), text_of(head->get_object(), "root")));
  } else {
    call.output.value(*head);
  }
  return ExitCode::done;
}

}  // namespace

Verb store_backup() {
  return {.noun = "store",
          .verb = "backup",
          .summary = "Copies the store and verifies the copy",
          .reach = Reach::file_or_server,
          .options = {{"to", "FILE", "Where the copy goes; through the service, a whole path on its machine"}},
          .more = "The copy is opened and its whole log verified before it gets its name.",
          .examples = {{"While the daemon runs", "store backup --to /var/backups/review-2026-04-02.db"},
                       {"Of a store that nobody holds", "store backup --store review.db --to copy.db"}},
          .run = run_store_backup};
}

}  // namespace reviewctl
