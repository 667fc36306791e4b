#include <fmt/format.h>

#include "libreview/vocabulary/parse_json.hpp"
#include "tools/reviewctl/counted.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/read_file.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/config_option.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

void show_import(Output& output, const json::object& report, bool dry) {
  const int taken = number_of(report, "taken");
  Table table{{{"LINE", "line"}, {"CODE", "code"}, {"AT", "pointer"}, {"WHAT IS WRONG", "says"}}};
  for (const auto* fault : objects_of(report, "faults")) {
    const auto violations = objects_of(*fault, "violations");
    table.rows.push_back({std::to_string(number_of(*fault, "line")), text_of(*fault, "code"),
                          violations.empty() ? std::string() : text_of(*violations.front(), "pointer"),
                          text_of(*fault, "says")});
  }
  if (!table.rows.empty()) output.table(table);
  if (is_true(report, "stored")) return output.line("Imported " + counted(taken, "entry.", "entries."));
  if (table.rows.empty() && dry)
    return output.line(counted(taken, "entry", "entries") +
                       " can be imported, and none is refused. Nothing was stored.");
  output.line();
  output.line(fmt::format("{} cannot be imported, so nothing was stored. {} can.",
                          counted(table.rows.size(), "line", "lines"), counted(taken, "entry", "entries")));
}

Outcome<ExitCode> run_import_entries(Call& call) {
  const bool dry = call.arguments.has("dry-run");
  auto entries = read_file(call.arguments.text("FILE"));
  if (!entries) return stop(entries.error());
  if (entries->empty()) return misused("There is nothing to import.");
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto answered = (*service)->send(
      {"POST", dry ? "/v1/import?dryRun=true" : "/v1/import", std::move(*entries), "application/x-ndjson"});
  if (!answered) return stop(answered.error());
  const auto report = review::parse_json(answered->body);
  const auto* object = report ? report->if_object() : nullptr;
  if (object == nullptr || !object->contains("faults")) return stop(problem_of(answered->status, answered->body));
  if (call.output.for_people()) {
    show_import(call.output, *object, dry);
  } else {
    call.output.value(*report);
  }
  return list_of(*object, "faults").empty() ? ExitCode::done : ExitCode::refused;
}

}  // namespace

Verb import_entries() {
  return {.noun = "import",
          .verb = "",
          .summary = "Takes entries that were exported elsewhere: all of them or none",
          .reach = Reach::file_or_server,
          .operands = {{"FILE", "One entry a line; - reads standard input"}},
          .options = {{"dry-run", "", "Check every line and store nothing"}, config_option()},
          .more =
              "Each line that cannot be taken is named with its reason. Who recorded an entry elsewhere, and when, "
              "is kept beside it.",
          .examples = {{"Check first", "import cases.ndjson --dry-run"}},
          .run = run_import_entries};
}

}  // namespace reviewctl
