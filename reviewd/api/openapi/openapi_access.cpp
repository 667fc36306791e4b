#include <fmt/format.h>

#include "libreview/access/role.hpp"
#include "libreview/registers/tokens.hpp"
#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

json::object role(std::string_view says) {
  std::vector<std::string_view> names;
  for (const auto each : review::roles()) names.push_back(review::role_name(each));
  return one_of(says, names);
}

Member scopes() {
  std::vector<std::string_view> names;
  for (const auto each : review::rights()) names.push_back(review::right_name(each));
  return {"scopes", list("The only rights of the role that it uses; all if absent.", one_of("A right.", names)), false};
}

Member cases() {
  return {"cases",
          list("The only cases that it opens; all that the role reaches if absent.",
               text_like("A case, for example 26-0007.", reference_pattern)),
          false};
}

Member networks() {
  return {"networks",
          list("The only networks that it is taken from, by the address of the other end of the connection: "
               "behind a proxy that is the proxy's. All if absent.",
               text("A network, for example 10.0.0.0/8.")),
          false};
}

Member agency() {
  return {"agency", text_like("The agency or body that its holder speaks for; nobody if absent.", body_pattern), false};
}

std::vector<Member> token_members() {
  return {{"token", text("Its id, which is no secret.")},
          {"person", text_like("Whose it is, for example people/a-coordinator.", reference_pattern)},
          {"role", role("What it lets its holder be.")},
          {"created", instant("When it was issued.")},
          {"expires", instant("When it ends.")},
          {"revoked", instant("When it was revoked; absent while it is not."), false},
          {"lastUsed", instant("When it was last presented, to the minute; absent if never."), false},
          scopes(),
          {"caseCount", whole_number("How many cases it opens at most; absent where its role says which."), false},
          networks(),
          agency()};
}

std::vector<Member> token_wish_members() {
  return {{"person", text_like("Whose it is. The person is made if missing.", reference_pattern)},
          {"role", role("What it lets its holder be. Of somebody who has an account, no more than that.")},
          {"expires",
           instant(fmt::format("When it ends; {} days from now if absent, and at most.", review::token_life.count())),
           false},
          scopes(),
          cases(),
          networks(),
          agency()};
}

std::vector<Member> person_wish_members() {
  return {{"person", text_like("Who it is. The person is made if missing.", reference_pattern)},
          {"role", role("What the person will be.")},
          {"name", text("What the person is called on screens."), false},
          {"agency", text_like("Which agency the person speaks for.", body_pattern), false}};
}

Member with_second_factor() {
  return {"withSecondFactor",
          yes_or_no("True: the second step at sign-in is over too, for who has lost the phone and the recovery codes."),
          false};
}

std::vector<Member> sign_on_members() {
  return {{"issuer", text("The provider, as it writes itself in its tokens.")},
          {"subject", text("The person there: `sub`, or `tid/oid` where the service lets in certain tenants only.")}};
}

}  // namespace

void add_access_schemas(json::object& schemas) {
  schemas["TokenWish"] = object_of("A token to be issued.", token_wish_members());
  auto proposal = token_wish_members();
  proposal.push_back({"reason", text("Why.")});
  schemas["TokenProposal"] = object_of("A token that another person must approve.", std::move(proposal));
  schemas["Token"] = object_of("A token, without its secret.", token_members());
  auto issued = token_members();
  issued.push_back(cases());
  issued.push_back(
      {"secret", text_like("The token to sign in with. It is shown this once and kept nowhere.", "^rvw_")});
  schemas["IssuedToken"] = object_of("A token just issued, with its secret.", std::move(issued));
  schemas["TokenList"] = object_of("All tokens.", {{"tokens", list("Oldest first.", schema_ref("Token"))},
                                                   {"nextPageToken", text("Always empty: there is one page.")}});
  schemas["PersonWish"] = object_of("A person to be invited.", person_wish_members());
  auto invited = person_wish_members();
  invited.push_back({"reason", text("Why.")});
  schemas["PersonProposal"] = object_of("An invitation that another person must approve.", std::move(invited));
  schemas["RoleWish"] = object_of("Another role for a person, which another person must approve.",
                                  {{"role", role("What the person would be.")},
                                   {"agency", text_like("Which agency they would speak for.", body_pattern), false},
                                   {"reason", text("Why.")}});
  schemas["Invitation"] = object_of(
      "An invitation just made.",
      {{"person", text_like("Whom it is for.", reference_pattern)},
       {"role", role("What the person will be.")},
       {"expires", instant("Until when the link can be used.")},
       {"link", text_like("Where the person chooses a password. Shown this once and kept nowhere.", "^/invitation/")},
       {"wantsCode", yes_or_no("The link opens nothing without the code that whoever approved it was shown: so in a "
                               "real store.")}});
  schemas["ResetWish"] = object_of("Whose password is to be chosen anew.", {with_second_factor()});
  schemas["ResetProposal"] =
      object_of("The same, which another person must approve.", {with_second_factor(), {"reason", text("Why.")}});
  const std::vector<Member> account = {
      {"person", text_like("Who it is, for example people/a-coordinator.", reference_pattern)},
      {"role", role("What the person is.")},
      {"hasPassword", yes_or_no("Whether the person has chosen a password.")},
      {"hasSecondFactor", yes_or_no("Whether a code is asked for at sign-in.")},
      {"created", instant("When the person was first invited.")},
      {"name", text("What the person is called on screens."), false},
      {"agency", text_like("Which agency the person speaks for.", body_pattern), false},
      {"lastSignedIn", instant("When the person last signed in; absent before the first time."), false},
      {"disabled", instant("Since when the person is shut out; absent while not."), false},
      {"signsOnWith", list("The accounts of other providers that open it.", schema_ref("SignOnIdentity")), false}};
  schemas["SignOnIdentity"] =
      object_of("Whom an identity provider calls what. Never a name or a mail address.", sign_on_members());
  schemas["Account"] = object_of("Somebody who can sign in on the pages.", account);
  schemas["AccountList"] = object_of("All of them.", {{"accounts", list("By person.", schema_ref("Account"))},
                                                      {"nextPageToken", text("Always empty: there is one page.")}});
  schemas["Person"] =
      object_of("Somebody who can sign in, by name.",
                {{"person", text_like("Who it is, for example people/a-coordinator.", reference_pattern)},
                 {"role", role("What the person is.")},
                 {"name", text("What the person is called on screens."), false},
                 {"agency", text_like("Which agency the person speaks for.", body_pattern), false}});
  schemas["PersonList"] =
      object_of("All who can sign in.", {{"people", list("By person.", schema_ref("Person"))},
                                         {"nextPageToken", text("Always empty: there is one page.")}});
  auto practice = yes_or_no("True: only a practice store has a day that can be set. It is not sent.");
  practice["readOnly"] = true;
  schemas["PracticeDay"] = object_of("The day of a practice store.", {{"date", day("The day that counts as today.")},
                                                                      {"practice", std::move(practice), false}});
}

}  // namespace reviewd::openapi
