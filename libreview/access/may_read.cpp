#include "libreview/access/may_read.hpp"

namespace review {

Result<void> may_read(const Reader& reader) {
  if (reader.may(Right::read_cases)) return {};
  return refuse(Code::not_permitted, "Your role does not see what is in cases.");
}

Refusal no_case() { return Refusal{Code::not_found, "There is no case of this reference that you may see."}; }

}  // namespace review
