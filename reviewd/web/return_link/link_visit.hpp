#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/refusal.hpp"
#include "reviewd/web/return_link/return_page.hpp"

namespace reviewd {

/// Somebody who came in by a code, with what they typed and did not send.
struct LinkVisit {
  review::ReturnLink link;
  boost::json::object draft;
  std::string form_token;
};

/// The visit of a request: the link is live and its browser came in by a code, and a form carries its token. Nothing
/// otherwise: `door` is where to go then. With `used` also by a link that is used up.
[[nodiscard]] std::optional<LinkVisit> link_visit_of(ReturnCall& call, bool used = false);

/// Puts on record what was shown (Read::what), before the page leaves; false where that fails, and nothing may be
/// shown.
[[nodiscard]] bool note_reads(ReturnCall& call, const review::ReturnLink& link, const std::vector<std::string>& whats);

/// The template inside the layout, with the agency, the token of the visit and the way back to `list`, which is below
/// the link.
[[nodiscard]] Response render_link(const ReturnCall& call, const LinkVisit& visit, std::string_view list, int status,
                                   std::string_view name, View view);
/// The same for a list of what is asked: also with who asks, the reference of the link and until when it opens.
[[nodiscard]] Response render_link_list(const ReturnCall& call, const LinkVisit& visit, std::string_view list,
                                        std::string_view name, View view);

/// A refusal as a problem whose pointers are those of the questions: `/actionUpdated/evidence` is `/evidence`.
[[nodiscard]] boost::json::value problem_below(const review::Refusal& refusal, std::string_view kind);

}  // namespace reviewd
