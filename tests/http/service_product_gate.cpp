#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "tests/http/held_case.hpp"
#include "tests/http/rehearsal_support.hpp"
#include "tests/http/sight_support.hpp"
#include "tests/support/overlay_folder.hpp"

/// A learning product goes out as a report is published: checked for all that is known by then, and by two people where
/// it goes to everybody. An embargo on the report of a source keeps it back only where a partnership says so.
namespace review::service_test {
namespace {

using test::OverlayFolder;

const std::string gate_checked = R"({"productChecked":{}})";
const std::string gate_shared = R"({"productShared":{"with":["midwifery"],"how":"MAIL"}})";
const std::string gate_public = R"({"productShared":{"withPublic":true,"how":"WEBSITE"}})";
const std::string gate_event = R"({"learningEventHeld":{"attendance":[{"agency":"midwifery","people":4}]}})";

/// A draft that draws on another record, where one is given.
std::string gate_draft(const std::string& text, const std::string& source = "", const std::string& sort = "VIDEO") {
  const auto drawn = source.empty() ? std::string() : fmt::format(R"("drawsOn":[{{"ofCase":"{}"}}],)", source);
  return fmt::format(R"({{"productDrafted":{{{}"sort":"{}","title":"Handovers",)"
                     R"("sections":[{{"section":"what-to-do","text":"{}"}}]}}}})",
                     drawn, sort, text);
}

/// Another name of the child comes up.
std::string also_called(const std::string& name) {
  return fmt::format(
      R"({{"circumstancesChanged":{{"on":"2026-01-05","children":[{{"child":"child-1","otherNames":["{}"]}}]}}}})",
      name);
}

std::string gate_product(const std::string& id) { return "/v1/cases/" + id + "/products/product-1"; }

/// With whom who asks could not share it: audience and code of each.
std::string stops_for(HttpCaller& who, const std::string& id) {
  const auto found = who.get(gate_product(id)).json();
  std::string all;
  for (const auto& one : found.at("stops").as_array())
    all += fmt::format("{} {};", one.at("audience").as_string().c_str(), one.at("code").as_string().c_str());
  return all;
}

TEST_CASE("A name that a source gains after the check keeps a product back, and the refusal says nothing of it",
          "[service]") {
  Practice practice;
  practice.day("2026-01-05");
  const auto source = practice.open(named_incident);
  const auto id = practice.open();
  practice.add(id, gate_draft("Ask what Bramblecote said.", source));
  practice.add(id, gate_checked);
  CHECK(stops_for(practice.coordinator, id) == "PUBLIC second-person-required;");
  practice.add(source, also_called("Odile Thistledown"));
  practice.add(id, gate_shared);
  practice.add(source, also_called("Odile Bramblecote"));
  for (const auto& given : {gate_shared, gate_event}) {
    const auto refused = practice.refused(id, given, "report-check-missing");
    CHECK_FALSE(says(refused, "Bramblecote"));
    CHECK_FALSE(says(refused, source));
  }
  const auto tried = practice.coordinator.post("/v1/cases/" + id + "/entries?validateOnly=true", gate_shared,
                                               {{"If-Match", if_match(practice.version(id))}});
  CHECK(tried.code() == "report-check-missing");
  CHECK(stops_for(practice.coordinator, id) == "PARTNERSHIP report-check-missing;PUBLIC report-check-missing;");
  practice.refused(id, gate_checked, "not-in-this-stage", "/productChecked/product");
}

TEST_CASE("A name that an embargo keeps from who shares is looked for all the same", "[service]") {
  Held held;
  const auto other = held.practice.open();
  held.practice.add(other, gate_draft("Ask what Bramblecote said.", held.id));
  held.practice.add(other, gate_checked);
  auto reader = somebody(held.practice, "named-reader", "coordinator");
  held.practice.add(held.id, embargo(R"("IDENTIFYING_FACTS")", R"("named-reader")"));
  held.practice.add(other, gate_shared);
  REQUIRE(reader
              .post("/v1/cases/" + held.id + "/entries", also_called("Odile Bramblecote"),
                    {{"If-Match", if_match(held.practice.version(held.id))}})
              .status == 201);
  const auto refused = held.practice.refused(other, gate_shared, "report-check-missing");
  tells_nothing(refused, "the refusal", {"bramblecote"});
}

TEST_CASE("One person alone brings no product to the public, and is told so beforehand", "[service]") {
  Practice practice;
  const auto id = practice.open();
  practice.add(id, gate_draft("Write it down."));
  CHECK(stops_for(practice.coordinator, id) == "PARTNERSHIP report-check-missing;PUBLIC report-check-missing;");
  practice.add(id, gate_checked);
  practice.refused(id, gate_public, "second-person-required", "/productShared");
  practice.add(id, gate_shared);
  CHECK(stops_for(practice.coordinator, id) == "PUBLIC second-person-required;");
  auto second = somebody(practice, "coordinator-2", "coordinator");
  CHECK(stops_for(second, id).empty());
  auto reader = somebody(practice, "some-reader", "reader");
  CHECK(stops_for(reader, id).empty());
  CHECK(second.post("/v1/cases/" + id + "/entries", gate_public).status == 201);
}

TEST_CASE("A token that somebody else made is no second person for a product, and shares one within the partnership",
          "[service]") {
  Practice practice{DaemonWish{false, {}, 0, {{"coordinator-1", "coordinator"}, {"coordinator-2", "coordinator"}}}};
  const auto id = practice.open();
  auto made = practice.daemon.coordinator("x-one");
  auto second = practice.daemon.caller(practice.daemon.issue("coordinator-2", "coordinator"));
  const auto record = [&](HttpCaller& by, const std::string& body) {
    const auto answer = by.post("/v1/cases/" + id + "/entries", body);
    return answer.status == 201 ? std::string("recorded") : answer.code();
  };
  CHECK(record(practice.coordinator, gate_draft("Write it down.")) == "recorded");
  CHECK(record(made, gate_checked) == "second-person-required");
  CHECK(record(practice.coordinator, gate_checked) == "recorded");
  CHECK(record(made, gate_public) == "second-person-required");
  CHECK(stops_for(made, id) == "PUBLIC second-person-required;");
  CHECK(record(made, gate_shared) == "recorded");
  CHECK(record(second, gate_public) == "recorded");
}

TEST_CASE("While an embargo keeps back the report of a source, learning without names goes on", "[service]") {
  Held held;
  const auto other = held.practice.open();
  held.practice.add(other, gate_draft("Write it down.", held.id));
  held.practice.add(other, gate_checked);
  held.practice.add(held.id, embargo(R"("REPORT")", R"("coordinator-1")"));
  auto second = somebody(held.practice, "coordinator-2", "coordinator");
  CHECK(stops_for(second, other).empty());
  for (const auto& given : {gate_shared, gate_event}) held.practice.add(other, given);
  CHECK(second.post("/v1/cases/" + other + "/entries", gate_public).status == 201);
}

TEST_CASE("Where a partnership holds products with the report of a source, none of any sort goes to anybody",
          "[service]") {
  const OverlayFolder rules("held-learning-style");
  for (const auto* sort : {"NEWSLETTER_ITEM", "LEARNING_EVENT", "VIDEO"}) {
    INFO(sort);
    Held held(DaemonWish{true, rules.arguments()});
    const auto other = held.practice.open();
    held.practice.add(other, gate_draft("Write it down.", held.id, sort));
    held.practice.add(other, gate_checked);
    held.practice.add(other, gate_shared);
    held.practice.add(held.id, embargo(R"("REPORT")", R"("coordinator-1")"));
    for (const auto& given : {gate_shared, gate_event}) {
      const auto refused = held.practice.refused(other, given, "publication-held");
      CHECK(says(refused, held.id + "/embargo-1"));
      CHECK(says(refused, "Crown Prosecution Service"));
    }
    CHECK(stops_for(held.practice.coordinator, other).starts_with("PARTNERSHIP publication-held;"));
  }
}

TEST_CASE("An embargo on a report in a case that the sharer does not see keeps a product back there, and is not named",
          "[service]") {
  const OverlayFolder rules("held-learning-style");
  Practice practice{DaemonWish{true, rules.arguments()}};
  const auto [id, hidden] = practice.cases_of_one_review();
  practice.add(id, gate_draft("Write it down."));
  practice.add(id, gate_checked);
  practice.add(hidden, embargo(R"("REPORT")", R"("coordinator-1")"));
  practice.add(hidden, conflict_of("coordinator-2", "EXCLUDED"));
  auto second = somebody(practice, "coordinator-2", "coordinator");
  const auto refused = second.post("/v1/cases/" + id + "/entries", gate_shared);
  CHECK(refused.code() == "publication-held");
  CHECK_FALSE(says(refused, hidden));
  CHECK_FALSE(says(refused, "embargo-1"));
}

}  // namespace
}  // namespace review::service_test
