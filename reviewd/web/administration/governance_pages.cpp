#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/administration/governance_view.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/plain_refusals.hpp"
#include "reviewd/web/frame/render.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

Response seen_page(PageCall& call) {
  const auto address = "/v1/cases/" + percent_encoded(call.path("case"));
  auto asked = address + "/reads?pageSize=100";
  if (const auto page = call.request.parameter("page").value_or(""); !page.empty())
    asked += "&pageToken=" + percent_encoded(page);
  const auto reads = ask(call, {"GET", asked});
  if (!reads.good()) return refused_page(call, reads.status, reads.json);
  return render(call, 200, "seen", seen_view(reads.json, call.path("case")));
}

Response open_form(const PageCall& call, const OpenCase& typed, int status, const json::value& problem) {
  return render(call, status, "open_case", open_case_view(typed, problem));
}

Response show_open_form(PageCall& call) {
  if (!call.visitor.reader.may(review::Right::break_glass)) {
    return not_allowed(call);
  }
  return open_form(call, {}, 200, {});
}

Response open_case(PageCall& call) {
  const auto form = form_values(call.request.body).value_or(NameValues());
  const OpenCase typed{value_of(form, "case"), value_of(form, "ground"), value_of(form, "reasons")};
  if (!is_reference(typed.reference)) {
    return open_form(
        call, typed, 400,
        json::object{{"violations",
                      {{{"pointer", "/case"}, {"message", "Enter the reference of the case, for example 26-0007"}}}}});
  }
  const json::object wish{{"ground", typed.ground}, {"reasons", typed.reasons}};
  const auto broken =
      ask(call, {"POST", "/v1/cases/" + percent_encoded(typed.reference) + ":breakGlass", json::serialize(wish)});
  if (broken.status == 403) return refused_page(call, 403, broken.json);
  if (!broken.good()) return open_form(call, typed, broken.status, broken.json);
  return see_other("/cases/" + percent_encoded(typed.reference));
}

Response governance(const PageCall& call, int status, const json::value& problem, const std::string& wrong = {}) {
  const auto opened = ask(call, {"GET", "/v1/glass"});
  if (!opened.good()) return refused_page(call, opened.status, opened.json);
  return render(call, status, "governance",
                governance_view(opened.json, call.visitor.reader, call.visitor.form_token, problem, wrong));
}

Response governance_page(PageCall& call) { return governance(call, 200, {}); }

Response look_at(PageCall& call) {
  const auto form = form_values(call.request.body).value_or(NameValues());
  const auto looked = ask(call, {"POST", "/v1/glass/" + percent_encoded(call.path("glass")) + ":review",
                                 json::serialize(json::object{{"finding", value_of(form, "finding")}})});
  if (looked.status == 403 || looked.status == 404) return refused_page(call, looked.status, looked.json);
  if (!looked.good()) return governance(call, looked.status, looked.json, call.path("glass"));
  return see_other("/governance");
}

}  // namespace

std::vector<Page> governance_pages() {
  return {{"GET", "/cases/{case}/seen", "seenPage", Use::read, seen_page},
          {"GET", "/open-a-case", "openCasePage", Use::read, show_open_form},
          {"POST", "/open-a-case", "openCase", Use::write, open_case},
          {"GET", "/governance", "governancePage", Use::read, governance_page},
          {"POST", "/governance/{glass}", "lookAtGlass", Use::write, look_at}};
}

}  // namespace reviewd
