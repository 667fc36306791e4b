#include "libreview/vocabulary/kinds.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/london_time.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/list_options.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

const review::Kind* kind_in(const json::object& entry) {
  for (const auto& kind : review::member_kinds()) {
    if (entry.contains(kind.json)) return &kind;
  }
  return nullptr;
}

std::string standing_of(const json::object& entry) {
  if (is_true(entry, "hidden")) return "hidden";
  if (entry.contains("withdrawnBy")) return "withdrawn";
  if (entry.contains("correctedBy")) return "corrected";
  const auto irregular = list_of(entry, "irregularities").size();
  return irregular > 0 ? "irregular" : "";
}

Outcome<ExitCode> run_entry_list(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  auto wish = list_wish(call.arguments, case_path(call.arguments, "/entries"), "entries");
  if (!wish) return stop(wish.error());
  auto entries = ask_list(**service, *wish);
  if (!entries) return stop(entries.error());
  Table table{{{"OCCURRED", "occurredOn"},
               {"RECORDED", "recordedTime"},
               {"BY", "recordedBy"},
               {"KIND", "kind"},
               {"STANDING", "standing"},
               {"ENTRY", "entry"}}};
  for (const auto& value : *entries) {
    const auto& entry = value.get_object();
    const auto* kind = kind_in(entry);
    const auto recorded = text_of(entry, "recordedTime");
    table.rows.push_back({text_of(entry, "occurredOn"),
                          {london_time(recorded), recorded},
                          text_of(entry, "recordedBy"),
                          {kind == nullptr ? "hidden" : kind->name, kind == nullptr ? "" : kind->json},
                          standing_of(entry),
                          text_of(entry, "entry")});
  }
  call.output.list({"entries", std::move(*entries), std::move(table), "Nothing is recorded."});
  return ExitCode::done;
}

}  // namespace

Verb entry_list() {
  return {.noun = "entry",
          .verb = "list",
          .summary = "Lists what is recorded of a case, oldest first",
          .reach = Reach::server,
          .lists = true,
          .operands = {{"CASE", "The reference of the case"}},
          .options = {{"as-at", "DATE", "As it stood at the end of that day"}, {"limit", "N", "At most so many"}},
          .examples = {{"The whole record", "entry list 26-0018 --output json"}},
          .run = run_entry_list};
}

}  // namespace reviewctl
