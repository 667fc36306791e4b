#pragma once

#include <string>

#include "reviewd/web/frame/kept_form.hpp"
#include "reviewd/web/frame/page.hpp"

namespace reviewd {

/// Asks somebody to show who they are, who wants what the table of proofs names: back to the page that they asked for,
/// or on with the form that they sent, which waits.
[[nodiscard]] Response ask_for_proof(PageCall& call);

/// The page that asks: for the password, and for the code of who has a second step; or for a sign-on with the council's
/// account, of who has one here.
[[nodiscard]] Response confirm_page(const PageCall& call, int status, const std::string& then, const KeptForm& kept,
                                    const std::string& fault);

}  // namespace reviewd
