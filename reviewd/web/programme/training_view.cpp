#include "reviewd/web/programme/training_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
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

std::string joined(const json::array& bodies, const Register& known) {
  std::string all;
  for (const auto& one : bodies) all += (all.empty() ? "" : ", ") + known.agency(std::string(one.as_string()));
  return all;
}

/// `Missing was seen apart. (Finding finding-2-1, programme p26-0001)`, with the way there.
Cell about_cell(const json::value& about, const std::string& says, const std::string& own) {
  const auto of_case = text_in(about, "ofCase");
  const auto& record = of_case.empty() ? own : of_case;
  for (const auto* sort : {"finding", "recommendation", "action"}) {
    const auto name = text_in(about, sort);
    if (name.empty()) continue;
    const auto where =
        fmt::format("{}, {}", name_words(name), of_case.empty() ? "of this programme" : record_caption(record));
    return {says.empty() ? where : fmt::format("{} ({})", says, where), record_address(record)};
  }
  return {};
}

Section course_of(const json::value& course, const std::string& programme, const Register& known) {
  const auto title = text_in(course, "title");
  const auto held = text_in(course, "heldOn");
  Section section{.heading = title.empty() ? name_words(text_in(course, "training")) : title};
  section.facts.emplace_back("Held", held.empty() ? "Not yet" : day_words(held));
  if (const auto planned = text_in(course, "plannedFor"); held.empty() && !planned.empty())
    section.facts.emplace_back("Planned for", day_words(planned));
  if (!held.empty()) section.facts.emplace_back("People who came", std::to_string(number_in(course, "people")));
  const auto absent = joined(list_in(course, "absent"), known);
  if (!absent.empty()) section.facts.emplace_back("Nobody came from", absent);
  const auto& sources = list_in(course, "about");
  const auto& says = list_in(course, "aboutWords");
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto words = i < says.size() ? text_in(says[i], "says") : std::string();
    section.links.push_back(about_cell(sources[i], words, programme));
  }
  if (!section.links.empty()) section.paragraphs = {"It follows from:"};
  section.table = {"Who came to " + section.heading, {"Agency", "People"}, {}};
  for (const auto& one : list_in(course, "attendance"))
    section.table.rows.push_back({{known.agency(text_in(one, "agency"))}, {std::to_string(number_in(one, "people"))}});
  if (section.table.rows.empty()) section.table = {};
  return section;
}

/// `After: 22 of 24 answered, Tuesday 12 May 2026`.
std::string round_words(const json::value& round) {
  const auto name = choice_words("EvaluationRound", text_in(round, "round"));
  if (!flag_in(round, "held")) return name + ": not asked.";
  const int answered = number_in(round, "answered");
  const auto of =
      round.as_object().contains("asked") ? fmt::format(" of {}", number_in(round, "asked")) : std::string();
  return fmt::format("{}: {}{} answered, {}.", name, answered, of, day_words(text_in(round, "on")));
}

std::string answer_words(const std::string& scale, int value) {
  constexpr std::array<const char*, 3> words = {"Yes", "Partly", "No"};
  if (scale == "YES_PARTLY_NO") return words.at(static_cast<std::size_t>(value - 1));
  return value == 1 ? "1, not at all" : value == 5 ? "5, completely" : std::to_string(value);
}

/// How many gave an answer in a round, with the share where enough people answered.
std::string figure_words(const json::value& round, int value) {
  if (!flag_in(round, "held")) return "Not asked";
  for (const auto& one : list_in(round, "answers")) {
    if (number_in(one, "value") != value) continue;
    const auto people = std::to_string(number_in(one, "people"));
    return one.as_object().contains("percent") ? fmt::format("{} ({}%)", people, number_in(one, "percent")) : people;
  }
  return "0";
}

Section question_of(const json::value& question, const std::string& course) {
  const auto text = text_in(question, "text");
  const auto scale = text_in(question, "scale");
  Section section{.heading = text.empty() ? name_words(text_in(question, "evaluation")) : text};
  const auto& rounds = list_in(question, "rounds");
  if (std::ranges::none_of(rounds, [](const json::value& round) { return flag_in(round, "held"); })) {
    section.paragraphs = {"Nobody has been asked yet: neither before, nor after, nor at three months."};
    return section;
  }
  section.table = {fmt::format("{}. {}", course, section.heading), {"Answer"}, {}};
  const int most = scale == "YES_PARTLY_NO" ? 3 : 5;
  for (int value = 1; value <= most; ++value) section.table.rows.push_back({{answer_words(scale, value)}});
  for (const auto& round : rounds) {
    section.paragraphs.push_back(round_words(round));
    const auto name = choice_words("EvaluationRound", text_in(round, "round"));
    section.table.columns.push_back(
        flag_in(round, "held") ? fmt::format("{} ({} answered)", name, number_in(round, "answered")) : name);
    for (int value = 1; value <= most; ++value)
      section.table.rows[static_cast<std::size_t>(value - 1)].push_back({figure_words(round, value)});
  }
  return section;
}

}  // namespace

PlainPage training_page_of(const json::value& answer, const Register& known, std::vector<Cell> ways) {
  const auto reference = text_in(answer, "programme");
  const auto address = record_address(reference);
  PlainPage page{.title = "Training and what it changed",
                 .caption = record_caption(reference),
                 .back = address,
                 .back_words = "Back to the programme"};
  const auto& courses = list_in(answer, "trainings");
  page.sections.push_back(
      {.paragraphs = {courses.empty() ? std::string("No training is planned yet.")
                                      : fmt::format("Those who come are asked the same questions before, after and "
                                                    "three months later. Where fewer than {} people answered, the "
                                                    "numbers stand without a share.",
                                                    number_in(answer, "fewest"))}});
  for (const auto& course : courses) {
    page.sections.push_back(course_of(course, reference, known));
    const auto heading = page.sections.back().heading;
    for (const auto& question : list_in(course, "questions")) page.sections.push_back(question_of(question, heading));
  }
  if (!ways.empty()) page.sections.push_back({.heading = "What to do next", .links = std::move(ways)});
  return page;
}

}  // namespace reviewd
