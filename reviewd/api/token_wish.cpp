#include "reviewd/api/token_wish.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/base/refuse_at.hpp"
#include "libreview/calendar/instant.hpp"
#include "libreview/vocabulary/names.hpp"
#include "reviewd/api/json_fields.hpp"
#include "reviewd/api/text_fields.hpp"
#include "reviewd/identity/network.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::refuse_at;

/// A refusal of one of a list.
auto refuse_one(Code code, std::string says, std::string_view list, std::size_t place) {
  return refuse_at(code, std::move(says), fmt::format("/{}/{}", list, place));
}

/// A list of the body, each of it once; empty if it is absent. An empty list is refused: left out, it narrows nothing,
/// and it must not be taken for nothing at all.
review::Result<std::vector<std::string>> each_once(const JsonFields& fields, std::string_view name) {
  std::vector<std::string> texts;
  for (auto& text : fields.list(name)) {
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(std::move(text));
  }
  if (texts.empty() && fields.lists.contains(name)) {
    return refuse_at(Code::malformed, fmt::format("Leave {} out, or name at least one.", name),
                     review::pointer_to(name));
  }
  return texts;
}

review::Result<std::vector<std::string>> scopes_of(const JsonFields& fields, review::Role role) {
  auto scopes = each_once(fields, "scopes");
  if (!scopes) return scopes;
  for (std::size_t i = 0; i < scopes->size(); ++i) {
    const auto right = review::find_right((*scopes)[i]);
    if (right && review::may(role, *right)) continue;
    std::string names;
    for (const auto each : review::rights()) {
      if (review::may(role, each)) names += (names.empty() ? "" : ", ") + std::string(review::right_name(each));
    }
    return refuse_one(Code::not_a_choice, fmt::format("The rights of this role are {}.", names), "scopes", i);
  }
  return scopes;
}

review::Result<std::vector<std::string>> cases_of(const JsonFields& fields) {
  auto cases = each_once(fields, "cases");
  if (!cases) return cases;
  for (std::size_t i = 0; i < cases->size(); ++i) {
    const auto bare = review::bare_reference((*cases)[i]);
    if (!bare) return refuse_one(Code::malformed, "A case is named by its reference, such as 26-0007.", "cases", i);
    (*cases)[i] = *bare;
  }
  return cases;
}

review::Result<std::vector<std::string>> networks_of(const JsonFields& fields) {
  auto networks = each_once(fields, "networks");
  if (!networks) return networks;
  for (std::size_t i = 0; i < networks->size(); ++i) {
    const auto network = network_of((*networks)[i]);
    if (!network)
      return refuse_one(Code::malformed, "A network is such as 10.0.0.0/8 or 2001:db8::/32.", "networks", i);
    (*networks)[i] = *network;
  }
  return networks;
}

review::Result<JsonFields> fields_of(const Call& call, const std::vector<std::string_view>& present) {
  return json_fields(call,
                     {.optional = {"expires", "agency"}, .lists = {"scopes", "cases", "networks"}, .present = present});
}

review::Result<review::TokenWish> wish_of(const Call& call, const JsonFields& fields) {
  const auto role = role_of(fields.texts);
  if (!role) return review::refuse(role.error());
  const auto person = fields.text("person");
  review::TokenWish wish{review::bare_reference(person).value_or(person), std::string(review::role_name(*role)),
                         call.reader.person};
  if (fields.texts.contains("expires")) {
    const auto expires = review::parse_instant(fields.text("expires"));
    if (!expires) return review::refuse(expires.error());
    wish.expires = *expires;
  }
  auto scopes = scopes_of(fields, *role);
  if (!scopes) return review::refuse(scopes.error());
  auto cases = cases_of(fields);
  if (!cases) return review::refuse(cases.error());
  auto networks = networks_of(fields);
  if (!networks) return review::refuse(networks.error());
  wish.reach = {std::move(*scopes), std::move(*cases), std::move(*networks), {}};
  if (fields.texts.contains("agency")) {
    const auto agency = fields.text("agency");
    const auto bare = review::bare_reference(agency);
    if (!bare && !review::is_body(agency)) {
      return refuse_at(Code::malformed, "An agency is named by its reference, or as a body such as POLICE.", "/agency");
    }
    wish.reach.agency = bare.value_or(agency);
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
  return ProposedToken{std::move(*wish), fields->text("reason")};
}

}  // namespace reviewd
