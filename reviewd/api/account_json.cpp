#include "reviewd/api/account_json.hpp"

#include <boost/json/array.hpp>

#include "libreview/vocabulary/names.hpp"

namespace reviewd {

namespace json = boost::json;

std::string bare_agency(const std::string& agency) { return review::bare_reference(agency).value_or(agency); }

json::object account_json(Call& call, const review::Account& account) {
  json::object out{{"person", "people/" + account.person},
                   {"role", account.role},
                   {"hasPassword", !account.password.empty()},
                   {"hasSecondFactor", call.storage.second_factors().has(account.person)},
                   {"created", account.made}};
  if (!account.name.empty()) out["name"] = account.name;
  if (!account.agency.empty()) out["agency"] = account.agency;
  if (!account.last_signed_in.empty()) out["lastSignedIn"] = account.last_signed_in;
  if (!account.disabled.empty()) out["disabled"] = account.disabled;
  json::array identities;
  for (const auto& [issuer, subject] : call.storage.sign_on_identities().of(account.person)) {
    identities.push_back(json::object{{"issuer", issuer}, {"subject", subject}});
  }
  if (!identities.empty()) out["signsOnWith"] = std::move(identities);
  return out;
}

json::object invitation_json(const review::Invitation& invitation, std::string_view role) {
  return {{"person", "people/" + invitation.person},
          {"role", role},
          {"expires", invitation.expires},
          {"link", "/invitation/" + invitation.line},
          {"wantsCode", invitation.wants_code}};
}

}  // namespace reviewd
