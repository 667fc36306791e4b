#pragma once

#include <boost/json/value.hpp>
#include <optional>
#include <string>
#include <vector>

#include "reviewd/web/drafts.hpp"
#include "reviewd/web/form_errors.hpp"
#include "reviewd/web/form_offers.hpp"
#include "reviewd/web/page.hpp"

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
};
[[nodiscard]] IncidentWeighed weigh_incident(const PageCall& call, const Typed& typed);

/// The children that the draft names, for fields that refer to one.
[[nodiscard]] Offers offers_of(const Typed& typed);
/// Takes a child out; those after it move up, and so does what refers to them.
void remove_child(Typed& typed, int child);

}  // namespace reviewd
