#include <boost/json/serialize.hpp>
#include <functional>
#include <memory>
#include <optional>

#include "libreview/store/random_id.hpp"
#include "libreview/store/system_random.hpp"
#include "libreview/vocabulary/parse_json.hpp"
#include "reviewd/http/multipart.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/http/slow_part.hpp"
#include "reviewd/http/then.hpp"
#include "reviewd/web/administration/past_view.hpp"
#include "reviewd/web/form/mapping_form.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/plain_refusals.hpp"
#include "reviewd/web/frame/problem_view.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/form_typed.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

bool may_import(const PageCall& call) { return call.visitor.reader.may(review::Right::move_cases); }

std::string api(const PageCall& call) { return "/v1/past/" + percent_encoded(call.path("past")); }
std::string here(const PageCall& call) { return "/administration/past/" + percent_encoded(call.path("past")); }

View upload_view(const std::string& fault) {
  View view{{"title", "Bring in past cases"}, {"hasErrors", !fault.empty()}};
  if (fault.empty()) return view;
  view["fileError"] = fault;
  view["errors"] = json::array{json::object{{"href", "#file"}, {"text", fault}}};
  return view;
}

Response show_upload(PageCall& call) {
  return may_import(call) ? render(call, 200, "past_upload", upload_view("")) : not_allowed(call);
}

Asking asking_of(const std::vector<MultipartPart>& parts) {
  std::vector<MultipartPart> sent;
  for (const auto& part : parts) {
    if (part.name != "formToken") sent.push_back(part);
  }
  review::SystemRandom random;
  const auto boundary = review::random_id(random);
  return {"POST",
          "/v1/past",
          write_multipart(boundary, sent),
          {{"Content-Type", "multipart/form-data; boundary=" + boundary}}};
}

Response take_upload(PageCall& call) {
  const auto parts = read_multipart(call.request.header("Content-Type").value_or(""), call.request.body);
  if (!may_import(call)) return not_allowed(call);
  if (!parts) return refused_page(call, 404, {});
  auto answer = answer_to(call, asking_of(*parts));
  auto* rest = std::get_if<SlowPart>(&answer.rest);
  if (rest == nullptr) {
    const auto problem = review::parse_json(answer.body).value_or(json::value());
    if (answer.status != 400 && answer.status != 413 && answer.status != 415) {
      return refused_page(call, answer.status, problem);
    }
    return render(call, answer.status, "past_upload", upload_view(text_in(problem, "detail")));
  }
  const auto frame = std::make_shared<View>(framed(call, upload_view("")));
  Response later;
  later.rest = then(std::move(*rest), [frame](const Response& read) {
    const auto body = review::parse_json(read.body).value_or(json::value());
    if (read.status == 200) return see_other("/administration/past/" + percent_encoded(text_in(body, "past")));
    auto view = *frame;
    for (const auto& [key, value] : upload_view(text_in(body, "detail"))) view[key] = value;
    return render_framed(read.status, "past_upload", view);
  });
  return later;
}

Response show_mapping(PageCall& call) {
  const auto file = ask(call, {"GET", api(call)});
  if (!file.good()) return refused_page(call, file.status, file.json);
  return sections_page(call, past_mapping_page(file.json, here(call)));
}

Response take_mapping(PageCall& call) {
  const auto typed = form_values(call.request.body).value_or(NameValues());
  const auto file = ask(call, {"GET", api(call)});
  if (!file.good()) return refused_page(call, file.status, file.json);
  auto text = value_of(typed, "mapping");
  if (value_of(typed, "do") != "use") {
    const auto chosen = chosen_mapping(file.json, typed, review::past_sheets);
    if (!chosen) return refused_page(call, 404, {});
    text = review::write_mapping(*chosen);
  }
  const auto set = ask(call, {"PUT", api(call) + "/mapping", json::serialize(json::object{{"mapping", text}})});
  if (set.good()) return see_other(here(call) + "/report");
  if (set.status != 400) return refused_page(call, set.status, set.json);
  auto page = past_mapping_page(file.json, here(call));
  auto& question = page.sections.back().form.questions.front();
  question.value = text;
  page.faults = faults_of(set.json, {question});
  return sections_page(call, page, 400);
}

/// What is shown of an answer; nothing where it is a refusal that every page tells alike.
using PageOfAnswer = std::function<std::optional<PlainPage>(const Response&, const json::value&)>;
/// An answer that is no page; nothing where there is a page to make of it.
using AsItIs = std::function<std::optional<Response>(const Response&, const json::value&)>;

/// The page of an answer that is still put together.
Response page_of(const PageCall& call, Response answer, const PageOfAnswer& made_of, const AsItIs& as_it_is = nullptr) {
  const auto frame = std::make_shared<const View>(framed(call, {}));
  return then(std::move(answer), [frame, made_of, as_it_is](const Response& whole) {
    const auto body = review::parse_json(whole.body).value_or(json::value());
    if (auto other = as_it_is ? as_it_is(whole, body) : std::nullopt) return std::move(*other);
    const auto page = made_of(whole, body);
    View view = *frame;
    for (const auto& [key, value] : page ? sections_view(*page) : problem_view(whole.status, body)) view[key] = value;
    return render_framed(whole.status, page ? "sections" : "problem", view);
  });
}

Response show_report(PageCall& call) {
  const bool asks_two = !call.storage.store().practice();
  return page_of(call, answer_to(call, {"GET", api(call) + "/report"}),
                 [at = here(call), asks_two](const Response& whole, const json::value& body) {
                   return whole.status == 200 ? std::optional(past_report_page(body, at, asks_two)) : std::nullopt;
                 });
}

Response download_report(PageCall& call) {
  return page_of(
      call, answer_to(call, {"GET", api(call) + "/report:csv"}),
      [](const Response&, const json::value&) { return std::optional<PlainPage>(); },
      [](const Response& whole, const json::value&) {
        return whole.status == 200 ? std::optional(whole) : std::nullopt;
      });
}

Response propose_import(PageCall& call, const std::string& reason) {
  const json::object wish{{"reason", typed_text(reason)}};
  return page_of(
      call, answer_to(call, {"POST", api(call) + ":propose", json::serialize(wish)}),
      [at = here(call)](const Response& whole, const json::value& body) {
        const bool can_mend = whole.status == 400 || whole.status == 409;
        return can_mend ? std::optional(past_refused_page(body, at, true)) : std::nullopt;
      },
      [](const Response& whole, const json::value& body) {
        return whole.status == 201
                   ? std::optional(see_other("/administration/approvals/" + percent_encoded(text_in(body, "approval"))))
                   : std::nullopt;
      });
}

Response take_report(PageCall& call) {
  const auto typed = form_values(call.request.body).value_or(NameValues());
  if (value_of(typed, "do") == "propose") return propose_import(call, value_of(typed, "reason"));
  const bool asks_two = !call.storage.store().practice();
  return page_of(call, answer_to(call, {"POST", api(call) + ":import"}),
                 [at = here(call), asks_two](const Response& whole, const json::value& body) {
                   if (whole.status == 200) return std::optional(past_report_page(body, at, false));
                   return whole.status == 409 ? std::optional(past_refused_page(body, at, asks_two)) : std::nullopt;
                 });
}

}  // namespace

std::vector<Page> past_pages() {
  return {{"GET", "/administration/past", "pastPage", Use::read, show_upload},
          {"POST", "/administration/past", "sendPastPage", Use::write, take_upload, true},
          {"GET", "/administration/past/{past}", "pastMappingPage", Use::read, show_mapping},
          {"POST", "/administration/past/{past}", "takePastMappingPage", Use::write, take_mapping},
          {"GET", "/administration/past/{past}/report", "pastReportPage", Use::alone, show_report},
          {"GET", "/administration/past/{past}/report.csv", "pastReportCsvPage", Use::alone, download_report},
          {"POST", "/administration/past/{past}/report", "takePastReportPage", Use::alone, take_report}};
}

}  // namespace reviewd
