#pragma once

#include "reviewd/web/form/form_page.hpp"

namespace reviewd {

/// What happened? Every kind that may come next, by part of the process; those not open yet with why.
[[nodiscard]] Response choose_page(const PageCall& call);
/// What a new case begins with.
[[nodiscard]] Response choose_opening_page(const PageCall& call);
/// Which update was wrong?
[[nodiscard]] Response choose_entry_page(const EntryForm& form);

}  // namespace reviewd
