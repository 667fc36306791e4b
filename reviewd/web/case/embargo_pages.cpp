#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "libreview/access/entry_access.hpp"
#include "libreview/calendar/london.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/case/embargo_forms.hpp"
#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/file_answer.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/form_fields.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

constexpr auto turns =
    "embargoPlaced,embargoExtended,embargoReadersNamed,embargoLiftProposed,embargoLifted,"
    "proceedingsReopened";

bool may_decide(const PageCall& call) { return review::records_kind(call.visitor.reader, "embargo-extended"); }

std::string here(const PageCall& call) {
  return case_address(call) + "/embargoes/" + percent_encoded(call.path("embargo"));
}

const json::value* embargo_in(const json::value& of_case, const std::string& name) {
  for (const auto& one : list_in(of_case, "embargoes")) {
    if (text_in(one, "embargo") == name) return &one;
  }
  return nullptr;
}

const json::value* entry_in(const json::value& entries, const std::string& id) {
  for (const auto& one : list_in(entries, "entries")) {
    if (text_in(one, "entry") == id) return &one;
  }
  return nullptr;
}

/// What an entry of the embargo says in words, whichever field it stands in.
std::string said_in(const json::value& entry) {
  const auto* kind = kind_in(entry);
  if (kind == nullptr) return {};
  const json::value said = object_in(entry, kind->json);
  std::string all;
  for (const auto* field : {"reason", "conditions", "evidence", "reasons"}) {
    const auto text = text_in(said, field);
    if (!text.empty()) all += (all.empty() ? "" : "\n") + text;
  }
  return all;
}

std::string joined_words(const json::value& from, std::string_view list, auto words) {
  std::string all;
  for (const auto& one : list_in(from, list)) {
    all += (all.empty() ? "" : ", ") + words(std::string(one.as_string()));
  }
  return all;
}

/// A proposal to lift it that still stands.
struct Proposal {
  std::string by;
  std::string condition;  ///< what must have happened first, where it was agreed beforehand
};

/// Oldest first. An extension, and proceedings that are open again, end what was proposed before.
std::vector<Proposal> proposals_of(const json::value& embargo, const json::value& entries) {
  std::vector<Proposal> all;
  for (const auto& turn : list_in(embargo, "history")) {
    const auto kind = text_in(turn, "kind");
    if (kind == "embargo-extended" || kind == "proceedings-reopened") all.clear();
    const auto* entry = entry_in(entries, text_in(turn, "entry"));
    if (kind != "embargo-lift-proposed" || entry == nullptr) continue;
    const json::value said = object_in(*entry, "embargoLiftProposed");
    all.push_back({text_in(*entry, "recordedBy"), text_in(said, "conditions")});
  }
  return all;
}

Section facts_of(const json::value& of_case, const json::value& embargo, const json::value& entries,
                 const Register& known) {
  const auto& history = list_in(embargo, "history");
  const auto* placed = history.empty() ? nullptr : entry_in(entries, text_in(history.front(), "entry"));
  const json::value said = placed == nullptr ? json::object() : object_in(*placed, "embargoPlaced");
  std::string proceedings;
  for (const auto& one : list_in(of_case, "proceedings")) {
    for (const auto& name : list_in(embargo, "proceedings")) {
      if (text_in(one, "proceedings") != std::string(name.as_string())) continue;
      proceedings += (proceedings.empty() ? "" : ", ") + choice_words("ProceedingsKind", text_in(one, "kind")) +
                     (flag_in(one, "open") ? " (open)" : " (ended)");
    }
  }
  const auto readers = joined_words(embargo, "readers", [&](const std::string& one) { return known.person(one); });
  Section section;
  const auto add = [&](const char* key, std::string words) {
    if (!words.empty()) section.facts.emplace_back(key, std::move(words));
  };
  add("Covers", joined_words(embargo, "covers", [](const std::string& one) { return choice_words("Covered", one); }));
  add("Documents", joined_words(embargo, "documents", [](const std::string& one) { return name_words(one); }));
  add("Why", text_in(said, "reason"));
  add("Proceedings", proceedings);
  add("On whose authority", text_in(said, "authority"));
  add("Since", day_words(text_in(embargo, "since")));
  if (flag_in(embargo, "lifted")) {
    add("Lifted on", day_words(text_in(embargo, "liftedOn")));
  } else {
    add("Looked at again on", day_words(text_in(embargo, "reviewOn")));
    add("Who may read it", readers.empty() ? "Nobody is named. The review coordinators and the chair may" : readers);
    add("You", flag_in(embargo, "openToYou") ? "You may read what it covers" : "You may not read what it covers");
    if (flag_in(embargo, "agreedBeforehand")) {
      add("Lifting", "Two people agreed beforehand. One of them confirms it on the day");
    } else if (flag_in(embargo, "liftProposed")) {
      add("Lifting", "One person proposed it. It waits for a second");
    }
    std::string condition;
    std::string by;
    for (const auto& one : proposals_of(embargo, entries)) {
      if (condition.find(one.condition) == std::string::npos)
        condition += (condition.empty() ? "" : "\n") + one.condition;
      by += (by.empty() ? "" : ", ") + known.person(one.by);
    }
    add("What must have happened first", condition);
    add(flag_in(embargo, "agreedBeforehand") ? "Agreed by" : "Proposed by", by);
  }
  return section;
}

Section history_of(const PageCall& call, const json::value& embargo, const json::value& entries,
                   const Register& known) {
  Section section{.table = {"History, oldest first", {"Day", "What", "Who recorded it", "What they said"}, {}}};
  for (const auto& turn : list_in(embargo, "history")) {
    const auto id = text_in(turn, "entry");
    const auto* entry = entry_in(entries, id);
    const auto* kind = entry == nullptr ? nullptr : kind_in(*entry);
    section.table.rows.push_back({{day_words(text_in(turn, "on"))},
                                  {kind == nullptr ? "An update" : practice_words(kind->label),
                                   case_address(call) + "/entries/" + percent_encoded(id)},
                                  {entry == nullptr ? std::string() : known.person(text_in(*entry, "recordedBy"))},
                                  {entry == nullptr ? std::string() : said_in(*entry)}});
  }
  return section;
}

Section reads_of(const PageCall& call, const Register& known) {
  const auto reads = ask(
      call, {"GET", case_api(call) + "/embargoes/" + percent_encoded(call.path("embargo")) + "/reads?pageSize=200"});
  if (!reads.good()) return {};
  Section section{.heading = "Who has read what it covers"};
  section.table = {"Newest first", {"When", "Who", "What"}, {}};
  for (const auto& read : list_in(reads.json, "reads")) {
    const auto document = text_in(read, "document");
    const auto at = review::parse_instant(text_in(read, "time"));
    section.table.rows.push_back(
        {{at ? fmt::format("{} at {}", instant_words(text_in(read, "time")), review::london_time(*at)) : ""},
         {known.person(text_in(read, "person"))},
         {document.empty() ? "Updates, or the titles of documents" : "A copy of " + name_words(document)}});
  }
  if (section.table.rows.empty()) {
    section.table = {};
    section.paragraphs = {"Nobody has read it so far."};
  }
  return section;
}

Response embargo_page(const PageCall& call, int status, const NameValues& typed, const json::value& problem) {
  const auto of_case = ask(call, {"GET", case_api(call)});
  if (!of_case.good()) return refused_page(call, of_case.status, of_case.json);
  const auto* embargo = embargo_in(of_case.json, call.path("embargo"));
  if (embargo == nullptr) return refused_page(call, 404, {});
  const auto entries = ask(call, {"GET", fmt::format("{}/entries?kinds={}&pageSize=200", case_api(call), turns)});
  const auto known = register_of(call);
  PlainPage page{name_words(call.path("embargo")), "Case " + call.path("case"), case_address(call),
                 "Back to case " + call.path("case")};
  page.sections.push_back(facts_of(of_case.json, *embargo, entries.json, known));
  if (!flag_in(*embargo, "lifted")) {
    page.sections.push_back(
        {.paragraphs = {"When the day to look at it again goes by, nothing happens by itself. Nothing is published, "
                        "nobody else can read anything, and the embargo holds on until two people lift it. Somebody is "
                        "reminded until it is extended or lifted.",
                        "Actions, learning, recommendations and briefings are never under an embargo."}});
  }
  if (may_decide(call)) {
    const auto people = ask(call, {"GET", "/v1/people"});
    EmbargoFacts facts{of_case.json, *embargo, list_in(people.json, "people"), known, here(call)};
    for (const auto& one : proposals_of(*embargo, entries.json)) {
      if (one.by == call.visitor.person || one.by == "people/" + call.visitor.person || one.condition.empty()) continue;
      facts.condition = one.condition;
      facts.asked_by = known.person(one.by);
    }
    auto forms = embargo_forms(facts, typed);
    if (problem.is_object()) {
      std::vector<Question> questions;
      for (const auto& form : forms) {
        questions.insert(questions.end(), form.form.questions.begin(), form.form.questions.end());
      }
      page.faults = faults_of(problem, questions);
    }
    for (auto& form : forms) page.sections.push_back(std::move(form));
  }
  page.sections.push_back(history_of(call, *embargo, entries.json, known));
  if (auto reads = reads_of(call, known); !reads.heading.empty()) page.sections.push_back(std::move(reads));
  return sections_page(call, page, status);
}

Response show_embargo(PageCall& call) { return embargo_page(call, 200, {}, {}); }

Response change_embargo(PageCall& call) {
  if (!may_decide(call)) return refused_page(call, 403, {});
  const auto typed = form_values(call.request.body).value_or(NameValues());
  const auto entry = embargo_entry(call.path("embargo"), typed);
  if (entry.is_null()) {
    return embargo_page(call, 400, typed, json::object{{"detail", "Choose what to do with the embargo."}});
  }
  const auto done = ask(call, {"POST",
                               case_api(call) + "/entries",
                               json::serialize(entry),
                               {{"If-Match", fmt::format("\"{}\"", value_of(typed, "version"))}}});
  if (done.good()) return see_other(here(call));
  if (done.status == 403 || done.status == 404 || done.status >= 500) return refused_page(call, done.status, done.json);
  return embargo_page(call, done.status, typed, at_questions(done.json, typed));
}

/// How long reports have been held, and why, over the cases that the visitor sees.
Response held_page(PageCall& call) {
  auto asked = std::string("/v1/embargoes?pageSize=200");
  const auto from = call.request.parameter("page").value_or("");
  if (!from.empty()) asked += "&pageToken=" + percent_encoded(from);
  const auto answer = ask(call, {"GET", asked});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  PlainPage page{"How long reports have been held", "", "/overview", "Back to where every review stands"};
  Section section;
  section.table = {"Embargoes, what has held longest first",
                   {"Case", "What it covers", "Why", "Held for", "Looked at again on"},
                   {}};
  for (const auto& one : list_in(answer.json, "embargoes")) {
    std::string why;
    for (const auto& proceedings : list_in(one, "proceedings")) {
      why += (why.empty() ? "" : ", ") + choice_words("ProceedingsKind", text_in(proceedings, "kind"));
    }
    const auto address = fmt::format("/cases/{}/embargoes/{}", percent_encoded(text_in(one, "case")),
                                     percent_encoded(text_in(one, "embargo")));
    auto review_on = flag_in(one, "lifted") ? "Lifted on " + day_words(text_in(one, "liftedOn"))
                                            : day_words(text_in(one, "reviewOn"));
    if (flag_in(one, "overdue")) review_on += ". That day is over";
    section.table.rows.push_back(
        {{text_in(one, "case") + " " + joined_words(one, "pseudonyms", [](const std::string& name) { return name; }),
          address},
         {joined_words(one, "covers", [](const std::string& sort) { return choice_words("Covered", sort); })},
         {why.empty() ? "No proceedings are named" : why},
         {counted_words(number_in(one, "daysHeld"), "day", "days")},
         {review_on}});
  }
  if (section.table.rows.empty() && from.empty())
    section = {.paragraphs = {"Nothing is under an embargo, in the cases that you see."}};
  section.links = {{"Download as a spreadsheet (CSV)", "/held.csv"}};
  if (const auto next = text_in(answer.json, "nextPageToken"); !next.empty())
    section.links.push_back({"Next page", "/held?page=" + percent_encoded(next)});
  page.sections.push_back(std::move(section));
  return sections_page(call, page);
}

Response held_file(PageCall& call) { return file_answer(call, "/v1/embargoes:csv"); }

}  // namespace

std::vector<Page> embargo_pages() {
  return {{"GET", "/cases/{case}/embargoes/{embargo}", "embargoPage", Use::read, show_embargo},
          {"POST", "/cases/{case}/embargoes/{embargo}", "changeEmbargo", Use::write, change_embargo},
          {"GET", "/held", "heldPage", Use::read, held_page},
          {"GET", "/held.csv", "heldFile", Use::read, held_file}};
}

}  // namespace reviewd
