#include "tests/http/openapi_answers.hpp"
#include "tests/http/past_support.hpp"

namespace review::service_test {

void ask_for_the_past(Answers& answers) {
  Practice practice;
  auto& caller = practice.coordinator;
  const auto read = answers.keep("readPast", send_past(caller, "Ref,Child,Status\nOLD/1,Child A,referred\n"));
  answers.keep("readPast", send_past(caller, "", "cases.csv"));
  const auto faulty = answers.keep("readPast", send_past(caller, "Ref,Child,Shoe size\nOLD/1,Child A,4\n"));
  const auto at = "/v1/past/" + faulty.text("/past");
  answers.keep("getPast", caller.get("/v1/past/" + read.text("/past")));
  answers.keep("getPast", caller.get(at));
  answers.keep("getPastReport", caller.get(at + "/report"));
  answers.keep("getPastReportCsv", caller.get(at + "/report:csv"));
  answers.keep("proposePast", caller.post(at + ":propose", R"({"reason":"Invented."})"));
  answers.keep("importPast", caller.post(at + ":import", ""));
  answers.keep("setPastMapping", caller.send("PUT", at + "/mapping", R"({"mapping":"shoes = 4"})",
                                             {{"Content-Type", "application/json"}}));
  const auto good = send_past(caller, "Ref,Child,Status\nOLD/1,Child A,referred\n");
  const auto there = "/v1/past/" + good.text("/past");
  boost::json::object mapping{{"mapping", good.text("/mapping")}};
  answers.keep("setPastMapping", caller.send("PUT", there + "/mapping", boost::json::serialize(mapping),
                                             {{"Content-Type", "application/json"}}));
  answers.keep("proposePast", caller.post(there + ":propose", R"({"reason":"Invented."})"));
  answers.keep("importPast", caller.post(there + ":import", ""));
}

}  // namespace review::service_test
