#pragma once

#include <string>
#include <string_view>

#include "libreview/base/result.hpp"
#include "libreview/calendar/instant.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// Whether the text can be the id of a person: `[a-z0-9][a-z0-9-]{0,39}`.
[[nodiscard]] bool is_person(std::string_view text);
[[nodiscard]] Refusal not_a_person();

/// Whether the person is known: was ever invited, has or had an access token, or is a contact of an agency. A bare id.
[[nodiscard]] bool is_known_person(Store& store, std::string_view person);

/// Makes the person if missing, and says so in the access log. In the transaction that is open.
void make_person(Store& store, const std::string& person, const std::string& by, Instant now);

}  // namespace review
