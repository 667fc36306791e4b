#include <fmt/format.h>

#include "tests/http/service_support.hpp"

namespace review::service_test {
namespace {

std::string nested(int depth) { return std::string(depth, '[') + std::string(depth, ']'); }

TEST_CASE("What is not exactly one JSON text is refused as malformed", "[service]") {
  Practice practice;
  const auto id = practice.open();
  const std::string bad[] = {
      R"({"noteAdded":{"text":"a","text":"b"}})",  // a key twice
      R"({"noteAdded":{"text":"a"},"noteAdded":{"text":"b"}})",
      R"({"noteAdded":{"text":"a"}} x)",  // something after it
      R"({"noteAdded":{"text":"a"}}{})",
      "\xEF\xBB\xBF"
      R"({"noteAdded":{"text":"a"}})",       // a byte order mark
      R"({"noteAdded":{"text":"\ud800"}})",  // half of a pair
      R"({"noteAdded":{"text":"\udc00\ud800"}})",
      "{\"noteAdded\":{\"text\":\"\xC3\x28\"}}",        // no UTF-8
      "{\"noteAdded\":{\"text\":\"\xED\xA0\x80\"}}",    // a surrogate in UTF-8
      R"({"rapidReviewSubmitted":{"version":1e400}})",  // not finite
      R"({"rapidReviewSubmitted":{"version":NaN}})",
      R"({"rapidReviewSubmitted":{"version":01}})",
      R"({'noteAdded':{'text':'a'}})",
      R"({noteAdded:{"text":"a"}})",
      R"({"noteAdded":{"text":"a",}})",
      "{\"noteAdded\":{\"text\":\"a\tb\"}}",  // a raw control character
      R"({"noteAdded":{"text":"a"})",
      R"(// remark
{"noteAdded":{"text":"a"}})",
      R"({"noteAdded":)" + nested(33) + "}",
      nested(100'000),
      "",
      " ",
  };
  for (const auto& body : bad) practice.refused(id, body, "malformed");
  CHECK(practice.version(id) == 1);
}

TEST_CASE("JSON may be written in every way that the standard allows", "[service]") {
  Practice practice;
  const auto id = practice.open();
  const std::string good[] = {
      "\r\n\t {\"noteAdded\" : {\"text\" : \"a\"} } \n",
      R"({"noteAdded":{"text":"\u0041 \ud83d\udc76 \/ \" \\ \b\f\n\r\t"}})",
      "{\"noteAdded\":{\"text\":\"\xC3\xA9 \xF0\x9F\x91\xB6\"}}",
      R"({"\u006eoteAdded":{"text":"a"}})",
      R"({"noteAdded":{"text":"\u0000"}})",
  };
  for (const auto& body : good) {
    const auto answer = practice.send(id, body);
    INFO(body << "\n" << answer.body);
    CHECK(answer.status == 201);
  }
  const auto second = practice.coordinator.get("/v1/cases/" + id + "/entries").text("/entries/2/noteAdded/text");
  CHECK(second == "A \xF0\x9F\x91\xB6 / \" \\ \b\f\n\r\t");
}

TEST_CASE("A text that holds a NUL character is never cut there", "[service]") {
  Practice practice;
  const auto id = practice.open();
  auto scrutineer = practice.daemon.caller(practice.daemon.issue("scrutineer-1", "scrutineer"));
  const auto written = scrutineer.post("/v1/scrutiny/statements/2026", R"({"text":"Before\u0000after."})");
  CHECK(written.text("/text") == std::string("Before\0after.", 13));

  const auto begun = [&](const std::string& kind, const std::string& case_id) {
    return practice.coordinator.post("/v1/drafts",
                                     fmt::format(R"({{"kind":"{}","case":"{}","values":{{}}}})", kind, case_id));
  };
  CHECK(begun("noteAdded", id).status == 201);
  CHECK(begun(R"(noteAdded\u0000)", id).code() == "not-a-choice");
  CHECK(begun("noteAdded", id + R"(\u0000)").code() == "malformed");
}

TEST_CASE("References may be sent bare or behind their collection, and are answered as the contract says",
          "[service]") {
  Practice practice;
  const auto id = practice.open();
  const auto entry =
      practice.add(id, R"({"noteAdded":{"text":"a"},"onBehalfOf":"agencies/police","decidedBy":["people/ann","bob"]})");
  CHECK(entry.at("onBehalfOf").as_string() == "agencies/police");
  CHECK(entry.at("recordedBy").as_string() == "people/coordinator-1");
  CHECK(entry.at("decidedBy").as_array()[0].as_string() == "ann");
  CHECK(entry.at("decidedBy").as_array()[1].as_string() == "bob");
}

}  // namespace
}  // namespace review::service_test
