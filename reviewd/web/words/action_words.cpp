#include "reviewd/web/words/action_words.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string reason_words(const std::string& exception) {
  if (exception == "OVERDUE") return "its date is over";
  if (exception == "RED") return "it is off track";
  if (exception == "NOT_UPDATED") return "nothing was said of it since the round began";
  if (exception == "SLIPPED") return "its date moved later";
  return "nobody knows whether it made a difference";
}

std::string with_capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

}  // namespace

std::string action_standing(const json::value& action) {
  const auto progress = text_in(action, "progress");
  auto says = progress.empty() ? std::string("Nothing said yet") : choice_words("Progress", progress);
  if (const auto since = text_in(action, "completeSince"); !since.empty()) says += " since " + day_words(since);
  if (const auto update = text_in(action, "update"); !update.empty()) says += ". " + update;
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
