#include "libreview/record/cannot_begin.hpp"

#include <fmt/format.h>

namespace review {

Refusal cannot_begin(std::string_view sort, std::string_view label) {
  return {Code::not_in_this_stage,
          fmt::format("A {} cannot begin with \"{}\". {} first.", sort, label,
                      sort == "case" ? "Log an incident or a referral" : "Record that it is opened")};
}

}  // namespace review
