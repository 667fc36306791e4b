#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "libreview/store/random_id.hpp"
#include "libreview/store/system_random.hpp"
#include "libreview/vocabulary/parse_json.hpp"
#include "reviewd/http/multipart.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/http/slow_part.hpp"
#include "reviewd/web/case/case_list.hpp"
#include "reviewd/web/case/documents_view.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/form_key.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/plain_refusals.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

bool may_record(const PageCall& call) { return call.visitor.reader.may(review::Right::record); }

Response documents_page(PageCall& call) {
  const auto found = ask(call, {"GET", case_api(call)});
  if (!found.good()) return refused_page(call, found.status, found.json);
  json::array documents;
  const auto listed = case_list(call, "documents", documents);
  if (!listed.good()) return refused_page(call, listed.status, listed.json);
  const auto filed = call.request.parameter("filed").value_or("");
  return render(call, 200, "documents", documents_view(found.json, documents, may_record(call), filed));
}

Response form_page(const PageCall& call, const DocumentInputs& inputs, int status, const json::value& problem) {
  const auto found = ask(call, {"GET", case_api(call)});
  if (!found.good()) return refused_page(call, found.status, found.json);
  json::array entries;
  const auto listed = case_list(call, "entries", entries);
  if (!listed.good()) return refused_page(call, listed.status, listed.json);
  return render(call, status, "document_form", document_form_view(found.json, entries, inputs, problem));
}

Response show_form(PageCall& call) {
  if (!may_record(call)) return not_allowed(call);
  DocumentInputs inputs{"",
                        call.request.parameter("document").value_or(""),
                        call.request.parameter("meeting").value_or(""),
                        new_form_key(),
                        call.request.parameter("review").value_or(""),
                        call.request.parameter("sort").value_or("")};
  if (!inputs.document.empty()) {
    const auto document = ask(call, {"GET", case_api(call) + "/documents/" + percent_encoded(inputs.document)});
    if (!document.good()) return refused_page(call, document.status, document.json);
    if (!flag_in(document.json, "kept")) inputs.title = text_in(document.json, "title");
    if (inputs.review.empty()) inputs.review = text_in(document.json, "review");
    if (inputs.meeting.empty()) inputs.meeting = text_in(document.json, "meeting");
    if (inputs.sort.empty()) inputs.sort = text_in(document.json, "sort");
  }
  return form_page(call, inputs, 200, {});
}

/// The form without what only pages know.
Asking asking_of(const PageCall& call, const std::vector<MultipartPart>& parts, const std::string& key) {
  std::vector<MultipartPart> sent;
  for (const auto& part : parts) {
    if (part.name != "formToken" && part.name != "key") sent.push_back(part);
  }
  review::SystemRandom random;
  const auto boundary = review::random_id(random);
  return {"POST",
          case_api(call) + "/documents",
          write_multipart(boundary, sent),
          {{"Content-Type", "multipart/form-data; boundary=" + boundary}, {"Idempotency-Key", key}}};
}

Response take_form(PageCall& call) {
  const auto parts = read_multipart(call.request.header("Content-Type").value_or(""), call.request.body);
  const auto values = form_values_beside_files(call.request);
  if (!may_record(call)) return not_allowed(call);
  if (!parts || !values) return refused_page(call, 404, {});
  const DocumentInputs inputs{value_of(*values, "title"), value_of(*values, "document"), value_of(*values, "meeting"),
                              value_of(*values, "key"),   value_of(*values, "review"),   value_of(*values, "sort")};
  const auto answer = ask(call, asking_of(call, *parts, inputs.key));
  if (answer.good()) {
    return see_other(case_address(call) + "/documents?filed=" + percent_encoded(text_in(answer.json, "document")));
  }
  const bool fits_the_form =
      answer.status == 400 || answer.status == 409 || answer.status == 413 || answer.status == 415;
  if (fits_the_form) return form_page(call, inputs, answer.status, answer.json);
  if (answer.status != 422) return refused_page(call, answer.status, answer.json);
  return form_page(
      call, inputs, 422,
      json::object{{"detail",
                    "This form was recorded already, with another file or title. Look at the documents, and "
                    "begin again if something is missing."}});
}

/// Why a document is not given out, which is no matter of the role.
Response not_given(const PageCall& call, const std::string& why) {
  return render(
      call, 403, "problem",
      View{{"title", "This document cannot be given to you"},
           {"paragraphs", json::array{json::string(why)}},
           {"back", case_address(call) + "/documents"},
           {"backWords", fmt::format("Go to the documents of {} {}", record_word(call.record()), call.record())}});
}

Response content_page(PageCall& call) {
  auto answer = answer_to(call, {"GET", case_api(call) + "/documents/" + percent_encoded(call.path("document")) +
                                            "/versions/" + percent_encoded(call.path("version")) + "/content"});
  if (auto* rest = std::get_if<SlowPart>(&answer.rest)) {
    // The page for what cannot be marked is made now: later nothing is known of who asks.
    const auto sorry =
        not_given(call,
                  "This document is under embargo, and this file cannot carry your name: only a PDF without a password "
                  "and without other files inside that is not too large, or plain text, can. Ask whoever filed it to "
                  "file it so.");
    const auto busy = refused_page(call, 503,
                                   json::object{{"detail",
                                                 "Copies with your name cannot be made at this moment. Try again in a "
                                                 "minute; if it stays so, tell who looks after this service."}});
    Response later;
    later.rest = then(std::move(*rest), [sorry, busy](Response made) {
      return made.status == 200 ? std::move(made) : made.status == 503 ? busy : sorry;
    });
    return later;
  }
  if (answer.status == 200) return answer;
  const auto problem = review::parse_json(answer.body).value_or(json::value());
  const auto why = text_in(problem, "detail");
  return answer.status == 403 && !why.empty() ? not_given(call, why) : refused_page(call, answer.status, problem);
}

}  // namespace

std::vector<Page> document_pages() {
  return {{"GET", "/programmes/{programme}/documents", "programmeDocumentsPage", Use::read, documents_page},
          {"GET", "/programmes/{programme}/documents/add", "programmeDocumentForm", Use::read, show_form},
          {"POST", "/programmes/{programme}/documents/add", "fileProgrammeDocumentForm", Use::write, take_form, true},
          {"GET", "/programmes/{programme}/documents/{document}/versions/{version}", "programmeDocumentContent",
           Use::read, content_page},
          {"GET", "/cases/{case}/documents", "documentsPage", Use::read, documents_page},
          {"GET", "/cases/{case}/documents/add", "documentForm", Use::read, show_form},
          {"POST", "/cases/{case}/documents/add", "fileDocumentForm", Use::write, take_form, true},
          {"GET", "/cases/{case}/documents/{document}/versions/{version}", "documentContent", Use::read, content_page}};
}

}  // namespace reviewd
