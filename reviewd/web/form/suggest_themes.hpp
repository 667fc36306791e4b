#pragma once

#include "reviewd/web/form/form_page.hpp"

namespace reviewd {

/// Asks the API for the themes that each text of the form suggests which has themes beside it. It knows no more than
/// what was typed.
void suggest_themes(const EntryForm& form, Offers& offers);

}  // namespace reviewd
