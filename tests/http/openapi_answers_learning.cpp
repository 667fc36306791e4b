#include "tests/http/openapi_answers.hpp"

namespace review::service_test {
namespace {

void ask_about_products(Answers& answers, Practice& practice, const std::string& id) {
  auto& caller = practice.coordinator;
  const std::string drafted =
      R"({"productDrafted":{"product":"product-1","sort":"OTHER","title":"Handovers","themes":["babies"],)"
      R"("address":"https://example.org/film","sections":[{"section":"what-to-do","text":"Write it down."}]}})";
  practice.add(id, drafted);
  answers.keep("checkProduct", caller.post("/v1/cases/" + id + "/products/product-1:check", ""));
  answers.keep("checkProduct", caller.post("/v1/cases/" + id + "/products/none:check", ""));
  practice.add(id, R"({"productChecked":{}})");
  practice.add(id, R"({"productShared":{"with":["POLICE"],"how":"MAIL"}})");
  practice.add(id, R"({"productReceived":{"agency":"POLICE","reached":4,"read":3,"answered":2,"changes":"We ask."}})");
  practice.add(id, R"({"learningEventHeld":{"attendance":[{"agency":"school-south","people":7}]}})");
  answers.keep("listProducts", caller.get("/v1/products?pageSize=1"));
  answers.keep("listProducts", caller.get("/v1/products?filter=colour=red"));
  answers.keep("listProductsAsCsv", caller.get("/v1/products:csv"));
  answers.keep("getProduct", caller.get("/v1/cases/" + id + "/products/product-1"));
  answers.keep("getProductText", caller.get("/v1/cases/" + id + "/products/product-1:odt"));
  answers.keep("getProductText", caller.get("/v1/cases/" + id + "/products/none:odt"));
  answers.keep("getProductPdf", caller.get("/v1/cases/" + id + "/products/product-1:pdf"));
  const auto programme =
      caller.post("/v1/programmes", R"({"programmeOpened":{"sort":"MULTI_AGENCY_AUDIT","title":"Invented"}})");
  const auto at = "/v1/programmes/" + programme.text("/programme");
  caller.post(at + "/entries", drafted);
  answers.keep("getProgrammeProduct", caller.get(at + "/products/product-1"));
  answers.keep("getProgrammeProductText", caller.get(at + "/products/product-1:odt"));
  answers.keep("getProgrammeProductPdf", caller.get(at + "/products/product-1:pdf"));
  answers.keep("checkProgrammeProduct", caller.post(at + "/products/product-1:check", ""));
}

}  // namespace

void ask_about_learning(Answers& answers, Practice& practice) {
  auto& caller = practice.coordinator;
  const auto id = practice.open();
  practice.add(id, R"({"learningCaptured":{"findings":[{"id":"gap","finding":"A gap.","why":"No rota.",)"
                   R"("themes":["babies"],"source":"PEER_REVIEW","foundOn":"2026","foundUntil":"2026-01",)"
                   R"("agencies":["POLICE"]},{"finding":"The same.","bearsOn":[{"finding":"gap",)"
                   R"("bearing":"CONFIRMS"}]}]}})");
  answers.keep("listFindings", caller.get("/v1/findings?pageSize=1"));
  answers.keep("listFindings", caller.get("/v1/findings?filter=case=" + id));
  answers.keep("listFindings", caller.get("/v1/findings?filter=colour=red"));
  answers.keep("listFindingsAsCsv", caller.get("/v1/findings:csv"));
  answers.keep("suggestThemes", caller.post("/v1/themes:suggest", R"({"text":"A baby with a bruise."})"));
  answers.keep("suggestThemes", caller.post("/v1/themes:suggest", "{}"));
  ask_about_products(answers, practice, id);
}

}  // namespace review::service_test
