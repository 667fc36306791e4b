#include "libreview/record/stage_after.hpp"

#include "libreview/record/case_file.hpp"

namespace review {

v1::Stage stage_after_outcome(const v1::CaseFile& file) {
  const auto* decision = newest_outcome(file);
  return decision != nullptr && is_review(decision->outcome()) ? v1::STAGE_REVIEW : v1::STAGE_ACTIONS;
}

}  // namespace review
