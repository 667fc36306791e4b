#include "reviewd/web/words/case_words.hpp"

#include <fmt/format.h>

#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string age_words(const json::value& child) {
  if (flag_in(child, "unborn")) return "Unborn at the incident";
  const auto& members = child.as_object();
  if (members.contains("ageWeeks")) return counted_words(number_in(child, "ageWeeks"), "week old", "weeks old");
  if (members.contains("ageYears")) return counted_words(number_in(child, "ageYears"), "year old", "years old");
  return {};
}

}  // namespace

std::string pseudonym_words(const json::array& names) {
  std::string words;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) words += i + 1 == names.size() ? " and " : ", ";
    words += std::string_view(names[i].as_string());
  }
  return words.empty() ? "Child not named yet" : words;
}

std::string case_name(const json::value& of_case) {
  json::array names;
  for (const auto& child : list_in(of_case, "children")) {
    if (const auto pseudonym = text_in(child, "pseudonym"); !pseudonym.empty())
      names.push_back(json::string(pseudonym));
  }
  return pseudonym_words(names);
}

json::object child_words(const json::value& child, const Register& known) {
  json::array facts;
  const auto say = [&](const std::string& words) {
    if (!words.empty()) facts.push_back(json::object{{"words", words}});
  };
  say(age_words(child));
  say(choice_words("Harm", text_in(child, "harm")));
  if (const auto died = text_in(child, "diedOn"); !died.empty()) say("Died on " + day_words(died));
  if (const auto abuse = text_in(child, "abuseOrNeglect"); !abuse.empty()) {
    say("Abuse or neglect: " + choice_words("AbuseOrNeglect", abuse));
  }
  if (flag_in(child, "lookedAfter")) say("Child in care");
  if (flag_in(child, "careLeaver")) say("Care leaver");
  say(choice_words("Plan", text_in(child, "plan")));
  if (const auto authority = text_in(child, "responsibleAuthority"); !authority.empty()) {
    say("Responsible local authority: " + known.authority(authority));
  }
  const auto pseudonym = text_in(child, "pseudonym");
  return {{"name", pseudonym.empty() ? name_words(text_in(child, "child")) : pseudonym}, {"facts", std::move(facts)}};
}

json::object hold_words(const json::value& hold) {
  const auto kind = text_in(hold, "kind");
  const auto what = kind == "COURT_ORDER"    ? "Court order"
                    : kind == "EMBARGO"      ? "Embargo"
                    : kind == "ANOTHER_CASE" ? "Another case"
                                             : "Proceedings";
  const auto since = text_in(hold, "since");
  const auto review = text_in(hold, "reviewOn");
  const auto elsewhere = text_in(hold, "case");
  return {{"what", what},
          {"name", name_words(text_in(hold, "name"))},
          {"why", practice_words(text_in(hold, "why"))},
          {"elsewhere", elsewhere},
          {"since", since.empty() ? "" : day_words(since)},
          {"reviewOn", review},
          {"review", review.empty() ? "No day was given" : day_words(review)}};
}

}  // namespace reviewd
