#pragma once

#include <string>
#include <string_view>

#include "libreview/base/result.hpp"

namespace review {

/// The RFC 6901 pointer to a field of the object at `within`; of the whole that was sent where that is empty.
[[nodiscard]] std::string pointer_to(std::string_view field, std::string_view within = "");

/// A refusal of one place of what was sent: `says` stands for the whole and for that place. `pointer` is an RFC 6901
/// JSON Pointer, such as `/from`; query parameters and headers are named by one too.
[[nodiscard]] Refusal refusal_at(Code code, std::string says, std::string pointer);

/// `return refuse_at(Code::not_a_date, "…", "/from");` from any function that gives a Result.
[[nodiscard]] tl::unexpected<Refusal> refuse_at(Code code, std::string says, std::string pointer);
/// The same for a refusal that another function gave without knowing the place.
[[nodiscard]] tl::unexpected<Refusal> refuse_at(Refusal refusal, std::string pointer);

}  // namespace review
