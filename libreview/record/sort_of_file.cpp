#include "libreview/record/sort_of_file.hpp"

#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {

std::string_view sort_of(const v1::CaseFile& file) {
  if (!file.case_().empty()) return sort_of(std::string_view(file.case_())).name;
  const auto* kind = find_kind(file.opened_by());
  return kind == nullptr ? std::string_view("case") : std::string_view(kind->records.front());
}

}  // namespace review
