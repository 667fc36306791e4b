#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "libreview/access/entry_access.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/case/case_list.hpp"
#include "reviewd/web/case/embargo_documents.hpp"
#include "reviewd/web/case/embargo_done.hpp"
#include "reviewd/web/case/embargo_facts.hpp"
#include "reviewd/web/case/embargo_forms.hpp"
#include "reviewd/web/case/embargo_reads.hpp"
#include "reviewd/web/case/lift_deciders.hpp"
#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

constexpr auto turns =
    "embargoPlaced,embargoExtended,embargoReadersNamed,embargoLiftProposed,embargoLifted,"
    "proceedingsReopened";

/// Whoever opened the case in an emergency reads it, and no more.
bool may_decide(const PageCall& call) {
  return review::records_kind(call.visitor.reader, "embargo-extended") &&
         !call.visitor.reader.glass.contains(call.path("case"));
}

std::string here(const PageCall& call) {
  return case_address(call) + "/embargoes/" + percent_encoded(call.path("embargo"));
}

const json::value* embargo_in(const json::value& of_case, const std::string& name) {
  for (const auto& one : list_in(of_case, "embargoes")) {
    if (text_in(one, "embargo") == name) return &one;
  }
  return nullptr;
}

/// What was typed and refused; nothing where the page is only looked at.
struct RefusedForm {
  NameValues typed{};
  json::value problem{};
};

void put_forms(PlainPage& page, const EmbargoFacts& facts, const RefusedForm& refused) {
  auto forms = embargo_forms(facts, refused.typed);
  if (refused.problem.is_object()) {
    std::vector<Question> questions;
    for (const auto& form : forms) {
      questions.insert(questions.end(), form.form.questions.begin(), form.form.questions.end());
    }
    page.faults = faults_of(refused.problem, questions);
  }
  for (auto& form : forms) page.sections.push_back(std::move(form));
}

/// What two people do to lift it, as far as it concerns the visitor.
void put_lifting(EmbargoFacts& facts, const PageCall& call, const json::value& entries) {
  for (const auto& one : lift_proposals(facts.embargo, entries)) {
    if (bare_person(one.by) == call.visitor.person || one.condition.empty()) continue;
    facts.condition = one.condition;
    facts.asked_by = facts.known.person(one.by);
  }
  facts.may_lift = flag_in(facts.embargo, "agreedBeforehand") || lift_waits_for(call);
  if (!facts.may_lift) facts.others = others_who_decide(call, facts.people, facts.known);
}

Response embargo_page(const PageCall& call, int status, const RefusedForm& refused) {
  const auto of_case = ask(call, {"GET", case_api(call)});
  if (!of_case.good()) return refused_page(call, of_case.status, of_case.json);
  const auto* embargo = embargo_in(of_case.json, call.path("embargo"));
  if (embargo == nullptr) return refused_page(call, 404, {});
  const auto entries = ask(call, {"GET", fmt::format("{}/entries?kinds={}&pageSize=200", case_api(call), turns)});
  const auto known = register_of(call);
  const bool live = !flag_in(*embargo, "lifted");
  PlainPage page{name_words(call.path("embargo")), "Case " + call.path("case"), case_address(call),
                 "Back to case " + call.path("case")};
  page.done = embargo_done(of_case.json, *embargo, call.request.parameter("recorded").value_or(""), known);
  const auto put = [&](std::vector<Section> sections) {
    for (auto& section : sections) page.sections.push_back(std::move(section));
  };
  put(embargo_facts(of_case.json, *embargo, entries.json, known));
  if (live) {
    page.sections.push_back(
        {.paragraphs = {"When the day that it is to be looked at by is over, nothing happens by itself. Nothing is "
                        "published, nobody else can read anything, and the embargo holds on until two people lift it. "
                        "Somebody is reminded until it is extended or lifted.",
                        "Actions, learning, recommendations and briefings are never under an embargo."}});
    json::array documents;
    if (case_list(call, "documents", documents).good())
      put(embargo_documents(documents, call.path("embargo"), case_address(call), may_decide(call)));
  }
  if (may_decide(call)) {
    const auto people = ask(call, {"GET", "/v1/people"});
    EmbargoFacts facts{of_case.json, *embargo, list_in(people.json, "people"), known, here(call)};
    if (live) put_lifting(facts, call, entries.json);
    put_forms(page, facts, refused);
  }
  page.sections.push_back(embargo_history(*embargo, entries.json, known, case_address(call)));
  put(embargo_reads(call, known, here(call)));
  return sections_page(call, page, status);
}

Response show_embargo(PageCall& call) { return embargo_page(call, 200, {}); }

Response change_embargo(PageCall& call) {
  if (!may_decide(call)) return refused_page(call, 403, {});
  const auto typed = form_values(call.request.body).value_or(NameValues());
  const auto entry = embargo_entry(call.path("embargo"), typed);
  if (entry.is_null()) {
    return embargo_page(call, 400, {typed, json::object{{"detail", "Choose what to do with the embargo."}}});
  }
  const auto done = ask(call, {"POST",
                               case_api(call) + "/entries",
                               json::serialize(entry),
                               {{"If-Match", fmt::format("\"{}\"", value_of(typed, "version"))}}});
  if (done.good()) return see_other(here(call) + "?recorded=" + percent_encoded(text_in(done.json, "entry")));
  if (done.status == 403 || done.status == 404 || done.status >= 500) return refused_page(call, done.status, done.json);
  return embargo_page(call, done.status, {typed, at_questions(done.json, typed)});
}

}  // namespace

std::vector<Page> embargo_pages() {
  return {{"GET", "/cases/{case}/embargoes/{embargo}", "embargoPage", Use::read, show_embargo},
          {"POST", "/cases/{case}/embargoes/{embargo}", "changeEmbargo", Use::write, change_embargo}};
}

}  // namespace reviewd
