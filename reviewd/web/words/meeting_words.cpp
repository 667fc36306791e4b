#include "reviewd/web/words/meeting_words.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::vector<std::string> agencies_in(const json::value& quorum, std::string_view member) {
  std::vector<std::string> agencies;
  for (const auto& one : list_in(quorum, member)) {
    if (one.is_string()) agencies.push_back(agency_in_words(std::string(one.get_string())));
  }
  return agencies;
}

}  // namespace

std::string listed_words(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    text += i == 0 ? "" : i + 1 == words.size() ? " and " : ", ";
    text += words[i];
  }
  return text;
}

std::string agency_in_words(const std::string& agency) {
  auto words = agency_words(agency);
  if (!words.empty() && words[0] >= 'A' && words[0] <= 'Z' && (words.size() < 2 || words[1] > 'Z')) {
    words[0] = static_cast<char>(words[0] - 'A' + 'a');
  }
  return "the " + words;
}

std::string quorum_words(const json::value& meeting) {
  const json::value quorum = object_in(meeting, "quorum");
  const auto there = agencies_in(quorum, "there");
  const auto missing = agencies_in(quorum, "missing");
  if (list_in(meeting, "attendance").empty()) {
    auto all = missing;
    all.insert(all.begin(), there.begin(), there.end());
    const auto needed = number_in(quorum, "needed");
    return needed >= static_cast<int>(all.size())
               ? fmt::format("Who came is not recorded yet. For a quorum, {} must be there.", listed_words(all))
               : fmt::format("Who came is not recorded yet. For a quorum, {} of these must be there: {}.", needed,
                             listed_words(all));
  }
  if (!flag_in(quorum, "quorate")) return fmt::format("Not quorate: nobody came for {}.", listed_words(missing));
  return fmt::format("Quorate: {} {} there.", listed_words(there), there.size() == 1 ? "was" : "were");
}

std::string meeting_state_words(const std::string& state) {
  if (state == "CALLED") return "Called";
  if (state == "ENDED") return "Ended";
  return state == "CANCELLED" ? "Will not be held" : state;
}

const std::vector<Offer>& conflict_choices() {
  static const std::vector<Offer> all = {
      {"STAYS_DECLARED", "Stays, declared: takes part as before, and the minutes say that there is a conflict"},
      {"NO_POSITION", "Gives no view: stays and listens, and does not say what should follow"},
      {"LEAVES_ITEM", "Leaves the item: is not there for it, and does not see its papers or minutes"},
      {"EXCLUDED", "Excluded from the case: does not see the case or the item at all"}};
  return all;
}

std::string conflict_words(const std::string& managed) {
  for (const auto& one : conflict_choices()) {
    if (one.value == managed) return one.label.substr(0, one.label.find(':'));
  }
  return managed;
}

}  // namespace reviewd
