#include "reviewd/web/agencies/contact_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <sstream>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/form_offers.hpp"
#include "reviewd/web/words/form_typed.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/screen_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> weekdays{{{"MONDAY", "Monday"},
                                                                                 {"TUESDAY", "Tuesday"},
                                                                                 {"WEDNESDAY", "Wednesday"},
                                                                                 {"THURSDAY", "Thursday"},
                                                                                 {"FRIDAY", "Friday"}}};

bool lists(const json::array& texts, std::string_view text) {
  return std::any_of(texts.begin(), texts.end(), [&](const json::value& one) {
    return one.is_string() && std::string_view(one.get_string()) == text;
  });
}

bool is_open(const json::value& contact, const std::string& today) {
  const auto until = text_in(contact, "until");
  return until.empty() || until >= today;
}

json::array weekday_boxes(const json::array& closed) {
  json::array boxes;
  for (const auto& [value, words] : weekdays) {
    boxes.push_back(json::object{{"value", value},
                                 {"words", words},
                                 {"id", boxes.empty() ? std::string("closedWeekdays") : "closed-" + std::string(value)},
                                 {"chosen", lists(closed, value)}});
  }
  return boxes;
}

/// Which safeguarding partner an agency is, or none; a body that is no partner is kept as one choice more.
json::array body_choices(const std::string& body) {
  const auto& bodies = bodies_of_law();
  std::vector<std::pair<std::string, std::string>> choices;
  for (std::size_t i = 0; i < 3; ++i) choices.emplace_back(bodies[i].value, bodies[i].label);
  const bool is_known = std::any_of(choices.begin(), choices.end(), [&](const auto& one) { return one.first == body; });
  if (!body.empty() && !is_known) choices.emplace_back(body, body_words(body));
  choices.emplace_back("", "No");
  json::array radios;
  for (const auto& [value, words] : choices) {
    radios.push_back(json::object{{"value", value},
                                  {"words", words},
                                  {"id", radios.empty() ? "body" : "body-" + std::to_string(radios.size() + 1)},
                                  {"chosen", value == body}});
  }
  return radios;
}

/// `2026-05-25` of `25 5 2026`, `25/5/2026` or `2026-05-25`; other text as it is.
std::string day_of_line(const std::string& line) {
  std::string spaced = line;
  std::replace_if(
      spaced.begin(), spaced.end(), [](char c) { return c == '/' || c == '.' || c == '-'; }, ' ');
  std::istringstream words(spaced);
  std::array<int, 3> numbers{};
  for (auto& number : numbers) {
    if (!(words >> number)) return line;
  }
  const auto [first, month, last] = numbers;
  return first > 31 ? fmt::format("{:04}-{:02}-{:02}", first, month, last)
                    : fmt::format("{:04}-{:02}-{:02}", last, month, first);
}

json::object contact_row(const json::value& contact, const std::string& agency) {
  const auto id = text_in(contact, "contact");
  return {{"name", text_in(contact, "name")},
          {"role", contact_role_words(text_in(contact, "role"))},
          {"mailbox", text_in(contact, "mailbox")},
          {"telephone", text_in(contact, "telephone")},
          {"from", day_words(text_in(contact, "from"))},
          {"until", day_words(text_in(contact, "until"))},
          {"end", fmt::format("/contacts/{}/contacts/{}/end", percent_encoded(agency), percent_encoded(id))}};
}

}  // namespace

std::string contact_role_words(const std::string& role) {
  if (role == "MAIN") return "Main contact";
  if (role == "DEPUTY") return "Deputy";
  return role == "OUT_OF_HOURS" ? "Out of hours" : role;
}

View register_view(const json::value& agencies, const std::string& today, bool may_change) {
  json::array rows;
  for (const auto& agency : list_in(agencies, "agencies")) {
    json::array contacts;
    for (const auto& contact : list_in(agency, "contacts")) {
      if (is_open(contact, today)) contacts.push_back(contact_row(contact, text_in(agency, "agency")));
    }
    const bool none = contacts.empty();
    rows.push_back(json::object{{"agencyName", text_in(agency, "name")},
                                {"body", body_words(text_in(agency, "body"))},
                                {"address", "/contacts/" + percent_encoded(text_in(agency, "agency"))},
                                {"contacts", std::move(contacts)},
                                {"none", none}});
  }
  const bool has = !rows.empty();
  return {{"title", "Agencies and contacts"}, {"rows", std::move(rows)}, {"hasRows", has}, {"mayChange", may_change}};
}

View agency_view(const json::value& agency, const std::string& today, bool may_change) {
  const auto id = text_in(agency, "agency");
  json::array open;
  json::array ended;
  for (const auto& contact : list_in(agency, "contacts")) {
    (is_open(contact, today) ? open : ended).push_back(contact_row(contact, id));
  }
  std::string days;
  for (const auto& day : list_in(agency, "closedDays")) days += std::string(day.as_string()) + "\n";
  const bool has_ended = !ended.empty();
  const bool has_open = !open.empty();
  return {{"title", text_in(agency, "name")},
          {"agency", id},
          {"name", text_in(agency, "name")},
          {"bodies", body_choices(text_in(agency, "body"))},
          {"open", std::move(open)},
          {"hasOpen", has_open},
          {"ended", std::move(ended)},
          {"hasEnded", has_ended},
          {"weekdays", weekday_boxes(list_in(agency, "closedWeekdays"))},
          {"closedDays", days},
          {"action", "/contacts/" + percent_encoded(id)},
          {"mayChange", may_change}};
}

View agency_fields(const NameValues& form) {
  json::array closed;
  for (const auto& [name, value] : form) {
    if (name == "closedWeekdays") closed.push_back(json::string(value));
  }
  return {{"name", value_of(form, "name")},
          {"bodies", body_choices(value_of(form, "body"))},
          {"weekdays", weekday_boxes(closed)},
          {"closedDays", value_of(form, "closedDays")}};
}

json::object agency_wish(const NameValues& form) {
  json::array weekly;
  for (const auto& [name, value] : form) {
    if (name == "closedWeekdays") weekly.push_back(json::string(value));
  }
  json::array days;
  std::istringstream lines(value_of(form, "closedDays"));
  for (std::string line; std::getline(lines, line);) {
    if (const auto text = typed_text(line); !text.empty()) days.push_back(json::string(day_of_line(text)));
  }
  return {{"name", typed_text(value_of(form, "name"))},
          {"body", typed_text(value_of(form, "body"))},
          {"closedWeekdays", std::move(weekly)},
          {"closedDays", std::move(days)}};
}

View timeliness_view(const json::value& timeliness) {
  json::array rows;
  for (const auto& agency : list_in(timeliness, "agencies")) {
    const auto asked = number_in(agency, "asked");
    const auto waiting = number_in(agency, "waiting");
    const auto in_time = number_in(agency, "inTimescale");
    const auto due = asked - waiting;
    const auto name = text_in(agency, "name");
    rows.push_back(
        json::object{{"name", name == text_in(agency, "agency") ? agency_words(name) : name},
                     {"asked", std::to_string(asked)},
                     {"inTimescale", std::to_string(in_time)},
                     {"late", std::to_string(number_in(agency, "late"))},
                     {"waiting", std::to_string(waiting)},
                     {"outOfTimescale", std::to_string(number_in(agency, "outOfTimescale"))},
                     {"words", due == 0 ? std::string("Nothing was due yet")
                                        : fmt::format("{} of {} that were due came in timescale", in_time, due)}});
  }
  const bool has = !rows.empty();
  return {{"title", "How agencies answer"}, {"rows", std::move(rows)}, {"hasRows", has}};
}

}  // namespace reviewd
