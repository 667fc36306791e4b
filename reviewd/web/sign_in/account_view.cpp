#include "reviewd/web/sign_in/account_view.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <string_view>
#include <utility>

#include "reviewd/web/sign_in/second_step.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string done_words(const std::string& done) {
  if (done == "password") return "Your password is changed. You are signed out everywhere else.";
  if (done == "second-step-off") return "The second step is off.";
  if (done == "signed-out") return "You are signed out everywhere else.";
  return {};
}

std::string counted(std::int64_t number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

json::object row_of(const review::Session& session, const AccountFacts& facts) {
  return {{"begun", ago_words(session.begun, facts.now)},
          {"seen", ago_words(session.seen, facts.now)},
          {"here", session.id == facts.session}};
}

}  // namespace

std::string ago_words(review::Instant then, review::Instant now) {
  const auto minutes = std::chrono::floor<std::chrono::minutes>(now - then).count();
  if (minutes < 2) return "just now";
  if (minutes < 60) return fmt::format("{} minutes ago", minutes);
  return counted(minutes / 60, "hour", "hours") + " ago";
}

View account_view(const AccountFacts& facts) {
  View view{{"title", "Your account"},
            {"name", facts.person},
            {"role", review::role_words(facts.role)},
            {"hasPassword", facts.has_password},
            {"secondStep", facts.second_step},
            {"secondStepNeeded", needs_second_step(facts.role)},
            {"codesLeft", counted(facts.recovery_codes, "recovery code", "recovery codes")},
            {"fewCodes", facts.second_step && facts.recovery_codes < 3},
            {"elsewhere", facts.sessions.size() > 1}};
  if (const auto done = done_words(facts.done); !done.empty()) view["done"] = done;
  if (facts.failed > 0) {
    view["failed"] =
        counted(facts.failed, "try", "tries") + " to sign in with your name failed in the last seven days.";
  }
  json::array rows;
  for (const auto& session : facts.sessions) rows.push_back(row_of(session, facts));
  view["sessions"] = std::move(rows);
  return view;
}

View password_view(std::size_t shortest, const PasswordFaults& faults) {
  View view{{"title", "Change your password"}, {"shortest", std::to_string(shortest)}, {"hasErrors", faults.any()}};
  json::array errors;
  const std::pair<std::string_view, const std::string&> fields[] = {
      {"old", faults.old}, {"password", faults.fresh}, {"again", faults.again}};
  for (const auto& [field, fault] : fields) {
    if (fault.empty()) continue;
    errors.push_back(json::object{{"href", "#" + std::string(field)}, {"text", fault}});
    view[std::string(field) + "Fault"] = fault;
  }
  view["errors"] = std::move(errors);
  return view;
}

}  // namespace reviewd
