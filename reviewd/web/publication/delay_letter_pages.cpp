#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "libreview/access/entry_access.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/http/slow_part.hpp"
#include "reviewd/letters/letter.hpp"
#include "reviewd/paper/write_paper.hpp"
#include "reviewd/web/form/form_day.hpp"
#include "reviewd/web/form/plain_form.hpp"
#include "reviewd/web/frame/api_errors.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/form_key.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/review_address.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// What was typed, and what the API said to it.
struct Typing {
  std::string text{};
  std::string reasons{};
  std::string expected{};
  json::value problem{};
  int status = 200;
};

/// The letter as it was edited; the file is named by nobody. Of a review that is not there for the visitor there is no
/// letter to edit.
Response as_file(const PageCall& call, const std::string& text) {
  const auto letter = ask(call, {"GET", review_api(call) + "/delay-letter"});
  if (!letter.good()) return refused_page(call, letter.status, letter.json);
  auto paper = letter_of_text("Delay in publishing a local child safeguarding practice review", text);
  paper.above = "Case " + call.path("case");
  paper.marking = "OFFICIAL-SENSITIVE";
  paper.practice = call.storage.store().practice();
  Response made{200, paper_type};
  made.headers.emplace_back("Content-Disposition", "attachment; filename=\"letter-about-a-delay.odt\"");
  Response later;
  later.rest =
      SlowPart{SlowPart::Line::written, call.visitor.reader.person,
               [made = std::move(made), paper = std::move(paper), dated = call.moment.now](const std::stop_token&) {
                 auto response = made;
                 response.body = write_paper(paper, dated);
                 return response;
               }};
  return later;
}

Response show(const PageCall& call, const Typing& typing) {
  const auto letter = ask(call, {"GET", review_api(call) + "/delay-letter"});
  if (!letter.good()) return refused_page(call, letter.status, letter.json);
  const auto standing = ask(call, {"GET", review_api(call) + "/publication"});
  if (!standing.good()) return refused_page(call, standing.status, standing.json);
  const auto& reader = call.visitor.reader;
  const bool records = review::records_kind(reader, "delay-reported") && !reader.glass.contains(call.path("case"));
  Typed boxes;
  put_day(boxes, "expectedOn", typing.expected);
  View view{{"title", "Letter about the delay"},
            {"reference", call.path("case")},
            {"caseAddress", case_address(call)},
            {"action", review_address(call) + "/delay-letter"},
            {"version", number_in(standing.json, "version")},
            {"key", new_form_key()},
            {"mayRecord", records},
            {"letter", typing.text.empty() ? text_in(letter.json, "text") : typing.text},
            {"facts", list_in(letter.json, "facts")},
            {"reasons", typing.reasons},
            {"day", boxes.first("expectedOn.day")},
            {"month", boxes.first("expectedOn.month")},
            {"year", boxes.first("expectedOn.year")}};
  show_errors(view, typing.problem);
  return render(call, typing.status, "delay_letter", std::move(view));
}

Response show_letter(PageCall& call) { return show(call, {}); }

json::object entry_of(const PageCall& call, const Typing& typing) {
  json::object reported{
      {"review", call.path("review")}, {"to", json::array{"PANEL", "SECRETARY_OF_STATE"}}, {"reasons", typing.reasons}};
  if (!typing.expected.empty()) reported["expectedOn"] = typing.expected;
  return {{"delayReported", std::move(reported)}};
}

Response take(PageCall& call) {
  const auto form = form_values(call.request.body).value_or(NameValues());
  Typing typing{value_of(form, "letter"), value_of(form, "reasons"), day_typed(form, "expectedOn", true), {}, 200};
  if (value_of(form, "do") == "download") return as_file(call, typing.text);
  if (typing.reasons.empty()) {
    typing.status = 400;
    typing.problem = json::object{
        {"violations",
         json::array{json::object{{"pointer", "/reasons"}, {"message", "Say in a sentence why it is late"}}}}};
    return show(call, typing);
  }
  const auto answer =
      ask(call, {"POST",
                 case_api(call) + "/entries",
                 json::serialize(entry_of(call, typing)),
                 {{"If-Match", "\"" + value_of(form, "version") + "\""}, {"Idempotency-Key", value_of(form, "key")}}});
  if (answer.good()) {
    return see_other(case_address(call) + "?recorded=" + percent_encoded(text_in(answer.json, "entry")));
  }
  typing.status = answer.status;
  if (answer.status == 412) {
    typing.problem = json::object{
        {"detail", "Somebody recorded something meanwhile. Look at the facts as they are now, and record it again."}};
    return show(call, typing);
  }
  if (answer.status != 400 && answer.status != 409) return refused_page(call, answer.status, answer.json);
  typing.problem = answer.json;
  return show(call, typing);
}

}  // namespace

std::vector<Page> delay_letter_pages() {
  return {{"GET", "/cases/{case}/reviews/{review}/delay-letter", "delayLetterPage", Use::read, show_letter},
          {"POST", "/cases/{case}/reviews/{review}/delay-letter", "takeDelayLetter", Use::write, take}};
}

}  // namespace reviewd
