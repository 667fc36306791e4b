#include "reviewd/api/token_wish.hpp"

#include <fmt/format.h>

#include "libreview/calendar/instant.hpp"
#include "libreview/vocabulary/names.hpp"
#include "reviewd/api/text_fields.hpp"
#include "reviewd/identity/network.hpp"

namespace reviewd {
namespace {

using review::Code;

auto fault(Code code, std::string says, std::string_view field) {
  review::Refusal refusal{code, std::move(says)};
  refusal.violations.push_back(review::Violation{fmt::format("/{}", field), refusal.says});
  return review::refuse(std::move(refusal));
}

auto fault(Code code, std::string says, std::string_view list, std::size_t place) {
  return fault(code, std::move(says), fmt::format("{}/{}", list, place));
}

/// A body as the law names it: `INTEGRATED_CARE_BOARD`.
bool is_body(const std::string& text) {
  return !text.empty() && text.size() <= 60 && text[0] >= 'A' && text[0] <= 'Z' &&
         text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == std::string::npos;
}

review::Result<std::vector<std::string>> scopes_of(const Call& call, review::Role role) {
  auto scopes = text_list(call, "scopes");
  if (!scopes) return scopes;
  for (std::size_t i = 0; i < scopes->size(); ++i) {
    const auto right = review::find_right((*scopes)[i]);
    if (right && review::may(role, *right)) continue;
    std::string names;
    for (const auto each : review::rights()) {
      if (review::may(role, each)) names += (names.empty() ? "" : ", ") + std::string(review::right_name(each));
    }
    return fault(Code::not_a_choice, fmt::format("The rights of this role are {}.", names), "scopes", i);
  }
  return scopes;
}

review::Result<std::vector<std::string>> cases_of(const Call& call) {
  auto cases = text_list(call, "cases");
  if (!cases) return cases;
  for (std::size_t i = 0; i < cases->size(); ++i) {
    const auto bare = review::bare_reference((*cases)[i]);
    if (!bare) return fault(Code::malformed, "A case is named by its reference, such as 26-0007.", "cases", i);
    (*cases)[i] = *bare;
  }
  return cases;
}

review::Result<std::vector<std::string>> networks_of(const Call& call) {
  auto networks = text_list(call, "networks");
  if (!networks) return networks;
  for (std::size_t i = 0; i < networks->size(); ++i) {
    const auto network = network_of((*networks)[i]);
    if (!network) return fault(Code::malformed, "A network is such as 10.0.0.0/8 or 2001:db8::/32.", "networks", i);
    (*networks)[i] = *network;
  }
  return networks;
}

using Fields = std::map<std::string, std::string>;

review::Result<Fields> fields_of(const Call& call, const std::vector<std::string_view>& required) {
  return text_fields(call, required, {"expires", "agency"}, {"scopes", "cases", "networks"});
}

review::Result<review::TokenWish> wish_of(const Call& call, const Fields& fields) {
  const auto role = role_of(fields);
  if (!role) return review::refuse(role.error());
  const auto& person = fields.at("person");
  review::TokenWish wish{review::bare_reference(person).value_or(person), std::string(review::role_name(*role)),
                         call.reader.person};
  if (const auto given = fields.find("expires"); given != fields.end()) {
    const auto expires = review::parse_instant(given->second);
    if (!expires) return review::refuse(expires.error());
    wish.expires = *expires;
  }
  auto scopes = scopes_of(call, *role);
  if (!scopes) return review::refuse(scopes.error());
  auto cases = cases_of(call);
  if (!cases) return review::refuse(cases.error());
  auto networks = networks_of(call);
  if (!networks) return review::refuse(networks.error());
  wish.reach = {std::move(*scopes), std::move(*cases), std::move(*networks), {}};
  if (const auto agency = fields.find("agency"); agency != fields.end()) {
    const auto bare = review::bare_reference(agency->second);
    if (!bare && !is_body(agency->second)) {
      return fault(Code::malformed, "An agency is named by its reference, or as a body such as POLICE.", "agency");
    }
    wish.reach.agency = bare.value_or(agency->second);
  }
  return wish;
}

}  // namespace

review::Result<review::TokenWish> token_wish(const Call& call) {
  const auto fields = fields_of(call, {"person", "role"});
  if (!fields) return review::refuse(fields.error());
  return wish_of(call, *fields);
}

review::Result<ProposedToken> proposed_token(const Call& call) {
  const auto fields = fields_of(call, {"person", "role", "reason"});
  if (!fields) return review::refuse(fields.error());
  auto wish = wish_of(call, *fields);
  if (!wish) return review::refuse(wish.error());
  return ProposedToken{std::move(*wish), fields->at("reason")};
}

}  // namespace reviewd
