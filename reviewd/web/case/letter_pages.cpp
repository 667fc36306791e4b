#include <boost/json/array.hpp>

#include "libreview/vocabulary/parse_json.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/http/slow_part.hpp"
#include "reviewd/web/case/case_view.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/file_answer.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

Response letters_page(PageCall& call) {
  const auto listed = ask(call, {"GET", case_api(call) + "/letters"});
  if (!listed.good()) return refused_page(call, listed.status, listed.json);
  const auto found = ask(call, {"GET", case_api(call)});
  if (!found.good()) return refused_page(call, found.status, found.json);
  const auto address = case_address(call);
  json::array letters;
  for (const auto& one : list_in(listed.json, "letters")) {
    const auto& missing = list_in(one, "missing");
    letters.push_back(
        json::object{{"title", text_in(one, "title")},
                     {"address", address + "/letters/" + percent_encoded(text_in(one, "letter"))},
                     {"hasMissing", !missing.empty()},
                     {"missing", missing},
                     {"missingCount", counted_words(static_cast<int>(missing.size()), "thing is", "things are")}});
  }
  View view{{"title", "Letters and submissions"}, {"reference", call.path("case")}, {"caseAddress", address},
            {"pdf", flag_in(listed.json, "pdf")}, {"hasLetters", !letters.empty()}, {"letters", std::move(letters)}};
  put_identity(view, found.json);
  return render(call, 200, "letters", std::move(view));
}

std::string letter_api(const PageCall& call) {
  return case_api(call) + "/letters/" + percent_encoded(call.path("letter"));
}

Response as_text(PageCall& call) { return file_answer(call, letter_api(call) + ":odt"); }

Response as_pdf(PageCall& call) {
  auto answer = answer_to(call, {"GET", letter_api(call) + ":pdf"});
  auto* rest = std::get_if<SlowPart>(&answer.rest);
  if (rest == nullptr) {
    return answer.status == 200
               ? answer
               : refused_page(call, answer.status, review::parse_json(answer.body).value_or(json::value()));
  }
  // The page for one that cannot be made is made now: later nothing is known of who asks.
  const auto sorry = refused_page(call, 503,
                                  json::object{{"detail",
                                                "The PDF cannot be made at this moment. Take the OpenDocument text, or "
                                                "try again in a minute; if it stays so, tell who looks after this "
                                                "service."}});
  Response later;
  later.rest = then(std::move(*rest), [sorry](Response made) { return made.status == 200 ? std::move(made) : sorry; });
  return later;
}

}  // namespace

std::vector<Page> letter_pages() {
  return {{"GET", "/cases/{case}/letters", "lettersPage", Use::read, letters_page},
          {"GET", "/cases/{case}/letters/{letter}/odt", "letterText", Use::read, as_text},
          {"GET", "/cases/{case}/letters/{letter}/pdf", "letterPdf", Use::read, as_pdf}};
}

}  // namespace reviewd
