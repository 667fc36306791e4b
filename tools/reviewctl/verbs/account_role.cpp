#include <chrono>

#include "libreview/access/role.hpp"
#include "libreview/registers/accounts.hpp"
#include "libreview/store/system_random.hpp"
#include "tools/reviewctl/verbs/role_names.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

constexpr const char* the_operator = "reviewctl";

/// Whether two others could do it in the service: one proposes, one approves.
bool two_others_can(review::Accounts& accounts, const std::string& person) {
  int able = 0;
  for (const auto& account : accounts.list()) {
    const auto role = review::find_role(account.role);
    const bool has_way_in = !account.password.empty() || !account.last_signed_in.empty();
    const bool in = account.disabled.empty() && has_way_in && account.person != person;
    const bool decides = role && (review::may(*role, review::Right::manage_access) ||
                                  review::may(*role, review::Right::approve_settings));
    if (in && decides) ++able;
  }
  return able >= 2;
}

Outcome<ExitCode> run_account_role(Call& call) {
  const auto person = call.arguments.find("person");
  const auto role = call.arguments.find("role");
  if (!person || !role) return misused(person_and_role_wanted("Say who and what they are"));
  auto store = review::Store::open(call.arguments.text("store"));
  if (!store) return stop(local_problem_of(store.error()));
  review::SystemRandom random;
  review::Accounts accounts(**store, random);
  if (accounts.find(*person) && two_others_can(accounts, *person)) {
    return stop(review::Refusal{review::Code::second_person_required,
                                "Two other people can do this in the service: one proposes it on the page of the "
                                "person, another approves it."});
  }
  const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  const auto changed = accounts.change_role(*person, *role, "", the_operator, now);
  if (!changed) return stop(changed.error());
  if (call.output.for_people()) {
    call.output.line("The role is changed. The person signs in again.");
  } else {
    call.output.value(boost::json::object{{"person", "people/" + changed->person}, {"role", changed->role}});
  }
  return ExitCode::done;
}

}  // namespace

Verb account_role() {
  return {.noun = "account",
          .verb = "role",
          .summary = "Changes a person's role on a store that nobody holds, while there are no two others to do it",
          .reach = Reach::file,
          .options = {{"person", "NAME", "Who has the account"},
                      {"role", "ROLE", "What they are from now on", role_names()}},
          .more =
              "In the service a change of role takes two people. This is for a store in which there are not two "
              "yet, or not any more. It is in the log of access.",
          .examples = {{"The only coordinator becomes chair",
                        "account role --store review.db --person a-officer --role chair"}},
          .run = run_account_role};
}

}  // namespace reviewctl
