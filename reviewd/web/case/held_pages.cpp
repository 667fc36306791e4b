#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/file_answer.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/joined_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

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
                   {"Case", "What it covers", "Why", "Held for", "To be looked at by"},
                   {}};
  for (const auto& one : list_in(answer.json, "embargoes")) {
    std::string why;
    for (const auto& proceedings : list_in(one, "proceedings")) {
      why += (why.empty() ? "" : ", ") + choice_words("ProceedingsKind", text_in(proceedings, "kind"));
    }
    const auto address = embargo_address(record_in(one), text_in(one, "embargo"));
    auto review_on = flag_in(one, "lifted") ? "Lifted on " + day_words(text_in(one, "liftedOn"))
                                            : day_words(text_in(one, "reviewOn"));
    if (flag_in(one, "overdue")) review_on += ". That day is over";
    section.table.rows.push_back(
        {{record_in(one) + " " + joined_words(one, "pseudonyms"), address},
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

std::vector<Page> held_pages() {
  return {{"GET", "/held", "heldPage", Use::read, held_page}, {"GET", "/held.csv", "heldFile", Use::read, held_file}};
}

}  // namespace reviewd
