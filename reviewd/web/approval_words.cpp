#include "reviewd/web/approval_words.hpp"

#include <fmt/format.h>

#include "reviewd/act.hpp"
#include "reviewd/partnership_settings.hpp"
#include "reviewd/web/form_words.hpp"
#include "reviewd/web/words/access_words.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/setting_words.hpp"

namespace reviewd {
namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;

std::string after_slash(const std::string& subject) {
  const auto at = subject.find('/');
  return at == std::string::npos ? subject : subject.substr(at + 1);
}

std::string proposed(const boost::json::value& approval, std::string_view part) {
  const auto* proposal = approval.as_object().if_contains("proposal");
  return proposal == nullptr ? std::string() : text_in(*proposal, part);
}

std::string days_of(const boost::json::value& approval) {
  const auto from = day_words(proposed(approval, "from"));
  const auto through = proposed(approval, "through");
  return through.empty() ? from : fmt::format("{} to {}", from, day_words(through));
}

}  // namespace

std::string approval_title(const boost::json::value& approval) {
  const auto act = text_in(approval, "act");
  const auto subject = after_slash(text_in(approval, "subject"));
  if (act == "change-role") return fmt::format("Role of {}: {}", subject, role_of_words(proposed(approval, "role")));
  if (act == "change-closures") {
    const auto* what = proposed(approval, "change") == "add" ? "New days off" : "Days off taken back";
    return fmt::format("{}: {}", what, days_of(approval));
  }
  const auto* setting = find_partnership_setting(subject);
  if (act == "change-setting" && setting != nullptr) return std::string(setting->title);
  const auto* row = find_act(act);
  return fmt::format("{}: {}", row == nullptr ? act : std::string(row->words), subject);
}

Facts proposal_facts(const boost::json::value& approval) {
  const auto act = text_in(approval, "act");
  Facts facts;
  const auto add = [&](const char* key, std::string value) {
    if (!value.empty()) facts.emplace_back(key, std::move(value));
  };
  if (act == "change-role") {
    add("Person", after_slash(text_in(approval, "subject")));
    add("Role when it was proposed", role_of_words(proposed(approval, "from")));
    add("New role", role_of_words(proposed(approval, "role")));
    add("New agency", agency_words(proposed(approval, "agency")));
  } else if (act == "change-closures") {
    add("Days", days_of(approval));
    add("What they are", proposed(approval, "name"));
    const auto kind = proposed(approval, "kind");
    add("Sort", kind.empty() ? "" : kind == "closure" ? "The partnership is closed" : "Bank holiday");
  } else if (act == "change-setting") {
    const auto value = proposed(approval, "value");
    const auto* setting = find_partnership_setting(after_slash(text_in(approval, "subject")));
    const bool in_words = setting != nullptr && !setting->is_long;
    add("New value", value.empty() ? "As the configuration says" : in_words ? setting_words(*setting, value) : value);
  }
  return facts;
}

std::string outcome_words(const boost::json::value& approval) {
  const auto outcome = text_in(approval, "outcome");
  if (outcome.empty()) return "Waits for a second person";
  const auto* words = outcome == "approved" ? "Approved" : outcome == "refused" ? "Refused" : "Taken back";
  return fmt::format("{} by {}, {}", words, person_words(text_in(approval, "decidedBy")),
                     instant_words(text_in(approval, "decided")));
}

}  // namespace reviewd
