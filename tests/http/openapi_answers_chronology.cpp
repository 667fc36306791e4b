#include "tests/http/chronology_support.hpp"
#include "tests/http/meeting_support.hpp"
#include "tests/http/openapi_answers.hpp"

namespace review::service_test {

void ask_for_chronologies(Answers& answers) {
  Practice practice;
  const auto id = practice.notified_case();
  auto& caller = practice.coordinator;
  const HttpFields as_json{{"Content-Type", "application/json"}};
  answers.keep("readChronologyTable", send_chronology(caller, id, "", hospital_rows));
  const auto sent = answers.keep("readChronologyTable", send_chronology(caller, id, "city-hospital", hospital_rows));
  const auto at = "/v1/chronologyTables/" + sent.text("/table");
  const auto table = answers.keep("getChronologyTable", caller.get(at));
  answers.keep("getChronologyTable", caller.get("/v1/chronologyTables/none"));
  answers.keep("setChronologyMapping", caller.send("PUT", at + "/mapping", R"({"mapping":"shoes = 4"})", as_json));
  const json::object mapping{{"mapping", table.text("/mapping")}};
  answers.keep("setChronologyMapping", caller.send("PUT", at + "/mapping", json::serialize(mapping), as_json));
  answers.keep("recordChronologyTable", caller.post(at + ":record", ""));
  answers.keep("recordChronologyTable", caller.post(at + ":record", ""));
  static_cast<void>(record_chronology(caller, id, "police-west", police_rows));
  const auto chronology = "/v1/cases/" + id + "/chronology";
  answers.keep("getChronology", caller.get(chronology));
  answers.keep("getChronology", caller.get(chronology + "?agency=police-west&gapDays=30"));
  answers.keep("getChronology", caller.get(chronology + "?gapDays=0"));
  answers.keep("getChronologyCsv", caller.get(chronology + ":csv"));
  answers.keep("getChronologyText", caller.get(chronology + ":odt"));
  answers.keep("getChronologyPdf", caller.get(chronology + ":pdf"));
  const auto meeting = "/v1/meetings/" + call_meeting(practice, {id}, "2026-01-15");
  answers.keep("getPackText", caller.get(meeting + "/pack:odt"));
  answers.keep("getPackPdf", caller.get(meeting + "/pack:pdf"));
}

}  // namespace review::service_test
