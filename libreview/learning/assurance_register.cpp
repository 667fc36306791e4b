#include "libreview/learning/assurance_register.hpp"

namespace review {
namespace {

bool is_partial(const v1::AssuranceFile& file) {
  return !file.returned_on().empty() && file.completeness() == v1::COMPLETENESS_PARTIAL;
}

void put_answer(v1::AssuranceRow& row, const v1::AssuranceFile& file) {
  if (is_partial(file)) row.set_partial(true);
  if (file.returned_on().empty()) return;
  row.set_returned_on(file.returned_on());
  if (file.own_grade() != v1::ASSURANCE_GRADE_UNSPECIFIED) row.set_own_grade(file.own_grade());
  row.mutable_documents()->CopyFrom(file.documents());
}

void put_scrutiny(v1::AssuranceRow& row, const v1::AssuranceFile& file, Date day) {
  if (file.scrutinised_on().empty()) return;
  row.set_scrutinised_on(file.scrutinised_on());
  row.set_scrutinised_by(file.scrutinised_by());
  if (file.grade() != v1::ASSURANCE_GRADE_UNSPECIFIED) row.set_grade(file.grade());
  if (file.follow_up_entry().empty()) return;
  const bool open = file.follow_up_done_on().empty();
  row.set_follow_up_due_on(file.follow_up_due_on());
  row.set_follow_up_open(open);
  row.set_follow_up_overdue(open && file.follow_up_due_on() < day.iso());
  if (!open) row.set_follow_up_done_on(file.follow_up_done_on());
}

}  // namespace

v1::AssuranceState assurance_state(const v1::AssuranceFile& file, Date day) {
  if (file.waived()) return v1::ASSURANCE_STATE_WAIVED;
  if (file.returned_on().empty() || is_partial(file))
    return file.due_on() < day.iso() ? v1::ASSURANCE_STATE_OVERDUE : v1::ASSURANCE_STATE_AWAITED;
  if (file.completeness() == v1::COMPLETENESS_DECLINED) return v1::ASSURANCE_STATE_DECLINED;
  return file.returned_on() > file.due_on() ? v1::ASSURANCE_STATE_RETURNED_LATE : v1::ASSURANCE_STATE_RETURNED;
}

bool is_owed(v1::AssuranceState state) {
  return state == v1::ASSURANCE_STATE_AWAITED || state == v1::ASSURANCE_STATE_OVERDUE;
}

v1::AssuranceRow assurance_row(const v1::AssuranceFile& file, Date day) {
  v1::AssuranceRow row;
  row.set_agency(file.agency());
  row.set_request(file.request());
  row.set_asked_on(file.asked_on());
  row.set_due_on(file.due_on());
  row.set_state(assurance_state(file, day));
  put_answer(row, file);
  put_scrutiny(row, file, day);
  return row;
}

v1::AssuranceCounts assurance_counts(const google::protobuf::RepeatedPtrField<v1::AssuranceRow>& rows) {
  v1::AssuranceCounts counts;
  int asked = 0, returned = 0, late = 0, owed = 0, overdue = 0, declined = 0, waived = 0;
  int scrutinised = 0, follow_ups = 0, follow_ups_overdue = 0;
  for (const auto& row : rows) {
    const auto state = row.state();
    const bool is_late = state == v1::ASSURANCE_STATE_RETURNED_LATE;
    waived += state == v1::ASSURANCE_STATE_WAIVED ? 1 : 0;
    asked += state != v1::ASSURANCE_STATE_WAIVED ? 1 : 0;
    returned += is_late || state == v1::ASSURANCE_STATE_RETURNED ? 1 : 0;
    late += is_late ? 1 : 0;
    owed += is_owed(state) ? 1 : 0;
    overdue += state == v1::ASSURANCE_STATE_OVERDUE ? 1 : 0;
    declined += state == v1::ASSURANCE_STATE_DECLINED ? 1 : 0;
    scrutinised += row.has_scrutinised_on() ? 1 : 0;
    follow_ups += row.follow_up_open() ? 1 : 0;
    follow_ups_overdue += row.follow_up_overdue() ? 1 : 0;
  }
  counts.set_asked(asked);
  counts.set_returned(returned);
  counts.set_returned_late(late);
  counts.set_not_answered(owed);
  counts.set_overdue(overdue);
  counts.set_declined(declined);
  counts.set_waived(waived);
  counts.set_scrutinised(scrutinised);
  counts.set_follow_ups_open(follow_ups);
  counts.set_follow_ups_overdue(follow_ups_overdue);
  return counts;
}

}  // namespace review
