#include <boost/json/array.hpp>
#include <memory>

#include "libreview/access/entry_access.hpp"
#include "libreview/store/random_id.hpp"
#include "libreview/store/system_random.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/parse_json.hpp"
#include "libreview/vocabulary/reference_of_name.hpp"
#include "reviewd/http/multipart.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/http/slow_part.hpp"
#include "reviewd/web/case/case_list.hpp"
#include "reviewd/web/case/chronology_view.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/file_answer.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/plain_refusals.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

bool may_upload(const PageCall& call) {
  const auto& reader = call.visitor.reader;
  return reader.may(review::Right::record) && review::records_kind(reader, "chronology-received");
}

std::string query_of(const ChronologyInputs& inputs) {
  std::string query;
  if (!inputs.agency.empty()) query += "&agency=" + percent_encoded(inputs.agency);
  if (!inputs.gap_days.empty()) query += "&gapDays=" + percent_encoded(inputs.gap_days);
  if (!query.empty()) query.front() = '?';
  return query;
}

/// The page as it stands; the refusal where the case is not there.
struct Shown {
  View view{};
  ApiAnswer refused{200, nullptr, ""};
};

Shown shown_page(const PageCall& call, const ChronologyInputs& inputs, json::value problem) {
  const auto of_case = ask(call, {"GET", case_api(call)});
  if (!of_case.good()) return {{}, of_case};
  auto chronology = ask(call, {"GET", case_api(call) + "/chronology" + query_of(inputs)});
  if (chronology.status == 400) {
    problem = chronology.json;
    chronology = ask(call, {"GET", case_api(call) + "/chronology"});
  }
  if (!chronology.good()) return {{}, chronology};
  json::array documents;
  json::value agencies;
  if (may_upload(call)) {
    const auto listed = case_list(call, "documents", documents);
    if (!listed.good()) return {{}, listed};
    if (auto register_answer = ask(call, {"GET", "/v1/agencies"}); register_answer.good()) {
      agencies = std::move(register_answer.json);
    }
  }
  const auto known = register_of(call);
  const ChronologySurroundings around{of_case.json, documents, agencies, known, may_upload(call)};
  return {chronology_view(chronology.json, around, inputs, problem)};
}

Response show_chronology(PageCall& call) {
  const ChronologyInputs inputs{call.request.parameter("agency").value_or(""),
                                call.request.parameter("gapDays").value_or("")};
  auto shown = shown_page(call, inputs, {});
  if (!shown.refused.good()) return refused_page(call, shown.refused.status, shown.refused.json);
  const bool wrong = shown.view["hasErrors"].as_bool();
  return render(call, wrong ? 400 : 200, "chronology", std::move(shown.view));
}

Response download_chronology(PageCall& call) {
  const ChronologyInputs inputs{call.request.parameter("agency").value_or(""),
                                call.request.parameter("gapDays").value_or("")};
  return file_answer(call, case_api(call) + "/chronology:csv" + query_of(inputs));
}

Response chronology_text_page(PageCall& call) { return file_answer(call, case_api(call) + "/chronology:odt"); }
Response chronology_pdf_page(PageCall& call) { return file_answer(call, case_api(call) + "/chronology:pdf"); }

/// The agency that is meant by its name, as the register or the person who types has it, or by its short name.
std::string agency_meant(const PageCall& call, const std::string& typed) {
  const auto agencies = ask(call, {"GET", "/v1/agencies"});
  for (const auto& one : list_in(agencies.json, "agencies")) {
    if (text_in(one, "name") == typed) return text_in(one, "agency");
  }
  if (review::bare_reference(typed)) return typed;
  const auto reference = review::reference_of_name(typed);
  return reference.empty() ? typed : reference;
}

Asking asking_of(const PageCall& call, const std::vector<MultipartPart>& parts, const std::string& agency) {
  std::vector<MultipartPart> sent;
  for (const auto& part : parts) {
    if (part.name == "formToken") continue;
    sent.push_back(part);
    if (part.name == "agency") sent.back().content = agency;
  }
  review::SystemRandom random;
  const auto boundary = review::random_id(random);
  return {"POST",
          case_api(call) + "/chronology",
          write_multipart(boundary, sent),
          {{"Content-Type", "multipart/form-data; boundary=" + boundary}}};
}

/// The page again, with what is wrong with the form.
Response wrong_form(const PageCall& call, const std::string& whose, int status, const json::value& problem) {
  auto shown = shown_page(call, {{}, {}, whose}, problem);
  if (!shown.refused.good()) return refused_page(call, shown.refused.status, shown.refused.json);
  return render(call, status, "chronology", std::move(shown.view));
}

Response take_chronology(PageCall& call) {
  const auto parts = read_multipart(call.request.header("Content-Type").value_or(""), call.request.body);
  const auto values = form_values_beside_files(call.request);
  if (!may_upload(call)) return not_allowed(call);
  if (!parts || !values) return refused_page(call, 404, {});
  const auto whose = value_of(*values, "agency");
  auto answer = answer_to(call, asking_of(call, *parts, agency_meant(call, whose)));
  auto* rest = std::get_if<SlowPart>(&answer.rest);
  if (rest == nullptr) {
    const auto problem = review::parse_json(answer.body).value_or(json::value());
    const bool fits_the_form = answer.status == 400 || answer.status == 413 || answer.status == 415;
    return fits_the_form ? wrong_form(call, whose, answer.status, problem) : refused_page(call, answer.status, problem);
  }
  // Later nothing is known of who asks: the page for a file that cannot be read is made now.
  auto again = shown_page(call, {{}, {}, whose}, {});
  if (!again.refused.good()) return refused_page(call, again.refused.status, again.refused.json);
  const auto frame = std::make_shared<View>(framed(call, std::move(again.view)));
  Response later;
  later.rest = then(std::move(*rest), [frame](const Response& read) {
    const auto body = review::parse_json(read.body).value_or(json::value());
    if (read.status == 200) return see_other("/chronology-tables/" + percent_encoded(text_in(body, "table")));
    auto view = *frame;
    const auto why = text_in(body, "detail");
    view["hasErrors"] = true;
    view["fileError"] = why;
    view["errors"] = json::array{json::object{{"href", "#file"}, {"text", why}}};
    return render_framed(read.status, "chronology", view);
  });
  return later;
}

}  // namespace

std::vector<Page> chronology_pages() {
  return {{"GET", "/cases/{case}/chronology", "chronologyPage", Use::read, show_chronology},
          {"GET", "/cases/{case}/chronology.csv", "chronologyCsvPage", Use::read, download_chronology},
          {"GET", "/cases/{case}/chronology.odt", "chronologyTextPage", Use::read, chronology_text_page},
          {"GET", "/cases/{case}/chronology.pdf", "chronologyPdfPage", Use::read, chronology_pdf_page},
          {"POST", "/cases/{case}/chronology", "sendChronologyPage", Use::write, take_chronology, true}};
}

}  // namespace reviewd
