#pragma once

#include <boost/json/value.hpp>
#include <optional>
#include <string>
#include <vector>

#include "reviewd/web/form/drafts.hpp"
#include "reviewd/web/form/form_errors.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/words/form_offers.hpp"

namespace reviewd {

/// The incident that the address names, or the answer where there is none: it was logged already, or is not the
/// visitor's.
struct IncidentDraft {
  WebDraft draft;
  std::optional<Response> instead;

  [[nodiscard]] std::string address() const { return "/incident/" + draft.id; }
};
[[nodiscard]] IncidentDraft incident_called(const PageCall& call);

/// What the incident would do, by the API; with the safety of the children, which is an entry of its own.
struct IncidentWeighed {
  ApiAnswer answer;
  std::vector<FormError> errors;
  Offers offers{};  ///< what the names in the answers mean
};
[[nodiscard]] IncidentWeighed weigh_incident(const PageCall& call, const Typed& typed);

/// The children that the draft names, for fields that refer to one, and the registers of names.
[[nodiscard]] Offers offers_of(const PageCall& call, const Typed& typed);
/// Where there is one child, the harm to it and what is known of abuse or neglect are those of the incident, unless
/// somebody answered otherwise. `before` is what the incident said until now.
void share_with_only_child(Typed& typed, const Typed& before);
/// Takes a child out; those after it move up, and so does what refers to them.
void remove_child(Typed& typed, int child);

}  // namespace reviewd
