#include "reviewd/web/home/process_view.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <map>
#include <vector>

#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

struct Step {
  std::string_view title;
  std::vector<std::string_view> says;
  std::vector<std::string_view> clocks;  ///< the times that belong here, as the law calls them
  std::string_view decides{};            ///< the decision whose questions are shown
};

const std::vector<Step>& steps() {
  static const std::vector<Step> all = {
      {"Something serious happens to a child",
       {"A child has died or been seriously harmed, and abuse or neglect is known or suspected. Whoever learns of it "
        "tells the local authority at once.",
        "The local authority decides whether it must notify the National Panel, and writes down why. The other "
        "safeguarding partners are told too."},
       {"notify-panel", "tell-partners"},
       "notification"},
      {"A child in care or a care leaver dies",
       {"Whatever the cause of the death, the local authority also tells the Secretary of State."},
       {"notify-looked-after-death", "notify-care-leaver-death"}},
      {"The rapid review",
       {"Each agency that knew the child or family looks at its records and sends a short summary. An agency that knew "
        "nothing says so.",
        "The rapid review panel meets. It gathers the facts, checks that other children are safe now, sees what can be "
        "learned at once, and recommends what should happen next. The safeguarding partners decide."},
       {"agency-return", "rapid-review-meeting", "rapid-review"},
       "review"},
      {"The National Panel answers",
       {"The National Panel reads the rapid review. It may agree, disagree, ask for more, or carry out a national "
        "review."},
       {"panel-reply"}},
      {"The review",
       {"Not every case has a review: often the rapid review is enough. Where there is one, somebody independent looks "
        "at how agencies worked together. A review is about learning. It does not decide who is to blame.",
        "The family is asked to take part and is told how the review goes. Practitioners who worked with the child are "
        "asked too."},
       {"family-contact", "review-health-check", "reviewer-answer", "review-publish"}},
      {"Before the report is published",
       {"The National Panel and others get a copy before it is published. A trial, an inquest, a court order or the "
        "safety of a child can hold the report back. Then a day is set to look at that again.",
        "The family sees the report before anybody else outside the agencies does."},
       {"advance-copy", "embargo-review"}},
      {"After the report is published",
       {"The report stays on the website for a time. Nobody can tell from it who the child is."},
       {"keep-published"}},
      {"What changes because of it",
       {"Each action has an owner and a day. The safeguarding partners check that it was done, and that it made a "
        "difference, and tell the public once a year."},
       {"action", "yearly-report"}},
  };
  return all;
}

std::string unit_words(const json::value& version) {
  const auto unit = text_in(version, "unit");
  const auto length = number_in(version, "length");
  if (unit == "months") return counted_words(length, "month", "months");
  if (unit == "calendar-days") return counted_words(length, "day", "days, weekends included");
  return counted_words(length, "working day", "working days");
}

/// The version of the law that governs what begins on the day; null where there is none.
const json::value* in_force(const json::value& clock, const std::string& today) {
  const json::value* newest = nullptr;
  for (const auto& version : list_in(clock, "versions")) {
    if (text_in(version, "from") > today) continue;
    if (newest == nullptr || text_in(version, "from") > text_in(*newest, "from")) newest = &version;
  }
  return newest;
}

std::string status_words(const std::string& status) {
  if (status == "statute") return "The law says so";
  if (status == "statutory-guidance") return "Statutory guidance says so";
  if (status == "panel-guidance") return "The National Panel’s guidance says so";
  return "Our own aim";
}

std::string time_words(const json::value& clock, const json::value& version) {
  const auto length = unit_words(version);
  if (flag_in(clock, "minimum")) return fmt::format("For {} at least", length);
  if (flag_in(version, "back")) return fmt::format("{} before, or earlier", length);
  return fmt::format("Within {}", length);
}

/// A time as a row; empty where the law leaves it to each case or gives none.
json::object row_of(const json::value& clock, const std::string& today) {
  const auto* version = in_force(clock, today);
  const auto* local = clock.as_object().if_contains("local");
  json::object row{{"what", practice_words(text_in(clock, "title"))}};
  const auto* stands = version;
  if (flag_in(clock, "given")) {
    row["time"] = "By the day that is set in each case";
  } else if (version != nullptr && number_in(*version, "length") > 0) {
    row["time"] = time_words(clock, *version);
  } else if (local != nullptr) {
    row["time"] = time_words(clock, *local);
    stands = local;
  } else {
    return {};
  }
  const bool here = local != nullptr && stands == version;
  row["here"] = here ? fmt::format("Our own aim: {}", unit_words(*local)) : std::string();
  row["status"] = status_words(text_in(clock, "legalStatus"));
  std::string cites;
  // A local time is the partnership's own, whoever else has one like it.
  if (stands != nullptr && stands != local && text_in(clock, "legalStatus") != "local") {
    for (const auto& cite : list_in(*stands, "cites"))
      cites += (cites.empty() ? "" : "; ") + std::string(cite.as_string());
  }
  row["cites"] = cites;
  return row;
}

json::array questions(const json::value& law, std::string_view decision, const std::string& today) {
  json::array all;
  if (decision.empty()) return all;
  for (const auto& criterion : list_in(law, "criteria")) {
    if (text_in(criterion, "decision") != decision || text_in(criterion, "from") > today) continue;
    all.push_back(json::object{{"question", practice_words(text_in(criterion, "question"))}});
  }
  return all;
}

}  // namespace

View process_view(const json::value& law, const std::string& today) {
  std::map<std::string, const json::value*> clocks;
  for (const auto& clock : list_in(law, "clocks")) clocks[text_in(clock, "clock")] = &clock;
  json::array shown;
  int number = 0;
  for (const auto& step : steps()) {
    json::array paragraphs;
    for (const auto says : step.says) paragraphs.push_back(json::object{{"says", says}});
    json::array times;
    for (const auto id : step.clocks) {
      const auto found = clocks.find(std::string(id));
      if (found == clocks.end()) continue;
      if (auto row = row_of(*found->second, today); !row.empty()) times.push_back(std::move(row));
    }
    auto asked = questions(law, step.decides, today);
    shown.push_back(json::object{{"number", ++number},
                                 {"title", step.title},
                                 {"paragraphs", std::move(paragraphs)},
                                 {"hasTimes", !times.empty()},
                                 {"times", std::move(times)},
                                 {"hasQuestions", !asked.empty()},
                                 {"questions", std::move(asked)}});
  }
  return {{"title", "What happens at each stage"}, {"day", day_words(today)}, {"steps", std::move(shown)}};
}

}  // namespace reviewd
