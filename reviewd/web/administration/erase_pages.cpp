#include <fmt/format.h>

#include <boost/json/serialize.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/form_typed.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string here(const PageCall& call, const std::string& entry) {
  return case_address(call) + "/erase" + (entry.empty() ? "" : "?entry=" + percent_encoded(entry));
}

json::object choice_of(const std::string& entry) {
  return entry.empty() ? json::object{} : json::object{{"entries", json::array{json::string(entry)}}};
}

/// A question for each legal hold in force, by its id.
std::vector<Question> questions_of(const json::value& preview, const NameValues& typed) {
  std::vector<std::pair<std::string, std::string>> grounds{{"", "Choose"}};
  for (const auto& ground : list_in(preview, "grounds")) {
    grounds.emplace_back(text_in(ground, "ground"), text_in(ground, "title") + " (" + text_in(ground, "cites") + ")");
  }
  std::vector<Question> questions{
      {"ground", "Why is it lawful?", "", Question::Sort::choice, value_of(typed, "ground"), std::move(grounds)}};
  for (const auto& hold : list_in(preview, "holds")) {
    const auto name = "hold-" + text_in(hold, "hold");
    questions.push_back({name,
                         text_in(hold, "title"),
                         "In force since " + day_words(text_in(hold, "since")) + ". Does anything here touch on it?",
                         Question::Sort::choice,
                         value_of(typed, name),
                         {{"", "Choose"},
                          {"no", "No, I have checked: nothing here touches on it"},
                          {"yes", "Yes, or I am not sure: it is kept"}}});
  }
  questions.push_back({"reason",
                       "Say why",
                       "The other person decides on this. Name nobody: this stays",
                       Question::Sort::area,
                       value_of(typed, "reason"),
                       {},
                       3});
  return questions;
}

/// The refusal, at the question about the hold that it names.
PlainFaults faults_at(const json::value& problem, const PlainForm& form, const json::value& preview,
                      const NameValues& typed) {
  auto moved = problem;
  for (auto& violation : moved.as_object()["violations"].as_array()) {
    if (text_in(violation, "pointer") != "/notUnderHolds") continue;
    for (const auto& hold : list_in(preview, "holds")) {
      const auto name = "hold-" + text_in(hold, "hold");
      if (value_of(typed, name) == "no") continue;
      violation.as_object()["pointer"] = "/" + name;
      break;
    }
  }
  return faults_of(moved, form.questions);
}

std::vector<std::pair<std::string, std::string>> facts_of(const json::value& preview) {
  const auto entries = static_cast<int>(list_in(preview, "entries").size());
  const auto documents = static_cast<int>(list_in(preview, "documents").size());
  std::vector<std::pair<std::string, std::string>> facts{
      {"Updates that lose their words", std::to_string(entries)},
      {"Documents whose contents go, in all versions", std::to_string(documents)},
      {"Drafts that go, whoever writes them", std::to_string(number_in(preview, "drafts"))}};
  if (const auto said = number_in(preview, "meetingEntries"); said > 0) {
    facts.emplace_back("What meetings recorded about this case", std::to_string(said));
  }
  facts.emplace_back("What stays",
                     "That each update was recorded, when and by whom; its days, choices and numbers; "
                     "who has seen the case; this decision");
  return facts;
}

Response erase_page(const PageCall& call, const std::string& entry, const NameValues& typed, int status,
                    const json::value& problem) {
  const auto preview = ask(call, {"POST", case_api(call) + ":previewErasure", json::serialize(choice_of(entry))});
  if (!preview.good()) return refused_page(call, preview.status == 409 ? 404 : preview.status, preview.json);
  PlainPage page{entry.empty() ? "Erase the words of this case" : "Erase the words of an update",
                 "Case " + call.path("case"),
                 entry.empty() ? case_address(call) : case_address(call) + "/entries/" + percent_encoded(entry),
                 entry.empty() ? "Back to the case" : "Back to the update"};
  Section what{.paragraphs = {"What is personal and everything that people wrote is taken out for good. Nobody can "
                              "bring it back. Backups made before have it until they are deleted: tell who keeps them.",
                              "It takes two people, and one of them looks after information governance."},
               .facts = facts_of(preview.json)};
  page.sections.push_back(std::move(what));
  if (const auto kept = text_in(preview.json, "kept"); !kept.empty()) {
    page.sections.push_back({.heading = "Not now", .paragraphs = {kept}});
    return sections_page(call, page, status);
  }
  PlainForm form{here(call, entry), questions_of(preview.json, typed), {{"propose", "Ask for approval"}}, {}};
  if (problem.is_object()) page.faults = faults_at(problem, form, preview.json, typed);
  page.sections.push_back({.heading = "Ask for it", .form = std::move(form)});
  return sections_page(call, page, status);
}

std::string entry_of(const PageCall& call) { return call.request.parameter("entry").value_or(""); }

Response show_erase(PageCall& call) {
  const auto entry = entry_of(call);
  return erase_page(call, entry, {}, 200, {});
}

Response take(PageCall& call) {
  const auto typed = form_values(call.request.body).value_or(NameValues());
  const auto entry = entry_of(call);
  auto wish = choice_of(entry);
  wish["ground"] = value_of(typed, "ground");
  wish["reason"] = typed_text(value_of(typed, "reason"));
  json::array not_under;
  constexpr std::string_view prefix = "hold-";
  for (const auto& [name, value] : typed) {
    if (name.starts_with(prefix) && value == "no") not_under.push_back(json::string(name.substr(prefix.size())));
  }
  wish["notUnderHolds"] = std::move(not_under);
  const auto made = ask(call, {"POST", case_api(call) + ":proposeErasure", json::serialize(wish)});
  if (made.status == 400 || made.status == 409) return erase_page(call, entry, typed, made.status, made.json);
  if (!made.good()) return refused_page(call, made.status, made.json);
  return see_other("/administration/approvals/" + percent_encoded(text_in(made.json, "approval")));
}

}  // namespace

std::vector<Page> erase_pages() {
  return {{"GET", "/cases/{case}/erase", "erasePage", Use::read, show_erase},
          {"POST", "/cases/{case}/erase", "proposeErasePage", Use::write, take}};
}

}  // namespace reviewd
