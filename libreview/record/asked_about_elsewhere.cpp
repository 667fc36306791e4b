#include "libreview/record/asked_about_elsewhere.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/base/refuse_at.hpp"
#include "libreview/record/references.hpp"

namespace review {
namespace {

Result<void> check_name(const v1::CaseFile& file, std::string_view sort, const std::string& name,
                        const std::string& at) {
  const auto known = names_in(file, sort);
  if (name.empty() || std::ranges::find(known, name) != known.end()) return {};
  return refuse_at(Code::missing_reference, fmt::format("There is no {} {} in {}.", sort, name, file.case_()),
                   fmt::format("{}/{}", at, sort));
}

Result<void> check(const v1::SurveyTie& tie, const FindCase& find, const std::string& at) {
  if (tie.of_case().empty()) return {};
  const auto file = find(tie.of_case());
  if (!file) {
    return refuse_at(Code::missing_reference, fmt::format("There is no case or programme {}.", tie.of_case()),
                     at + "/ofCase");
  }
  if (const auto found = check_name(*file, "recommendation", tie.recommendation(), at); !found) return found;
  return check_name(*file, "finding", tie.finding(), at);
}

}  // namespace

Result<void> asked_about_elsewhere(const v1::Entry& entry, const FindCase& find) {
  const bool corrects = entry.has_entry_corrected();
  const auto& asked =
      corrects ? entry.entry_corrected().replacement().survey_question_asked() : entry.survey_question_asked();
  for (int i = 0; i < asked.ties_size(); ++i) {
    const auto at = fmt::format("{}/surveyQuestionAsked/ties/{}", corrects ? "/entryCorrected/replacement" : "", i);
    if (const auto checked = check(asked.ties(i), find, at); !checked) return checked;
  }
  return {};
}

}  // namespace review
