#include "libreview/views/conditions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/meeting/meeting.hpp"
#include "libreview/record/stage_table.hpp"
#include "libreview/views/sight_condition.hpp"
#include "libreview/views/term_values.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/record_name.hpp"
#include "review/v1/clock.pb.h"
#include "review/v1/intake.pb.h"
#include "review/v1/programme.pb.h"

namespace review {
namespace {

const Column* find_column(const std::vector<Column>& columns, std::string_view field) {
  const auto found =
      std::find_if(columns.begin(), columns.end(), [&](const Column& one) { return one.field == field; });
  return found == columns.end() ? nullptr : &*found;
}

/// At the end of the name of a clock.
constexpr std::string_view with_any_subject = ":*";

Result<Condition> on_column(const std::vector<Column>& columns, const Term& term,
                            const std::vector<std::string_view>& besides = {}) {
  const auto* column = find_column(columns, term.field);
  if (column == nullptr) {
    return refuse(Code::malformed, fmt::format("The list cannot be filtered by that. It can be filtered by {}.",
                                               fmt::join(fields_of(columns, besides), ", ")));
  }
  std::string value = term.value;
  if (term.field == "case" || term.field == "programme") value = record_of(bare_reference(value).value_or(value));
  if (term.field == "localAuthority") value = bare_reference(value).value_or(value);
  if (term.field == "meeting") value = "meetings/" + bare_reference(value).value_or(value);
  return Condition{fmt::format("{} {} ?", column->sql, term.op), {value}};
}

/// A body and the agency of the same name are one: `POLICE` and `police`.
Condition of_agency(const Term& term) {
  const auto spellings = spellings_of_body(bare_reference(term.value).value_or(term.value));
  return {term.op == "!=" ? "agency NOT IN (?, ?)" : "agency IN (?, ?)", {spellings.reference, spellings.body}};
}

/// live 1: runs until it is due. live 2: a minimum, which is met by itself. live 0: `state` says how it ended.
Condition state_condition(const std::string& state, const std::string& today) {
  if (state == "OVERDUE") return {"(live = 1 AND due_on < ?)", {today}};
  if (state == "DUE_TODAY") return {"(live = 1 AND due_on = ?)", {today}};
  if (state == "RUNNING") return {"(live > 0 AND due_on > ?)", {today}};
  if (state == "MET") return {"(state = 'MET' OR (live = 2 AND due_on <= ?))", {today}};
  return {"(live = 0 AND state = ?)", {state}};
}

}  // namespace

std::vector<std::string_view> fields_of(const std::vector<Column>& columns,
                                        const std::vector<std::string_view>& besides) {
  std::vector<std::string_view> fields;
  for (const auto& one : columns) fields.push_back(one.field);
  fields.insert(fields.end(), besides.begin(), besides.end());
  return fields;
}

const std::vector<Column>& clock_columns_of(std::string_view sort) {
  static const auto with_record = [](std::string_view name) {
    return std::vector<Column>{
        {"clock", "clock"},   {"state", "state"},    {"dueOn", "due_on"}, {"legalStatus", "legal_status"},
        {"agency", "agency"}, {"owedBy", "owed_by"}, {name, "record"}};
  };
  static const auto of_cases = with_record("case");
  static const auto of_programmes = with_record("programme");
  return sort == "programme" ? of_programmes : of_cases;
}

const std::vector<std::string_view>& clock_conditions() {
  static const std::vector<std::string_view> fields = {"person", "daysLate"};
  return fields;
}

const std::vector<Column>& case_columns() {
  static const std::vector<Column> columns = {
      {"stage", "stage"},     {"localAuthority", "local_authority"}, {"openedOn", "opened_on"},
      {"held", "held_until"}, {"nextDueOn", "next_due_on"},          {"agency", "agency"},
      {"case", "record"}};
  return columns;
}

const std::vector<Column>& programme_columns() {
  static const std::vector<Column> columns = {{"stage", "stage"},
                                              {"sort", "sort"},
                                              {"openedOn", "opened_on"},
                                              {"nextDueOn", "next_due_on"},
                                              {"programme", "record"}};
  return columns;
}

const std::vector<Column>& columns_of(std::string_view sort) {
  return sort == "programme" ? programme_columns() : case_columns();
}

Condition of_sort(std::string_view sort) {
  const auto collection = record_sort(sort).collection;
  return {fmt::format("substr(record, 1, {}) = ?", collection.size()), {std::string(collection)}};
}

const std::vector<Column>& meeting_columns() {
  static const std::vector<Column> columns = {{"heldOn", "held_on"}, {"state", "state"}, {"meeting", "record"}};
  return columns;
}

Result<Condition> meeting_condition(const Term& term, Date /*today*/) {
  if (term.field == "state" && ((term.op != "=" && term.op != "!=") || !find_meeting_state(term.value))) {
    return refuse(Code::malformed, "state is = or != one of CALLED, ENDED, CANCELLED.");
  }
  if (term.field == "heldOn") {
    if (const auto checked = is_day(term); !checked) return refuse(checked.error());
  }
  return on_column(meeting_columns(), term);
}

namespace {

Result<Condition> clock_condition_in(const std::vector<Column>& columns, const Term& term, Date today) {
  if (term.field == "person") {
    if (term.op != "=") return refuse(Code::malformed, "person can be compared with = only.");
    return member_on("view_clocks", bare_reference(term.value).value_or(term.value), today);
  }
  if (term.field == "clock" && term.value.ends_with(with_any_subject) && (term.op == "=" || term.op == "!=")) {
    const auto name = term.value.substr(0, term.value.size() - with_any_subject.size());
    // A semicolon comes right after a colon.
    return Condition{fmt::format("{}(clock = ? OR (clock > ? AND clock < ?))", term.op == "=" ? "" : "NOT "),
                     {name, name + ":", name + ";"}};
  }
  if (term.field == "state") {
    if (const auto checked = is_choice(term, *v1::ClockState_descriptor()); !checked) return refuse(checked.error());
    auto condition = state_condition(term.value, today.iso());
    if (term.op == "!=") condition.sql = "NOT " + condition.sql;
    return condition;
  }
  if (term.field == "legalStatus" || term.field == "owedBy") {
    const auto& type = term.field == "owedBy" ? *v1::OwedBy_descriptor() : *v1::LegalStatus_descriptor();
    if (const auto checked = is_choice(term, type); !checked) return refuse(checked.error());
  }
  if (term.field == "dueOn") {
    if (const auto checked = is_day(term); !checked) return refuse(checked.error());
  }
  if (term.field == "agency" && (term.op == "=" || term.op == "!=")) return of_agency(term);
  return on_column(columns, term, clock_conditions());
}

/// A stage of that sort of record.
Result<void> is_stage(const Term& term, std::string_view sort) {
  if (auto checked = is_choice(term, *v1::Stage_descriptor()); !checked) return checked;
  const auto stage = static_cast<v1::Stage>(find_value(*v1::Stage_descriptor(), term.value)->number());
  if (stage == v1::STAGE_CLOSED || record_with(stage) == sort) return {};
  return refuse(Code::malformed, fmt::format("No {} is in the stage {}.", sort, term.value));
}

}  // namespace

Result<Condition> clock_condition(const Term& term, Date today) {
  return clock_condition_in(clock_columns_of("case"), term, today);
}

Result<Condition> programme_clock_condition(const Term& term, Date today) {
  return clock_condition_in(clock_columns_of("programme"), term, today);
}

Result<Condition> programme_condition(const Term& term, Date /*today*/) {
  if (term.field == "stage") {
    if (const auto checked = is_stage(term, "programme"); !checked) return refuse(checked.error());
  }
  if (term.field == "sort") {
    if (const auto checked = is_choice(term, *v1::ProgrammeSort_descriptor()); !checked) return refuse(checked.error());
  }
  if (term.field == "openedOn" || term.field == "nextDueOn") {
    if (const auto checked = is_day(term); !checked) return refuse(checked.error());
  }
  return on_column(programme_columns(), term);
}

Result<Condition> case_condition(const Term& term, Date today) {
  if (term.field == "held") {
    if (const auto checked = is_truth(term); !checked) return refuse(checked.error());
    const bool wants_held = (term.value == "true") == (term.op == "=");
    return Condition{wants_held ? "held_until >= ?" : "held_until < ?", {today.iso()}};
  }
  if (term.field == "stage") {
    if (const auto checked = is_stage(term, "case"); !checked) return refuse(checked.error());
  }
  if (term.field == "openedOn" || term.field == "nextDueOn") {
    if (const auto checked = is_day(term); !checked) return refuse(checked.error());
  }
  if (term.field == "agency") {
    if (term.op != "=") return refuse(Code::malformed, "agency can be compared with = only.");
    auto asked = of_agency(term);
    asked.sql = "record IN (SELECT record FROM view_clocks WHERE " + asked.sql + ")";
    return asked;
  }
  return on_column(case_columns(), term);
}

}  // namespace review
