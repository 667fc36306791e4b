#include "reviewd/web/programme/pledge_view.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <string>
#include <utility>

#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string round_name(const json::value& round) { return fmt::format("Round {}", number_in(round, "round")); }

std::string pledge_words(const json::value& pledge) {
  const auto text = text_in(pledge, "text");
  return text.empty() ? name_words(text_in(pledge, "pledge")) : text;
}

Section counts_of(const json::value& answer) {
  const int made = number_in(answer, "made");
  if (made == 0) return {.paragraphs = {"No pledge has been made yet."}};
  Section section{.paragraphs = {fmt::format("Young people approved {} of {}. Whether a pledge is kept is for them to "
                                             "say.",
                                             number_in(answer, "approved"), made)}};
  section.table = {"What young people judge, of the pledges that they approved",
                   {"Round", "Kept", "Partly kept", "Not yet kept", "Not judged"},
                   {}};
  for (const auto& round : list_in(answer, "rounds")) {
    std::vector<Cell> cells{{round_name(round)}};
    for (const auto* key : {"kept", "partly", "notYet", "notJudged"})
      cells.push_back({std::to_string(number_in(round, key))});
    section.table.rows.push_back(std::move(cells));
  }
  if (section.table.rows.empty()) section.table = {};
  return section;
}

std::string judgement_words(const json::value& round) {
  const auto judged = choice_words("PledgeJudgement", text_in(round, "judgement"));
  if (judged.empty()) return "Not judged";
  if (!round.as_object().contains("youngPeople")) return judged;
  return fmt::format("{} ({})", judged, counted_words(number_in(round, "youngPeople"), "young person", "young people"));
}

Section pledges_of(const json::value& answer, const Register& known) {
  Section section{.heading = "Pledges", .table = {"Pledges", {"Pledge", "Made by", "How it stands"}, {}}};
  for (const auto& round : list_in(answer, "rounds")) section.table.columns.push_back(round_name(round));
  for (const auto& pledge : list_in(answer, "pledges")) {
    const auto by = text_in(pledge, "by");
    auto stands = choice_words("PledgeState", text_in(pledge, "state"));
    if (const auto answered = text_in(pledge, "answeredOn"); !answered.empty()) stands += ", " + day_words(answered);
    std::vector<Cell> cells{{pledge_words(pledge)}, {by.empty() ? by : known.agency(by)}, {stands}};
    for (const auto& round : list_in(pledge, "rounds")) cells.push_back({judgement_words(round)});
    section.table.rows.push_back(std::move(cells));
  }
  return section.table.rows.empty() ? Section{} : section;
}

Section said_of(const json::value& answer) {
  Section section{.heading = "In young people's words",
                  .table = {"What young people said", {"Pledge", "When", "Words"}, {}}};
  for (const auto& pledge : list_in(answer, "pledges")) {
    const auto put = [&](const json::value& said, const std::string& when) {
      const auto words = text_in(said, "words");
      if (!words.empty()) section.table.rows.push_back({{pledge_words(pledge)}, {when}, {words}});
    };
    put(pledge, day_words(text_in(pledge, "answeredOn")));
    for (const auto& round : list_in(pledge, "rounds"))
      put(round, fmt::format("{}, {}", round_name(round), day_words(text_in(round, "on"))));
  }
  return section.table.rows.empty() ? Section{} : section;
}

}  // namespace

PlainPage pledge_page_of(const json::value& answer, const Register& known, std::vector<Cell> ways) {
  const auto reference = text_in(answer, "programme");
  const auto address = record_address(reference);
  PlainPage page{.title = "Pledges to young people",
                 .caption = record_caption(reference),
                 .back = address,
                 .back_words = "Back to the programme"};
  page.sections = {counts_of(answer), pledges_of(answer, known), said_of(answer)};
  if (!ways.empty()) page.sections.push_back({.heading = "What to do next", .links = std::move(ways)});
  return page;
}

}  // namespace reviewd
