#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <memory>

#include "libreview/access/entry_access.hpp"
#include "libreview/vocabulary/parse_json.hpp"
#include "reviewd/http/slow_part.hpp"
#include "reviewd/web/case/rehearsal_view.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/plain_refusals.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/frame/review_address.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

bool may_rehearse(const PageCall& call) {
  const auto& reader = call.visitor.reader;
  return reader.may(review::Right::record) &&
         (review::records_kind(reader, "publication-planned") ||
          (review::records_kind(reader, "report-published") && reader.may(review::Right::decide)));
}

/// The form as it stands; the refusal where the case is not there.
struct Form {
  View view{};
  ApiAnswer refused{200, nullptr, ""};
};

Form form_of(const PageCall& call, const RehearsalInputs& inputs, const json::value& problem) {
  const auto found = ask(call, {"GET", case_api(call)});
  if (!found.good()) return {{}, found};
  const auto listed = ask(call, {"GET", case_api(call) + "/documents?pageSize=200"});
  if (!listed.good()) return {{}, listed};
  return {rehearsal_form_view(found.json, call.path("review"), list_in(listed.json, "documents"), inputs, problem)};
}

Response show_form(PageCall& call) {
  if (!may_rehearse(call)) return not_allowed(call);
  auto form = form_of(call, {}, {});
  if (!form.refused.good()) return refused_page(call, form.refused.status, form.refused.json);
  return render(call, 200, "rehearsal", std::move(form.view));
}

json::object body_of(const RehearsalInputs& inputs) {
  json::object body;
  for (const auto& [name, value] : {std::pair("document", inputs.document), std::pair("title", inputs.title),
                                    std::pair("address", inputs.address), std::pair("text", inputs.text)}) {
    if (!value.empty()) body[name] = value;
  }
  return body;
}

/// The page when the check is done: it needs no store.
Response checked_page(View view, const Response& answer) {
  const auto read = review::parse_json(answer.body);
  if (answer.status == 200 && read) {
    put_rehearsed(view, *read);
    return render_framed(200, "rehearsal", view);
  }
  view["hasErrors"] = true;
  view["errors"] = json::array{
      json::object{{"href", "#text"}, {"text", read ? text_in(*read, "detail") : "The check could not be done."}}};
  return render_framed(answer.status, "rehearsal", view);
}

Response check(PageCall& call) {
  if (!may_rehearse(call)) return not_allowed(call);
  const auto values = form_values(call.request.body);
  if (!values) return refused_page(call, 404, {});
  const RehearsalInputs inputs{value_of(*values, "document"), value_of(*values, "title"), value_of(*values, "address"),
                               value_of(*values, "text")};
  auto answer = answer_to(call, {"POST", review_api(call) + ":rehearse", json::serialize(body_of(inputs))});
  if (auto* rest = std::get_if<SlowPart>(&answer.rest)) {
    auto form = form_of(call, inputs, {});
    if (!form.refused.good()) return refused_page(call, form.refused.status, form.refused.json);
    const auto view = std::make_shared<View>(framed(call, std::move(form.view)));
    Response later;
    later.rest = then(std::move(*rest), [view](const Response& checked) { return checked_page(*view, checked); });
    return later;
  }
  const auto problem = review::parse_json(answer.body).value_or(json::value());
  if (answer.status != 400 && answer.status != 409) return refused_page(call, answer.status, problem);
  auto form = form_of(call, inputs, problem);
  if (!form.refused.good()) return refused_page(call, form.refused.status, form.refused.json);
  return render(call, answer.status, "rehearsal", std::move(form.view));
}

}  // namespace

std::vector<Page> rehearsal_pages() {
  return {{"GET", "/cases/{case}/reviews/{review}/rehearsal", "rehearsalPage", Use::read, show_form},
          {"POST", "/cases/{case}/reviews/{review}/rehearsal", "checkReport", Use::write, check}};
}

}  // namespace reviewd
