#include "libreview/access/may_read.hpp"

#include <fmt/format.h>

#include "libreview/vocabulary/record_name.hpp"

namespace review {

Result<void> may_read(const Reader& reader) {
  if (reader.may(Right::read_cases)) return {};
  return refuse(Code::not_permitted, "Your role does not see what is in cases.");
}

Refusal no_case(std::string_view reference) {
  return {Code::not_found, fmt::format("There is no {} of this reference that you may see.", sort_of(reference).name)};
}

}  // namespace review
