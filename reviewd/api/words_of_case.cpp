#include "reviewd/api/words_of_case.hpp"

#include "libreview/desk/embargoed_case.hpp"

namespace reviewd {

WordsOfCase::WordsOfCase(Call& call, const std::string& case_id) : call_(call) {
  if (case_id.empty()) return;
  if (const auto file = call.storage.views().find(case_id))
    embargoed_ = call.desk().embargoed(*file, call.reader, call.moment);
}

std::string WordsOfCase::shown(const std::string& text, const std::string& typed_by) const {
  if (typed_by == call_.reader.person) return text;
  const auto left = embargoed_.kept.blotted(text);
  for (const auto& one : embargoed_.open) {
    if (one.coverage.blotted(left) != left) call_.desk().note_shown(one.case_id, review::covered_read(one.embargo));
  }
  return left;
}

}  // namespace reviewd
