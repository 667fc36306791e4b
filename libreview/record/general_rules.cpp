#include "libreview/record/general_rules.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/law/programme_rules.hpp"
#include "libreview/record/cannot_begin.hpp"
#include "libreview/record/conflicts.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/sort_of_file.hpp"
#include "libreview/record/stage_table.hpp"
#include "libreview/record/themes_known.hpp"
#include "libreview/vocabulary/asks_for.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/rules.hpp"

namespace review {
namespace {

namespace pb = google::protobuf;

void check_day(const Question& question, const std::string& text, const std::string& at) {
  const auto day = earliest_day(text);
  if (day && *day > question.occasion.today) {
    question.findings.add(
        Code::dated_in_the_future,
        fmt::format("{} is after today, {}. Record it when it has happened.", text, question.occasion.today.words()),
        {}, at);
  }
}

bool is_given(const pb::Message& message, const pb::FieldDescriptor& field) {
  const auto& reflection = *message.GetReflection();
  return field.is_repeated() ? reflection.FieldSize(message, &field) > 0 : reflection.HasField(message, &field);
}

void days_not_ahead(const Question& question, const pb::Message& message, const std::string& at) {
  const auto& reflection = *message.GetReflection();
  const auto& type = *message.GetDescriptor();
  for (int i = 0; i < type.field_count(); ++i) {
    const auto& field = *type.field(i);
    if (!is_given(message, field)) continue;
    const std::string here = at + "/" + field.json_name();
    if (field.cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE) {
      if (field.is_repeated()) {
        for (int j = 0; j < reflection.FieldSize(message, &field); ++j) {
          days_not_ahead(question, reflection.GetRepeatedMessage(message, &field, j), fmt::format("{}/{}", here, j));
        }
      } else {
        days_not_ahead(question, reflection.GetMessage(message, &field), here);
      }
    } else if (is_day(field) && !rules_of(field).may_be_ahead() && !field.is_repeated()) {
      check_day(question, reflection.GetString(message, &field), here);
    }
  }
}

/// Of a record that is new the kind says the sort, and whether it may begin one the table of stages.
bool record_fits(const Question& question, const Kind& kind) {
  const bool is_new = question.file.case_().empty() && question.file.opened_by().empty();
  const auto sort = sort_of(question.file);
  if (is_new || kind.is_of(sort)) return true;
  question.findings.add(Code::not_one_kind,
                        fmt::format("\"{}\" is recorded in a {}, not in a {}.", kind.label, kind.records.front(), sort),
                        {}, "/" + kind.json);
  return false;
}

/// What people call these sorts of programme.
std::string programmes_called(const std::vector<std::string>& sorts) {
  std::string all;
  const auto& type = *v1::ProgrammeSort_descriptor();
  for (int i = 1; i < type.value_count(); ++i) {
    const auto sort = programme_rule_id(static_cast<v1::ProgrammeSort>(type.value(i)->number()));
    if (std::ranges::find(sorts, sort) == sorts.end()) continue;
    all += (all.empty() ? "" : ", ") + choice_label(*type.value(i));
  }
  return all;
}

/// What only some sorts of programme take.
bool programme_fits(const Question& question, const Kind& kind) {
  const auto sort = programme_rule_id(question.file.programme().sort());
  const bool unsaid = question.file.programme().sort() == v1::PROGRAMME_SORT_UNSPECIFIED;
  if (unsaid || kind.programmes.empty() || std::ranges::find(kind.programmes, sort) != kind.programmes.end())
    return true;
  question.findings.add(Code::not_one_kind,
                        fmt::format("\"{}\" is recorded in programmes of another sort: {}.", kind.label,
                                    programmes_called(kind.programmes)),
                        {}, "/" + kind.json);
  return false;
}

void stage_fits(const Question& question, const Kind& kind) {
  if (!record_fits(question, kind) || !programme_fits(question, kind)) return;
  const auto stage = question.file.stage();
  const auto sort = sort_of(question.file);
  if (stage_takes(kind.name, stage)) return;
  if (stage == v1::STAGE_UNSPECIFIED) {
    question.findings.add(cannot_begin(sort, kind.label));
  } else {
    question.findings.add(Code::not_in_this_stage, fmt::format("\"{}\" does not fit the stage {} of this {}.",
                                                               kind.label, stage_name(stage), sort));
  }
}

/// Decisions give reasons. Which field holds them the schema says.
void reasons_given(const Question& question, const Kind& kind) {
  if (kind.reasoned_by.empty()) return;
  const auto& message = kind_message(question.entry);
  for (const auto& name : kind.reasoned_by) {
    const auto* field = message.GetDescriptor()->FindFieldByName(name);
    if (!message.GetReflection()->GetString(message, field).empty()) return;
  }
  question.findings.add(Code::reasons_required, asks_for_reasons(kind), {},
                        fmt::format("/{}/{}", kind.json, kind.reasoned_by.front()));
}

void no_conflict(const Question& question, const std::string& person, const std::string& meeting,
                 v1::ConflictManaged from, const std::string& at) {
  const auto managed =
      meeting.empty() ? conflict_anywhere(question.file, person) : conflict_in(question.file, person, meeting);
  if (managed < from) return;
  question.findings.add(Code::conflicted, "This person declared a conflict of interest and takes no part in this.", {},
                        at);
}

/// The meeting that the entry names as the one it comes from; empty where it names none.
std::string meeting_of(const v1::Entry& entry) {
  const auto& message = kind_message(entry);
  const auto* field = message.GetDescriptor()->FindFieldByName("meeting");
  return field == nullptr ? std::string() : message.GetReflection()->GetString(message, field);
}

/// Whoever records a view and names no person gives it themselves.
const std::string& giver(const Question& question, const std::string& person) {
  return person.empty() ? question.occasion.who : person;
}

void by_nobody_in_conflict(const Question& question, const Kind& kind) {
  const auto& entry = question.entry;
  const auto meeting = meeting_of(entry);
  const auto gives_no_position = v1::CONFLICT_MANAGED_NO_POSITION;
  if (kind.decision) {
    for (int i = 0; i < entry.decided_by_size(); ++i) {
      no_conflict(question, entry.decided_by(i), meeting, gives_no_position, fmt::format("/decidedBy/{}", i));
    }
  }
  if (entry.has_position_recorded()) {
    no_conflict(question, giver(question, entry.position_recorded().person()), meeting, gives_no_position,
                "/positionRecorded/person");
  }
  if (entry.has_signed_off()) {
    no_conflict(question, giver(question, entry.signed_off().person()), meeting, gives_no_position,
                "/signedOff/person");
  }
  if (entry.has_meeting_held()) {
    for (int i = 0; i < entry.meeting_held().attendance_size(); ++i) {
      const auto& seat = entry.meeting_held().attendance(i);
      if (seat.has_presence() && seat.presence() != v1::PRESENCE_PRESENT) continue;
      no_conflict(question, seat.person(), meeting, v1::CONFLICT_MANAGED_EXCLUDED,
                  fmt::format("/meetingHeld/attendance/{}/person", i));
    }
    no_conflict(question, entry.meeting_held().chair(), meeting, v1::CONFLICT_MANAGED_LEAVES_ITEM,
                "/meetingHeld/chair");
  }
}

}  // namespace

void general_rules(const Question& question) {
  const auto& kind = *kind_of(question.entry);
  days_not_ahead(question, question.entry, "");
  stage_fits(question, kind);
  reasons_given(question, kind);
  by_nobody_in_conflict(question, kind);
  themes_known(question);
}

}  // namespace review
