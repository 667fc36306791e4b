#include "reviewd/api/ways_in.hpp"

#include "libreview/registers/may_invite.hpp"
#include "libreview/vocabulary/names.hpp"
#include "reviewd/act/act.hpp"
#include "reviewd/api/account_json.hpp"
#include "reviewd/api/agreed_by_two.hpp"
#include "reviewd/api/approval_json.hpp"
#include "reviewd/api/json_fields.hpp"
#include "reviewd/api/text_fields.hpp"
#include "reviewd/base/now.hpp"
#include "reviewd/delivery/tell_of_access.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::Right;

using Texts = std::map<std::string, std::string>;

std::string subject_of(const std::string& person) { return "people/" + person; }

/// Who is to be invited, as what.
struct PersonWish {
  std::string person;
  std::string role;
  review::AccountDetails details;
  std::string reason;  ///< of a proposal

  /// What another person agrees to.
  [[nodiscard]] Texts proposal() const {
    Texts texts{{"role", role}};
    if (!details.name.empty()) texts["name"] = details.name;
    if (!details.agency.empty()) texts["agency"] = details.agency;
    return texts;
  }
};

review::Result<PersonWish> person_wish(const Call& call, bool with_reason) {
  std::vector<std::string_view> required{"person", "role"};
  if (with_reason) required.emplace_back("reason");
  auto fields = text_fields(call, required, {"name", "agency"});
  if (!fields) return review::refuse(fields.error());
  const auto role = role_of(*fields);
  if (!role) return review::refuse(role.error());
  const auto& person = fields->at("person");
  PersonWish wish{review::bare_reference(person).value_or(person),
                  std::string(review::role_name(*role)),
                  {(*fields)["name"], bare_agency((*fields)["agency"])},
                  with_reason ? fields->at("reason") : std::string()};
  const auto may = review::may_invite(call.storage.accounts(), wish.person, wish.role, wish.details.agency);
  if (!may) return review::refuse(may.error());
  return wish;
}

/// Whether the person can sign in, or did once: another invitation to somebody who never took one up ends nothing.
bool has_way_in(const Call& call, const std::string& person) {
  const auto account = call.storage.accounts().find(person);
  return account && (!account->password.empty() || !account->last_signed_in.empty() ||
                     !call.storage.sign_on_identities().of(person).empty());
}

/// Of somebody who has a way in it ends the password, as a reset does: so that is told too.
Response invite_person(Call& call) {
  const auto wish = person_wish(call, false);
  if (!wish) return refused(call, wish.error());
  const bool is_there = has_way_in(call, wish->person);
  const auto invitation = call.storage.store().in_one_transaction([&]() -> review::Result<review::Invitation> {
    const auto agreed = agreed_by_two(call, invite_act, subject_of(wish->person), wish->proposal());
    if (!agreed) return review::refuse(agreed.error());
    if (is_there) {
      const auto told = tell_of_access(call.storage, wish->person, NewAccess::reset);
      if (!told) return review::refuse(told.error());
    }
    return call.storage.accounts().invite(wish->person, wish->role, call.reader.person, now(std::nullopt).now,
                                          wish->details, agreed->code_digest);
  });
  if (!invitation) return refused(call, invitation.error());
  auto response = json_answer(201, invitation_json(*invitation, wish->role));
  response.headers.emplace_back("Location", "/v1/accounts/" + invitation->person);
  return response;
}

/// Another person decides, and is shown the code of the link; then who proposed it makes the link, and sees it.
Response propose_invitation(Call& call) {
  const auto wish = person_wish(call, true);
  if (!wish) return refused(call, wish.error());
  return propose(call, {std::string(invite_act), subject_of(wish->person), proposal_of(wish->proposal()), wish->reason,
                        call.reader.person});
}

/// Of somebody who is let in.
review::Result<review::Account> account_in_use(const Call& call) {
  auto account = call.storage.accounts().find(call.path("person"));
  if (account && account->disabled.empty()) return std::move(*account);
  return review::refuse(Code::not_found, "There is no account of that person, or it is shut.");
}

Texts reset_proposal(bool second_factor) { return {{"withSecondFactor", second_factor ? "yes" : "no"}}; }

Response reset_account(Call& call) {
  JsonFields fields;
  if (!call.request.body.empty()) {
    const auto given = json_fields(call, {{}, {}, {}, {"withSecondFactor"}});
    if (!given) return refused(call, given.error());
    fields = *given;
  }
  const bool second_factor = fields.flag("withSecondFactor");
  const auto account = account_in_use(call);
  if (!account) return refused(call, account.error());
  const auto& person = account->person;
  const auto invitation = call.storage.store().in_one_transaction([&]() -> review::Result<review::Invitation> {
    const auto agreed = agreed_by_two(call, reset_access_act, subject_of(person), reset_proposal(second_factor));
    if (!agreed) return review::refuse(agreed.error());
    const auto told = tell_of_access(call.storage, person, NewAccess::reset);
    if (!told) return review::refuse(told.error());
    return call.storage.accounts().reset(person, second_factor, call.reader.person, now(std::nullopt).now,
                                         agreed->code_digest);
  });
  if (!invitation) return refused(call, invitation.error());
  return json_answer(200, invitation_json(*invitation, account->role));
}

Response propose_reset(Call& call) {
  const auto fields = json_fields(call, {.flags = {"withSecondFactor"}, .present = {"reason"}});
  if (!fields) return refused(call, fields.error());
  const auto account = account_in_use(call);
  if (!account) return refused(call, account.error());
  return propose(call, {std::string(reset_access_act), subject_of(account->person),
                        proposal_of(reset_proposal(fields->flag("withSecondFactor"))), fields->text("reason"),
                        call.reader.person});
}

/// Who names the account of another provider could name one of their own, and nobody who agrees sees whose it is: so in
/// a real store only the person joins theirs, by a link that opens with a code.
constexpr std::string_view joins_it_themselves =
    "In a real store people join their own council account. Invite this person, or reset how they sign in: with the "
    "link and the code they choose \"Use my council account\" themselves.";

Response bind_account(Call& call) {
  const auto fields = text_fields(call, {"issuer", "subject"}, {});
  if (!fields) return refused(call, fields.error());
  const auto account = account_in_use(call);
  if (!account) return refused(call, account.error());
  if (takes_two(call)) return refused(call, {Code::not_permitted, std::string(joins_it_themselves)});
  const review::SignOnIdentity identity{fields->at("issuer"), fields->at("subject")};
  const auto bound = call.storage.store().in_one_transaction([&]() -> review::Result<review::Account> {
    auto opened =
        call.storage.sign_on_identities().bind(account->person, identity, call.reader.person, now(std::nullopt).now);
    if (!opened) return opened;
    const auto told = tell_of_access(call.storage, account->person, NewAccess::other_account);
    if (!told) return review::refuse(told.error());
    return opened;
  });
  if (!bound) return refused(call, bound.error());
  return json_answer(200, account_json(call, *bound));
}

Endpoint row(std::string pattern, std::string name, std::string summary, std::string takes, std::string gives,
             int status, Response (*answer)(Call&)) {
  return {"POST",
          std::move(pattern),
          std::move(name),
          std::move(summary),
          {Right::manage_access},
          Use::write,
          {},
          std::move(takes),
          std::move(gives),
          status,
          answer};
}

}  // namespace

std::vector<Endpoint> way_in_endpoints() {
  return {
      row("/v1/accounts", "invitePerson",
          "Lets a person choose a password by a link, in a real store once another person approved it, who has the "
          "code of the link; the link is shown this once, and the one of before is gone",
          "PersonWish", "Invitation", 201, invite_person),
      row("/v1/accounts:propose", "proposeInvitation",
          "Proposes an invitation of a real store; another person approves it and is shown the code of the link, then "
          "you make the link",
          "PersonProposal", "Approval", 201, propose_invitation),
      row("/v1/accounts/{person}:reset", "resetAccount",
          "Ends a person's password and sessions, in a real store once another person approved it, who has the code of "
          "the link; gives the link to choose another password, shown this once",
          "ResetWish", "Invitation", 200, reset_account),
      row("/v1/accounts/{person}:proposeReset", "proposeReset",
          "Proposes a reset of a real store; another person approves it and is shown the code of the link, then you "
          "make the link",
          "ResetProposal", "Approval", 201, propose_reset),
      row("/v1/accounts/{person}:bind", "bindAccount",
          "Lets a person of a practice store sign on with an account of another provider, named by its issuer and "
          "subject; in a real store the person joins it by the link of an invitation or a reset",
          "SignOnIdentity", "Account", 200, bind_account)};
}

}  // namespace reviewd
