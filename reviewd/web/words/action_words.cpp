#include "reviewd/web/words/action_words.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "libreview/vocabulary/names.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string reason_words(const std::string& exception) {
  if (exception == "OVERDUE") return "its date is over";
  if (exception == "RED") return "it is off track";
  if (exception == "NOT_UPDATED") return "its owner did not say in time how it stands";
  if (exception == "SLIPPED") return "its date moved later";
  if (exception == "ESCALATED") return "it was escalated in the round";
  if (exception == "UNANSWERED") return "it was escalated, and nothing was said of it since";
  if (exception == "NOT_CHANGED") return "somebody looked again, and nothing had changed";
  if (exception == "LOOK_OVERDUE") return "the day to look again whether it made a difference is over";
  return "nobody knows whether it made a difference";
}

/// The newest time that it was raised with somebody.
std::string escalated_words(const json::value& action) {
  const auto all = list_in(action, "escalations");
  if (all.empty()) return {};
  const auto answered = text_in(all.back(), "answeredOn");
  auto says = fmt::format("Escalated to {} on {}, {}", hearer_words(text_in(all.back(), "to")),
                          day_words(text_in(all.back(), "on")),
                          answered.empty() ? "not answered" : "answered on " + day_words(answered));
  const auto why = text_in(action, "whyEscalated");
  return why.empty() ? says : fmt::format("{}: {}", says, why);
}

std::string with_capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

}  // namespace

std::string hearer_words(const std::string& body) {
  const auto words = agency_words(body);
  return words == body ? name_words(review::spellings_of_body(body).reference) : words;
}

std::string action_standing(const json::value& action) {
  const auto progress = text_in(action, "progress");
  auto says = progress.empty() ? std::string("Nothing said yet") : choice_words("Progress", progress);
  if (const auto since = text_in(action, "completeSince"); !since.empty()) says += " since " + day_words(since);
  if (const auto update = text_in(action, "update"); !update.empty()) says += ". " + update;
  if (const auto escalated = escalated_words(action); !escalated.empty())
    says += (says.ends_with('.') ? " " : ". ") + escalated;
  return says;
}

std::string action_reached(const json::value& action) {
  const auto reached = text_in(action, "reached");
  if (reached.empty()) return "Not said";
  auto says = choice_words("Reached", reached);
  std::string skipped;
  for (const auto& one : list_in(action, "skipped")) {
    skipped += (skipped.empty() ? "" : ", ") + choice_words("Reached", std::string(one.as_string()));
  }
  return skipped.empty() ? says : fmt::format("{}. Left out: {}", says, skipped);
}

std::string action_due(const json::value& action) {
  auto says = short_day_words(text_in(action, "dueOn"));
  if (flag_in(action, "overdue")) says += ". Overdue";
  if (const int times = number_in(action, "timesMoved"); times > 0) {
    says += ". Moved later " + counted_words(times, "time", "times");
  }
  return says;
}

std::string action_owner(const json::value& action, const Register& known) {
  auto says = known.agency(text_in(action, "owner"));
  if (const auto person = text_in(action, "person"); !person.empty()) says += ", " + known.person(person);
  return says;
}

std::string exception_words(const json::value& action) {
  std::string all;
  for (const auto& one : list_in(action, "exceptions")) {
    all += (all.empty() ? "" : "; ") + reason_words(std::string(one.as_string()));
  }
  return with_capital(all);
}

}  // namespace reviewd
