#include "reviewd/web/case/rehearsal_view.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/case/case_view.hpp"
#include "reviewd/web/form/form_errors.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/joined_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using Words = std::pair<std::string_view, std::string_view>;

constexpr std::array<Words, 5> kinds{{{"NAME", "Names"},
                                      {"DATE_OF_BIRTH", "Dates of birth"},
                                      {"ADDRESS", "Addresses"},
                                      {"SCHOOL", "Schools and nurseries"},
                                      {"NHS_NUMBER", "NHS numbers"}}};
constexpr std::array<Words, 6> ways{{{"EXACT", "as recorded"},
                                     {"POSSESSIVE", "as recorded, with an apostrophe"},
                                     {"MISSPELT", "perhaps misspelt"},
                                     {"PART", "a part of it"},
                                     {"INITIALS", "initials"},
                                     {"DATE_WRITTEN_OTHERWISE", "written in another way"}}};
constexpr std::array<Words, 4> found_words{{{"", "Nothing is decided: what is said to have happened is alleged."},
                                            {"FOUND", "Proceedings found it."},
                                            {"NOT_FOUND", "Proceedings did not find it."},
                                            {"NOT_DECIDED", "Proceedings ended without deciding it."}}};

template <std::size_t count>
std::string words_of(const std::array<Words, count>& table, const std::string& code) {
  for (const auto& [known, words] : table) {
    if (known == code) return std::string(words);
  }
  return code;
}

std::string times_words(int times) { return times > 1 ? fmt::format("{} times in this place", times) : std::string(); }

json::object mention_row(const json::value& mention) {
  return {{"place", text_in(mention, "place")},
          {"before", text_in(mention, "before")},
          {"match", text_in(mention, "match")},
          {"after", text_in(mention, "after")},
          {"times", shown(times_words(number_in(mention, "times")))}};
}

json::array mention_rows(const json::value& of) {
  json::array rows;
  for (const auto& mention : list_in(of, "mentions")) rows.push_back(mention_row(mention));
  return rows;
}

json::object finding_row(const json::value& finding) {
  auto row = mention_row(finding);
  row["whose"] = joined_words(finding, "whose");
  row["how"] = words_of(ways, text_in(finding, "how"));
  row["look"] = flag_in(finding, "look");
  return row;
}

json::array finding_groups(const json::array& findings) {
  json::array groups;
  for (const auto& [kind, title] : kinds) {
    json::array rows;
    for (const auto& finding : findings) {
      if (text_in(finding, "kind") == kind) rows.push_back(finding_row(finding));
    }
    if (!rows.empty()) groups.push_back(json::object{{"title", title}, {"rows", std::move(rows)}});
  }
  return groups;
}

json::array titled(const json::array& kinds_found, bool has_title) {
  json::array all;
  for (const auto& kind : kinds_found) {
    all.push_back(json::object{{"title", text_in(kind, has_title ? "title" : "advice")},
                               {"advice", shown(has_title ? text_in(kind, "advice") : "")},
                               {"rows", mention_rows(kind)}});
  }
  return all;
}

void put_errors(View& view, const json::value& problem) {
  json::array errors;
  for (const auto& error : problem.is_object() ? errors_of(problem) : std::vector<FormError>()) {
    const bool has_input = error.path == "document" || error.path == "text";
    errors.push_back(json::object{{"href", shown(has_input ? "#" + error.path : "")}, {"text", error.message}});
    if (error.path == "document") view["documentError"] = error.message;
  }
  view["hasErrors"] = !errors.empty();
  view["errors"] = std::move(errors);
}

json::array choices_of(const json::array& documents, const std::string& chosen) {
  json::array choices;
  for (const auto& document : documents) {
    if (text_in(document, "state") != "CLEAN") continue;
    const auto name = text_in(document, "document");
    choices.push_back(json::object{
        {"value", name},
        {"words", fmt::format("{} (version {})", text_in(document, "title"), number_in(document, "version"))},
        {"chosen", name == chosen}});
  }
  return choices;
}

}  // namespace

View rehearsal_form_view(const json::value& of_case, const std::string& review, const json::array& documents,
                         const RehearsalInputs& inputs, const json::value& problem) {
  View view;
  put_identity(view, of_case);
  view["title"] = "Check the report before publication";
  const std::string address(view["caseAddress"].as_string());
  view["action"] = fmt::format("{}/reviews/{}/rehearsal", address, percent_encoded(review));
  view["plan"] = fmt::format("{}/reviews/{}/publication", address, percent_encoded(review));
  auto recorded = fmt::format("{}/add/reportRehearsed?reportRehearsed.review={}", address, percent_encoded(review));
  if (!inputs.document.empty()) recorded += "&reportRehearsed.document=" + percent_encoded(inputs.document);
  view["recordChecked"] = recorded;
  auto choices = choices_of(documents, inputs.document);
  view["hasDocuments"] = !choices.empty();
  view["documents"] = std::move(choices);
  view["titleValue"] = inputs.title;
  view["address"] = inputs.address;
  view["text"] = inputs.text;
  view["finding"] = words_of(found_words, text_in(of_case, "finding"));
  view["checked"] = false;
  put_errors(view, problem);
  return view;
}

void put_rehearsals(View& view, const std::string& address, const json::value& of_case) {
  const auto& reviews = list_in(of_case, "reviews");
  json::array links;
  for (const auto& review : reviews) {
    const auto name = text_in(review, "review");
    links.push_back(json::object{{"address", fmt::format("{}/reviews/{}/rehearsal", address, percent_encoded(name))},
                                 {"of", reviews.size() > 1 ? ": " + name_words(name) : std::string()}});
  }
  view["rehearsals"] = std::move(links);
}

void put_rehearsed(View& view, const json::value& rehearsed) {
  view["checked"] = true;
  auto groups = finding_groups(list_in(rehearsed, "findings"));
  auto jigsaw = titled(list_in(rehearsed, "jigsaw"), true);
  auto wording = titled(list_in(rehearsed, "wording"), false);
  json::array places;
  for (const auto& one : list_in(rehearsed, "checked")) {
    places.push_back(
        json::object{{"place", text_in(one, "place")},
                     {"characters", counted_words(number_in(one, "characters"), "character", "characters")}});
  }
  json::array unread;
  for (const auto& one : list_in(rehearsed, "unreadable")) {
    unread.push_back(json::object{{"place", text_in(one, "place")}, {"says", text_in(one, "says")}});
  }
  view["nothing"] = groups.empty() && jigsaw.empty() && wording.empty();
  view["hasGroups"] = !groups.empty();
  view["groups"] = std::move(groups);
  view["hasJigsaw"] = !jigsaw.empty();
  view["jigsaw"] = std::move(jigsaw);
  view["hasWording"] = !wording.empty();
  view["wording"] = std::move(wording);
  view["hasPlaces"] = !places.empty();
  view["places"] = std::move(places);
  view["hasUnread"] = !unread.empty();
  view["unread"] = std::move(unread);
}

}  // namespace reviewd
