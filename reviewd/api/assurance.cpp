#include "libreview/learning/assurance_register.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/write_message.hpp"
#include "reviewd/api/assurance_rows.hpp"
#include "reviewd/api/csv_file.hpp"
#include "reviewd/api/endpoint.hpp"

namespace reviewd {
namespace {

namespace v1 = review::v1;
using review::Result;
using review::Right;

void finish(v1::AssuranceRegister& all, const Call& call) {
  *all.mutable_counts() = review::assurance_counts(all.rows());
  all.set_as_of(call.moment.today.iso());
  sort_by_day(all);
}

Result<v1::AssuranceRegister> of_programme(Call& call) {
  const auto file = programme_at_hand(call);
  if (!file) return review::refuse(file.error());
  WordsAtHand words(call);
  v1::AssuranceRegister all;
  all.set_programme(file->case_());
  add_assurance(all, call, *file, words);
  words.note();
  finish(all, call);
  return all;
}

/// Who has not answered, over all open programmes; the counts are of everybody who was asked in these.
Result<v1::AssuranceRegister> unanswered(Call& call) {
  WordsAtHand words(call);
  v1::AssuranceRegister all;
  const auto visited = each_open_programme(call, [&](const v1::CaseFile& file) {
    const int before = all.rows_size();
    add_assurance(all, call, file, words);
    if (all.rows_size() > before) call.desk().note_shown(file.case_(), "list");
  });
  if (!visited) return review::refuse(visited.error());
  words.note();
  finish(all, call);
  int kept = 0;
  auto& rows = *all.mutable_rows();
  for (int i = 0; i < rows.size(); ++i) {
    if (review::is_owed(rows[i].state())) rows.SwapElements(kept++, i);
  }
  while (rows.size() > kept) rows.RemoveLast();
  return all;
}

Response register_json(Call& call, const Result<v1::AssuranceRegister>& found) {
  if (!found) return refused(call, found.error());
  return json_answer(200, review::write_message(*found, review::Part::whole, review::EmptyLists::shown));
}

std::string yes_no(bool yes) { return yes ? "yes" : "no"; }

/// A column: what the schema calls it, what people call it, what stands in it.
struct AssuranceColumn {
  std::string name;
  std::string label;
  std::string (*value)(const v1::AssuranceRow&);
};

const std::vector<AssuranceColumn>& columns() {
  using One = const v1::AssuranceRow&;
  static const auto grade = [](v1::AssuranceGrade one) {
    return review::short_name_of(one, v1::AssuranceGrade_descriptor());
  };
  static const std::vector<AssuranceColumn> all = {
      {"programme", "Programme", [](One one) { return one.programme(); }},
      {"agency", "Agency or school", [](One one) { return one.agency(); }},
      {"what", "What is asked for", [](One one) { return one.what(); }},
      {"askedOn", "Asked on", [](One one) { return one.asked_on(); }},
      {"dueOn", "Due on", [](One one) { return one.due_on(); }},
      {"state", "How it stands",
       [](One one) { return review::short_name_of(one.state(), v1::AssuranceState_descriptor()); }},
      {"partial", "In part", [](One one) { return yes_no(one.partial()); }},
      {"returnedOn", "Returned on", [](One one) { return one.returned_on(); }},
      {"ownGrade", "Own grade", [](One one) { return grade(one.own_grade()); }},
      {"scrutinisedOn", "Scrutinised on", [](One one) { return one.scrutinised_on(); }},
      {"scrutinisedBy", "Scrutinised by", [](One one) { return one.scrutinised_by(); }},
      {"grade", "Grade", [](One one) { return grade(one.grade()); }},
      {"strengths", "Strengths", [](One one) { return one.strengths(); }},
      {"gaps", "Gaps", [](One one) { return one.gaps(); }},
      {"followUp", "Follow-up", [](One one) { return one.follow_up(); }},
      {"followUpDueOn", "Follow-up due on", [](One one) { return one.follow_up_due_on(); }},
      {"followUpOverdue", "Follow-up overdue", [](One one) { return yes_no(one.follow_up_overdue()); }},
      {"followUpDoneOn", "Follow-up done on", [](One one) { return one.follow_up_done_on(); }},
      {"followUpSays", "What was said of it", [](One one) { return one.follow_up_says(); }}};
  return all;
}

Response register_csv(Call& call, const Result<v1::AssuranceRegister>& found, std::string_view what) {
  if (!found) return refused(call, found.error());
  CsvLines lines(2);
  for (const auto& column : columns()) {
    lines[0].push_back(column.name);
    lines[1].push_back(column.label);
  }
  for (const auto& row : found->rows()) {
    auto& line = lines.emplace_back();
    for (const auto& column : columns()) line.push_back(column.value(row));
  }
  return csv_file(call, what, lines);
}

Response get_assurance(Call& call) { return register_json(call, of_programme(call)); }
Response get_assurance_csv(Call& call) { return register_csv(call, of_programme(call), "assurance"); }
Response list_unanswered(Call& call) { return register_json(call, unanswered(call)); }
Response list_unanswered_csv(Call& call) { return register_csv(call, unanswered(call), "assurance-not-answered"); }

}  // namespace

std::vector<Endpoint> assurance_endpoints() {
  return {
      {"GET",
       "/v1/programmes/{programme}/assurance",
       "getAssurance",
       "Which agencies were asked for assurance in a programme, who has answered, what scrutiny said, what is open",
       {Right::read_cases},
       Use::read,
       {},
       "",
       "AssuranceRegister",
       200,
       get_assurance},
      {"GET",
       "/v1/programmes/{programme}/assurance:csv",
       "getAssuranceAsCsv",
       "The same for a spreadsheet",
       {Right::read_cases},
       Use::read,
       {},
       "",
       "Csv",
       200,
       get_assurance_csv},
      {"GET",
       "/v1/programmes/-/assurance",
       "listUnansweredAssurance",
       "Who has not answered a request for assurance, over all open programmes that the reader sees",
       {Right::read_cases},
       Use::read,
       {},
       "",
       "AssuranceRegister",
       200,
       list_unanswered},
      {"GET",
       "/v1/programmes/-/assurance:csv",
       "listUnansweredAssuranceAsCsv",
       "The same for a spreadsheet",
       {Right::read_cases},
       Use::read,
       {},
       "",
       "Csv",
       200,
       list_unanswered_csv},
  };
}

}  // namespace reviewd
