#include <utility>

#include "libreview/access/disclose.hpp"
#include "libreview/access/may_read.hpp"
#include "libreview/desk/desk.hpp"
#include "libreview/desk/records_after.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {
namespace {

/// What was learned, and nothing else of a record: an answer may keep as many as there are.
v1::CaseFile learned_of(const v1::CaseFile& file) {
  v1::CaseFile learned;
  learned.set_case_(file.case_());
  *learned.mutable_findings() = file.findings();
  *learned.mutable_recommendations() = file.recommendations();
  *learned.mutable_actions() = file.actions();
  return learned;
}

}  // namespace

Result<RecordPart<LearnedRecord>> Desk::learned_part(std::string_view after, std::size_t limit, const Reader& reader,
                                                     const Moment& moment) {
  if (const auto allowed = may_read(reader); !allowed) return refuse(allowed.error());
  if (!reads_incidents(reader.role))
    return refuse(Code::not_permitted, "Your role does not see what was learned over all cases.");
  RecordPart<LearnedRecord> part;
  const auto names = records_after(parts_.journal, after, limit);
  if (names.size() == limit) part.next = names.back();
  for (const auto& record : names) {
    const auto file = parts_.views.find_for(reader, reference_of(record), moment.today);
    if (!file) continue;
    LearnedRecord learned{learned_of(*file)};
    if (!file->programme().survey_questions().empty()) {
      const auto all = entries(file->case_(), reader, moment, {}, Notes::asker);
      if (all) learned.survey = survey_of(effective(*all));
    }
    part.records.push_back(std::move(learned));
  }
  return part;
}

}  // namespace review
