#include <fmt/format.h>

#include "reviewd/http/percent.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

/// `9 of 11 (82%)`; a share never stands without what it is of.
std::string share(const json::object& row, std::string_view of) {
  const auto* tally = object_of(row, of);
  if (tally == nullptr || number_of(*tally, "applicable") == 0) return "-";
  return fmt::format("{} of {} ({}%)", number_of(*tally, "reached"), number_of(*tally, "applicable"),
                     number_of(*tally, "percent"));
}

std::string count(const json::object& row, std::string_view of, std::string_view name) {
  const auto* tally = object_of(row, of);
  return tally == nullptr ? "-" : std::to_string(number_of(*tally, name));
}

void show_figures(Output& output, const json::object& audit, std::string_view list, std::string_view name) {
  const auto rows = objects_of(audit, list);
  if (rows.empty()) return;
  Table table{{{std::string(list), std::string(name)},
               {"CASES", "cases"},
               {"CASES NOT ANSWERED BY ALL", "casesUnanswered"},
               {"ANSWERS", "answers"},
               {"NOT APPLICABLE", "notApplicable"},
               {"NO INVOLVEMENT", "notInvolved"},
               {"NOT ANSWERED", "unanswered"}}};
  for (const auto* row : rows) {
    table.rows.push_back({text_of(*row, name), share(*row, "cases"), count(*row, "cases", "unanswered"),
                          share(*row, "answers"), count(*row, "answers", "notApplicable"),
                          count(*row, "answers", "notInvolved"), count(*row, "answers", "unanswered")});
  }
  output.table(table);
  output.line();
}

void show_outstanding(Output& output, const json::object& audit) {
  for (const auto* one : objects_of(audit, "outstanding")) {
    const auto due = text_of(*one, "dueOn");
    output.line(fmt::format("Not answered: {} on {}{}", text_of(*one, "agency"), text_of(*one, "auditCase"),
                            due.empty() ? "" : ", wanted by " + due));
  }
}

void show_plans(Output& output, const json::object& audit) {
  const auto plans = objects_of(audit, "plans");
  if (plans.empty()) return;
  Table table{{{"PLAN OF", "agency"},
               {"ACTION", "action"},
               {"DUE", "dueOn"},
               {"PROGRESS", "progress"},
               {"COMPLETED", "completedOn"},
               {"WHAT", "what"}}};
  for (const auto* one : plans) {
    const auto progress = text_of(*one, "progress");
    table.rows.push_back({text_of(*one, "agency"),
                          text_of(*one, "action"),
                          text_of(*one, "dueOn"),
                          {in_plain(progress), progress},
                          text_of(*one, "completedOn"),
                          text_of(*one, "what")});
  }
  output.table(table);
  output.line();
}

Outcome<ExitCode> run_programme_audit(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto as_at = call.arguments.day("as-at");
  if (!as_at) return stop(as_at.error());
  const auto path = "/v1/programmes/" + reviewd::percent_encoded(call.arguments.text("PROGRAMME")) + "/audit" +
                    (*as_at ? "?asAt=" + (*as_at)->iso() : std::string());
  const auto found = ask_json(**service, {"GET", path});
  if (!found) return stop(found.error());
  if (!call.output.for_people()) {
    call.output.value(*found);
    return ExitCode::done;
  }
  const auto& audit = found->get_object();
  show_figures(call.output, audit, "standards", "standard");
  show_figures(call.output, audit, "lines", "line");
  show_figures(call.output, audit, "agencies", "agency");
  show_figures(call.output, audit, "priorities", "priority");
  show_plans(call.output, audit);
  show_outstanding(call.output, audit);
  if (objects_of(audit, "standards").empty()) call.output.say("The design of this audit is not settled yet.");
  return ExitCode::done;
}

}  // namespace

Verb programme_audit() {
  return {
      .noun = "programme",
      .verb = "audit",
      .summary = "Shows what an audit of cases adds up to, what agencies do by themselves, and who has not answered",
      .reach = Reach::server,
      .operands = {{"PROGRAMME", "The reference of the programme, for example p26-0001"}},
      .options = {{"as-at", "DATE", "As it stood at the end of that day"}},
      .examples = {{"Now", "programme audit p26-0001"},
                   {"All of it, with every return", "programme audit p26-0001 --output json"}},
      .run = run_programme_audit};
}

}  // namespace reviewctl
