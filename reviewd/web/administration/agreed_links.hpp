#pragma once

#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/page.hpp"

namespace reviewd {

/// Where a link, or a key, is made that another person approved; nothing where `approval` is not one that can be made
/// now by who looks at it.
[[nodiscard]] PlainForm making_form(const boost::json::value& approval);

/// The invitations and resets that this person proposed, another approved, and that are not made yet.
[[nodiscard]] PlainTable agreed_links_table(const PageCall& call);

/// The link with which somebody chooses a password, which is shown this once.
[[nodiscard]] Response link_page(const PageCall& call, const ApiAnswer& answer, int status);

/// The code that the link will ask for, which whoever approved is shown this once.
[[nodiscard]] Response code_page(const PageCall& call, const boost::json::value& approval);

/// `POST /administration/people/agreed/{approval}`: makes what was approved.
[[nodiscard]] Response make_agreed_link(PageCall& call);

}  // namespace reviewd
