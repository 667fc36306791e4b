#include "reviewd/settings/partnership_settings.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>

#include "libreview/alerts/working_hours.hpp"
#include "libreview/vocabulary/names.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::refuse;
using review::Result;

constexpr std::size_t longest_line = 200;
constexpr std::size_t longest_rules = 60'000;

std::string trimmed_text(const std::string& text) {
  const auto from = text.find_first_not_of(" \t\n");
  if (from == std::string::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\n") - from + 1);
}

Result<std::string> one_line(const std::string& text) {
  auto line = trimmed_text(text);
  if (line.size() > longest_line) return refuse(Code::malformed, "Use at most 200 characters.");
  if (line.find('\n') != std::string::npos) return refuse(Code::malformed, "Use one line.");
  return line;
}

bool is_body(const std::string& name) {
  const bool of_law = std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
  return of_law || review::bare_reference(name) == name;
}

Result<std::string> bodies(const std::string& text) {
  const auto names = bodies_in(text);
  for (auto at = names.begin(); at != names.end(); ++at) {
    if (!is_body(*at)) {
      return refuse(Code::malformed,
                    fmt::format("{} is no body of the partnership and no short name of an agency.", *at));
    }
    if (std::find(names.begin(), at, *at) != at) return refuse(Code::malformed, fmt::format("{} is there twice.", *at));
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

Result<std::string> small_number(const std::string& text) {
  auto number = trimmed_text(text);
  const bool digits = std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || number.size() > 2) return refuse(Code::malformed, "Enter a whole number from 1 to 99.");
  return number;
}

Result<std::string> telephone(const std::string& text) {
  auto number = trimmed_text(text);
  const auto fits = [](char c) { return (c >= '0' && c <= '9') || c == ' ' || c == '+' || c == '(' || c == ')'; };
  if (!std::all_of(number.begin(), number.end(), fits) || number.size() > 30) {
    return refuse(Code::malformed, "Enter a telephone number, for example 01632 960 001.");
  }
  return number;
}

Result<std::string> mailbox(const std::string& text) {
  auto line = one_line(text);
  if (!line || line->empty()) return line;
  const auto at = line->find('@');
  const bool fits = at != std::string::npos && at > 0 && line->find('.', at) != std::string::npos &&
                    line->find(' ') == std::string::npos && line->find('@', at + 1) == std::string::npos;
  if (!fits) return refuse(Code::malformed, "Enter a mail address, for example reviews@partnership.example.");
  return line;
}

Result<std::string> on_or_off(const std::string& text) {
  auto word = trimmed_text(text);
  if (!word.empty() && word != "on" && word != "off") return refuse(Code::malformed, "Write on or off.");
  return word;
}

Result<std::string> working_hours(const std::string& text) {
  auto hours = trimmed_text(text);
  if (!hours.empty() && !review::parse_working_hours(hours)) {
    return refuse(Code::malformed, "Enter two times of a day, for example 08:00-18:00.");
  }
  return hours;
}

/// From a minute to a week.
Result<std::string> minutes(const std::string& text) {
  auto number = trimmed_text(text);
  const bool digits = std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || number.size() > 4 || (!number.empty() && number.front() == '0')) {
    return refuse(Code::malformed, "Enter a whole number from 1 to 9999.");
  }
  return number;
}

Result<std::string> rules(const std::string& text) {
  if (text.size() > longest_rules) return refuse(Code::malformed, "The rules are too long: at most 60,000 characters.");
  return trimmed_text(text).empty() ? std::string() : text;
}

}  // namespace

const std::vector<PartnershipSetting>& partnership_settings() {
  static const std::vector<PartnershipSetting> all = {
      {"partnership-name", "Name of the partnership", "As it stands on letters", false, false, one_line},
      {"sign-off-bodies", "Bodies that must sign",
       "For example Local authority, Integrated care board, Police. Name other agencies by their short name", false,
       false, bodies},
      {"quorum-bodies", "Bodies that count for the quorum", "Written as the bodies that must sign", false, false,
       bodies},
      {"quorum", "How many of these bodies make a meeting quorate", "A whole number", false, false, small_number},
      {"coordinator-name", "Review coordinator: name", "Shown on pages that agencies and families see", false, false,
       one_line},
      {"coordinator-telephone", "Review coordinator: telephone", "For example 01632 960 001", false, false, telephone},
      {"coordinator-mailbox", "Review coordinator: mailbox", "A mailbox that several people read is best", false, false,
       mailbox},
      {"safeguarding-telephone", "Telephone for worries about a child now",
       "Shown wherever somebody might take this service for a way to make a referral", false, false, telephone},
      {"content-notes", "Note before injuries or death are described", "on or off", false, false, on_or_off},
      {"reminder-hours", "Hours in which reminders are mailed",
       "On working days, for example 08:00-18:00. What is told outside of them is mailed on the next working morning",
       false, false, working_hours},
      {"channel-failing-after", "Minutes until it is told that reminders do not get through", "A whole number", false,
       false, minutes},
      {"overlay-law", "The partnership's own rules",
       "The text of the file of rules (TOML). It takes the place of the one before as a whole", true, true, rules},
  };
  return all;
}

const PartnershipSetting* find_partnership_setting(std::string_view name) {
  const auto& all = partnership_settings();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == name; });
  return found == all.end() ? nullptr : &*found;
}

std::string usual_value(std::string_view name) {
  if (name == "content-notes") return "on";
  if (name == "reminder-hours") return "08:00-18:00";
  return name == "channel-failing-after" ? "60" : "";
}

std::string unsettled_value(std::string_view name, const Config& config, const InForce& base) {
  const auto& partnership = base.law.partnership();
  if (name == "partnership-name") return partnership.name;
  if (name == "sign-off-bodies") return fmt::format("{}", fmt::join(partnership.sign_off_bodies, ", "));
  if (name == "quorum-bodies") return fmt::format("{}", fmt::join(partnership.quorum_bodies, ", "));
  if (name == "quorum") return std::to_string(partnership.quorum);
  if (name == "coordinator-telephone") return config.mail.telephone;
  if (name == "coordinator-mailbox" && !config.mail.coordinators.empty()) return config.mail.coordinators.front();
  if (name == "safeguarding-telephone") return config.mail.safeguarding_telephone;
  if (name == "overlay-law") return config.overlay_text;
  return usual_value(name);
}

}  // namespace reviewd
