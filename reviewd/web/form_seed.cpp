#include "reviewd/web/form_seed.hpp"

#include <array>
#include <string_view>

#include "reviewd/web/form_entry.hpp"
#include "reviewd/web/form_fields.hpp"

namespace reviewd {

void seed_only_offers(Typed& typed, const review::Kind& kind, const Offers& offers) {
  constexpr std::array<std::string_view, 6> sorts = {"review",  "proceedings", "order",
                                                     "embargo", "action",      "challenge"};
  // Learning need not come from a review.
  if (kind.field->message_type()->file()->name().ends_with("/learning.proto") && kind.name != "action-updated" &&
      kind.name != "challenge-answered") {
    return;
  }
  for (const auto sort : sorts) {
    const auto* field = kind.field->message_type()->FindFieldByName(std::string(sort));
    if (field == nullptr || field->is_repeated() || is_message(*field)) continue;
    const auto& offered = offers.of(*field);
    const auto name = below(kind.json, field->json_name());
    if (offered.size() == 1 && typed.is_blank(name)) typed.put(name, offered.front().value);
  }
}

void seed_replacement(Typed& typed, const boost::json::value& entry) {
  const auto* kind = kind_in(entry);
  if (kind != nullptr) put_entry(typed, "entryCorrected.replacement", entry.as_object(), *kind);
}

}  // namespace reviewd
