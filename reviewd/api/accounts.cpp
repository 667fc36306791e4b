#include <boost/json/array.hpp>

#include "libreview/vocabulary/names.hpp"
#include "reviewd/act/act.hpp"
#include "reviewd/api/approval_json.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/text_fields.hpp"
#include "reviewd/base/now.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Right;

/// `police` for `agencies/police`; a body of the law as it is.
std::string bare_agency(const std::string& agency) { return review::bare_reference(agency).value_or(agency); }

json::object write(Call& call, const review::Account& account) {
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

json::object write(const review::Invitation& invitation, std::string_view role) {
  return {{"person", "people/" + invitation.person},
          {"role", role},
          {"expires", invitation.expires},
          {"link", "/invitation/" + invitation.line}};
}

Response list_accounts(Call& call) {
  json::array accounts;
  for (const auto& account : call.storage.accounts().list()) accounts.push_back(write(call, account));
  return json_answer(200, json::object{{"accounts", accounts}, {"nextPageToken", ""}});
}

Response invite_person(Call& call) {
  auto fields = text_fields(call, {"person", "role"}, {"name", "agency"});
  if (!fields) return refused(call, fields.error());
  const auto role = role_of(*fields);
  if (!role) return refused(call, role.error());
  const auto& person = fields->at("person");
  const auto invitation = call.storage.accounts().invite(
      review::bare_reference(person).value_or(person), std::string(review::role_name(*role)), call.reader.person,
      now(std::nullopt).now, {(*fields)["name"], bare_agency((*fields)["agency"])});
  if (!invitation) return refused(call, invitation.error());
  auto response = json_answer(201, write(*invitation, review::role_name(*role)));
  response.headers.emplace_back("Location", "/v1/accounts/" + invitation->person);
  return response;
}

/// Approved by another person, the change ends the sessions: see `change_role_act`.
Response propose_role(Call& call) {
  auto fields = text_fields(call, {"role", "reason"}, {"agency"});
  if (!fields) return refused(call, fields.error());
  const auto role = role_of(*fields);
  if (!role) return refused(call, role.error());
  const auto account = call.storage.accounts().find(call.path("person"));
  if (!account) {
    return refused(call, review::Refusal{review::Code::not_found, "There is no account of that person."});
  }
  const std::string wanted(review::role_name(*role));
  const auto agency = bare_agency((*fields)["agency"]);
  if (account->role == wanted && (agency.empty() || agency == account->agency)) {
    return refused(call, review::Code::already_recorded, "The person has this role already.", "/role");
  }
  return propose(call, {"change-role", "people/" + account->person,
                        proposal_of({{"role", wanted}, {"agency", agency}, {"from", account->role}}),
                        (*fields)["reason"], call.reader.person});
}

Response disable_account(Call& call) {
  const auto disabled = call.storage.accounts().disable(call.path("person"), call.reader.person, now(std::nullopt).now);
  if (!disabled) return refused(call, disabled.error());
  return json_answer(200, write(call, *disabled));
}

Response bind_account(Call& call) {
  const auto fields = text_fields(call, {"issuer", "subject"}, {});
  if (!fields) return refused(call, fields.error());
  const auto bound = call.storage.sign_on_identities().bind(
      call.path("person"), {fields->at("issuer"), fields->at("subject")}, call.reader.person, now(std::nullopt).now);
  if (!bound) return refused(call, bound.error());
  return json_answer(200, write(call, *bound));
}

/// `{"withSecondFactor": true}`, or nothing at all.
review::Result<bool> with_second_factor(const Call& call) {
  if (call.request.body.empty()) return false;
  const auto body = json_body(call);
  if (!body) return review::refuse(body.error());
  const auto* object = body->if_object();
  if (object == nullptr) return review::refuse(Code::wrong_type, "Send an object.");
  bool wanted = false;
  for (const auto& [key, value] : *object) {
    const auto faulty = [&, &name = key](Code code, std::string says) {
      review::Refusal refusal{code, says};
      refusal.violations.push_back(review::Violation{"/" + std::string(std::string_view(name)), std::move(says)});
      return review::refuse(std::move(refusal));
    };
    if (key != "withSecondFactor") return faulty(Code::unknown_field, "There is no field of this name here.");
    if (!value.is_bool()) return faulty(Code::wrong_type, "withSecondFactor is true or false.");
    wanted = value.get_bool();
  }
  return wanted;
}

Response reset_account(Call& call) {
  const auto second_factor = with_second_factor(call);
  if (!second_factor) return refused(call, second_factor.error());
  const auto person = call.path("person");
  const auto invitation =
      call.storage.accounts().reset(person, *second_factor, call.reader.person, now(std::nullopt).now);
  if (!invitation) return refused(call, invitation.error());
  const auto account = call.storage.accounts().find(person);
  return json_answer(200, write(*invitation, account ? account->role : std::string()));
}

Response sign_account_out(Call& call) {
  const auto account = call.storage.accounts().find(call.path("person"));
  if (!account) return refused(call, review::Refusal{Code::not_found, "There is no account of that person."});
  const auto ended = call.storage.sessions().end_all(account->person, "", call.reader.person, now(std::nullopt).now);
  if (!ended) return refused(call, ended.error());
  return json_answer(200, write(call, *account));
}

}  // namespace

std::vector<Endpoint> account_endpoints() {
  return {
      {"GET",
       "/v1/accounts",
       "listAccounts",
       "Everybody who can sign in on the pages, or could",
       {Right::manage_access},
       Use::read,
       {},
       "",
       "AccountList",
       200,
       list_accounts},
      {"POST",
       "/v1/accounts",
       "invitePerson",
       "Lets a person choose a password by a link, which is shown this once; the one of before is gone",
       {Right::manage_access},
       Use::write,
       {},
       "PersonWish",
       "Invitation",
       201,
       invite_person},
      {"POST",
       "/v1/accounts/{person}:disable",
       "disableAccount",
       "Shuts a person out at once, sessions included",
       {Right::manage_access},
       Use::write,
       {},
       "",
       "Account",
       200,
       disable_account},
      {"POST",
       "/v1/accounts/{person}:bind",
       "bindAccount",
       "Lets a person sign on with an account of another provider, named by its issuer and subject",
       {Right::manage_access},
       Use::write,
       {},
       "SignOnIdentity",
       "Account",
       200,
       bind_account},
      {"POST",
       "/v1/accounts/{person}:reset",
       "resetAccount",
       "Ends a person's password and sessions, and gives the link to choose another password, shown this once",
       {Right::manage_access},
       Use::write,
       {},
       "ResetWish",
       "Invitation",
       200,
       reset_account},
      {"POST",
       "/v1/accounts/{person}:signOut",
       "signOutAccount",
       "Ends a person's sessions at once; they can sign in again",
       {Right::manage_access},
       Use::write,
       {},
       "",
       "Account",
       200,
       sign_account_out},
      {"POST",
       "/v1/accounts/{person}:proposeRole",
       "proposeRole",
       "Proposes another role for a person; it changes when another person approves",
       {Right::manage_access},
       Use::write,
       {},
       "RoleWish",
       "Approval",
       201,
       propose_role},
  };
}

}  // namespace reviewd
