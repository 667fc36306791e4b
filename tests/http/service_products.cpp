#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "tests/http/chronology_support.hpp"
#include "tests/http/held_case.hpp"
#include "tests/http/rehearsal_support.hpp"
#include "tests/http/sight_support.hpp"

/// Learning products: nobody is named in one, and nothing of a source comes out to who may not see it.
namespace review::service_test {
namespace {

/// A draft with one text. `more` are further members, each with a comma behind it.
std::string drafted(const std::string& text, const std::string& more = "", const std::string& title = "Handovers") {
  return fmt::format(R"({{"productDrafted":{{{}"sort":"NEWSLETTER_ITEM","title":"{}",)"
                     R"("sections":[{{"section":"what-to-do","text":"{}"}}]}}}})",
                     more, title, text);
}

std::string redrafted(const std::string& text) { return drafted(text, R"("product":"product-1",)"); }

std::string drawing_on(const std::string& id) { return fmt::format(R"("drawsOn":[{{"ofCase":"{}"}}],)", id); }

const std::string checked = R"({"productChecked":{}})";
const std::string shared = R"({"productShared":{"with":["POLICE","midwifery"],"groups":["BOARD"],"how":"MAIL"}})";

std::string at(const std::string& id, const std::string& below = "") {
  return "/v1/cases/" + id + "/products/product-1" + below;
}

TEST_CASE("A name, a day of birth, a school or an address is found, and no product with one counts as checked",
          "[service]") {
  Practice practice;
  practice.day("2026-01-05");
  const auto id = practice.open(named_incident);
  for (const auto* text : {"Ms Quillfeather was not asked.", "The child, born on 4 March 2019, was not asked.",
                           "Nobody asked at Oakfield Primary School.", "They lived in Acacia Avenue."}) {
    INFO(text);
    practice.add(id, practice.show(id).at("products").as_array().empty() ? drafted(text) : redrafted(text));
    const auto seen = practice.coordinator.post(at(id, ":check"), "");
    CHECK(seen.status == 200);
    CHECK(seen.text("/findings/0/place") == "What to do");
    const auto refused = practice.refused(id, checked, "not-in-this-stage", "/productChecked/product");
    CHECK_FALSE(says(refused, "Quillfeather"));
    practice.refused(id, shared, "report-check-missing");
  }
  practice.add(id, redrafted("The family was not asked."));
  CHECK(practice.coordinator.post(at(id, ":check"), "").json().at("findings").as_array().empty());
  practice.add(id, checked);
  practice.add(id, shared);
}

TEST_CASE("A name in the title is found too", "[service]") {
  Practice practice;
  practice.day("2026-01-05");
  const auto id = practice.open(named_incident);
  practice.add(id, drafted("Ask the family.", "", "Learning from Odile"));
  CHECK(practice.coordinator.post(at(id, ":check"), "").text("/findings/0/place") == "Title");
  practice.refused(id, checked, "not-in-this-stage", "/productChecked/product");
}

TEST_CASE("A name in the short name is found too, since it stands in addresses", "[service]") {
  Practice practice;
  practice.day("2026-01-05");
  const auto id = practice.open(named_incident);
  practice.add(id, drafted("Ask the family.", R"("product":"quillfeather-briefing",)"));
  const auto seen = practice.coordinator.post("/v1/cases/" + id + "/products/quillfeather-briefing:check", "");
  CHECK(seen.text("/findings/0/place") == "Short name");
  practice.refused(id, checked, "not-in-this-stage", "/productChecked/product");
}

TEST_CASE("A word that may be a name is counted, and left with a reason", "[service]") {
  Practice practice;
  practice.day("2026-01-05");
  const auto id = practice.open(
      R"({"incidentLogged":{"localAuthorityAwareOn":"2026-01-05","harm":"SERIOUS_HARM","abuseOrNeglect":"SUSPECTED",)"
      R"("children":[{"pseudonym":"Child A","ageYears":7,"name":"Summer Quillfeather"}],"occurredIn":"sandwell"}})");
  practice.add(id, drafted("Ask again in Summer."));
  practice.refused(id, checked, "not-a-choice", "/productChecked/left");
  practice.refused(id, R"({"productChecked":{"left":1}})", "reasons-required", "/productChecked/reasons");
  practice.add(id, R"({"productChecked":{"left":1,"reasons":"It is the time of year."}})");
}

TEST_CASE("Names of everything that a product draws on are looked for, also of what only an earlier version named",
          "[service]") {
  Practice practice;
  practice.day("2026-01-05");
  const auto source = practice.open(named_incident);
  const auto id = practice.open();
  practice.add(id, drafted("Ask Ms Quillfeather.", drawing_on(source)));
  practice.refused(id, checked, "not-in-this-stage", "/productChecked/product");
  practice.add(id, redrafted("Ask Ms Quillfeather."));
  practice.refused(id, checked, "not-in-this-stage", "/productChecked/product");
  const auto other = practice.open();
  practice.add(other, drafted("Ask Ms Quillfeather."));
  practice.add(other, checked);
}

TEST_CASE("Who does not see a source reads no word of a draft, and where it comes from never", "[service]") {
  Practice practice;
  practice.day("2026-01-05");
  const auto source = practice.open(named_incident);
  const auto id = practice.open();
  practice.add(id, member_of("pam", "police"));
  practice.add(id, drafted("A mulberry text.", drawing_on(source), "A mulberry title"));
  auto member = somebody(practice, "pam", "panel-member");
  const std::vector<std::string> addresses = {at(id), "/v1/products", "/v1/products:csv", "/v1/cases/" + id,
                                              "/v1/cases/" + id + "/entries"};
  for (const auto& address : addresses) {
    INFO(address);
    const auto answer = member.get(address);
    CHECK(answer.status == 200);
    CHECK_FALSE(says(answer, "mulberry"));
    CHECK_FALSE(says(answer, source));
  }
  // Nor in its text, which says what the reader may read.
  const auto text = words_of_text(member.get(at(id, ":odt")).body);
  CHECK(says(text, "Draft: not checked for names."));
  CHECK_FALSE(says(text, "mulberry"));
  CHECK(says(words_of_text(practice.coordinator.get(at(id, ":odt")).body), "A mulberry text."));
  CHECK(somebody(practice, "an-outsider", "panel-member").get(at(id, ":odt")).status == 404);
  const auto search = [](HttpCaller& caller) { return caller.post("/v1/cases:search", R"({"words":"mulberry"})"); };
  CHECK_FALSE(says(search(member), id));
  CHECK(says(search(practice.coordinator), id));
  practice.add(id, checked);
  CHECK(says(search(member), id));
  for (const auto& address : addresses) {
    INFO(address);
    CHECK_FALSE(says(member.get(address), source));
  }
  CHECK(says(member.get(at(id)), "A mulberry text."));
  CHECK(says(member.get("/v1/products"), "A mulberry title"));
}

TEST_CASE("What a correction took out of a draft is shown to nobody who does not see a source, also once it is checked",
          "[service]") {
  Practice practice;
  practice.day("2026-01-05");
  const auto source = practice.open(named_incident);
  const auto id = practice.open();
  practice.add(id, member_of("pam", "police"));
  const auto first = practice.add(id, drafted("A mulberry text.", drawing_on(source), "A mulberry title"));
  practice.day("2026-01-06");
  practice.add(id, corrected(first, drafted("A medlar text.", R"("product":"product-1",)" + drawing_on(source))));
  practice.add(id, corrected(first, drafted("A quiet text.", R"("product":"product-1",)" + drawing_on(source))));
  practice.add(id, checked);
  auto member = somebody(practice, "pam", "panel-member");
  CHECK(says(member.get(at(id)), "A quiet text."));
  for (const auto* below : {"/entries", "/entries?asAt=2026-01-05"}) {
    const auto entries = member.get("/v1/cases/" + id + below);
    INFO(below);
    CHECK(entries.status == 200);
    CHECK_FALSE(says(entries, "mulberry"));
    CHECK_FALSE(says(entries, "medlar"));
  }
  CHECK(says(practice.coordinator.get("/v1/cases/" + id + "/entries"), "mulberry"));
}

TEST_CASE("A product draws on nothing that its author does not see, word for word as on nothing that there is",
          "[service]") {
  Practice practice;
  const auto source = practice.open();
  const auto id = practice.open();
  practice.add(source, conflict_of("second-coordinator", "EXCLUDED"));
  auto second = somebody(practice, "second-coordinator", "coordinator");
  const auto sent = [&](const std::string& of) {
    const auto answer = second.post("/v1/cases/" + id + "/entries", drafted("Ask.", drawing_on(of)));
    CHECK(answer.status == 409);
    return without(answer.text("/detail"), of);
  };
  CHECK(sent(source) == sent("26-0099"));
  practice.add(id, drafted("Ask.", drawing_on(source)));
  CHECK(second.post("/v1/cases/" + id + "/entries", checked).code() == "not-permitted");
  practice.add(id, checked);
  CHECK(second.post("/v1/cases/" + id + "/entries", shared).code() == "not-permitted");
}

TEST_CASE("A name under an embargo is blotted out of products that draw on its case, and is not found by trying",
          "[service]") {
  Held held;
  const auto other = held.practice.open();
  held.practice.add(other, drafted(repeated, drawing_on(held.id), "Thistledown"));
  held.place();
  auto reader = somebody(held.practice, "some-reader", "reader");
  for (const auto& address :
       {at(other), std::string("/v1/products"), std::string("/v1/products:csv"), "/v1/cases/" + other + "/entries"}) {
    tells_nothing(reader.get(address), address, told_of_child);
  }
  CHECK(says(somebody(held.practice, "named-reader", "reader").get(at(other)), "Thistledown"));
  const auto tried = held.practice.coordinator.post(at(other, ":check"), "");
  CHECK(tried.status == 200);
  tells_nothing(tried, "the check", told_of_child);
  CHECK(says(tried, "Names under an embargo"));
  const auto refused = held.practice.send(other, checked);
  CHECK(refused.code() == "not-permitted");
}

TEST_CASE("A name under an embargo on a source makes no recommendation beside a product look nearer", "[service]") {
  Held held;
  const auto other = held.practice.open();
  held.practice.add(other, drafted("Ask.", drawing_on(held.id)));
  held.practice.add(other,
                    R"({"recommendationMade":{"text":"Midwives hand families such as Thistledown over to health )"
                    R"(visitors in writing.","to":["POLICE"]}})");
  held.place();
  auto reader = somebody(held.practice, "some-reader", "reader");
  const auto alike = [&](const std::string& word) {
    const auto found = reader.post("/v1/recommendations:nearest",
                                   fmt::format(R"({{"text":"Midwives hand families such as {} over to health visitors )"
                                               R"(in writing."}})",
                                               word));
    REQUIRE(found.status == 200);
    REQUIRE(found.json().at("nearest").as_array().size() == 1);
    tells_nothing(found, word, told_of_child);
    return found.json().at("nearest").at(0).at("alike").as_int64();
  };
  CHECK(alike("Thistledown") == alike("Bramblecote"));
}

TEST_CASE("The register says who got a product and which agencies have not confirmed that they understood it",
          "[service]") {
  Practice practice;
  const auto id = practice.open();
  practice.add(id, drafted("Write it down.", R"("themes":["babies"],)", "=Handovers"));
  practice.add(id, checked);
  practice.add(id, shared);
  practice.add(id, R"({"learningEventHeld":{"attendance":[{"agency":"police","people":3},)"
                   R"({"agency":"school-south","people":7}]}})");
  practice.add(id, R"({"productReceived":{"agency":"midwifery","reached":40,"read":30,"answered":12,)"
                   R"("changes":"We ask at every booking."}})");
  const auto found = practice.coordinator.get("/v1/products?filter=theme=babies%20AND%20sort=NEWSLETTER_ITEM").json();
  const auto& rows = found.at("products").as_array();
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].at("sections").at(0).at("title") == "What to do");
  const auto& agencies = rows[0].at("agencies").as_array();
  REQUIRE(agencies.size() == 3);
  CHECK(agencies[0].at("agency") == "POLICE");
  CHECK(agencies[0].at("attended") == 3);
  CHECK(agencies[0].at("confirmed") == false);
  CHECK(agencies[1].at("agency") == "midwifery");
  CHECK(agencies[1].at("confirmed") == true);
  CHECK(agencies[1].at("changes") == "We ask at every booking.");
  CHECK_FALSE(agencies[2].as_object().contains("sharedOn"));
  const auto file = practice.coordinator.get("/v1/products:csv");
  CHECK(says(file, "school-south"));
  CHECK_FALSE(says(file, ",=Handovers"));
  CHECK(practice.coordinator.get("/v1/products?filter=sort=VIDEO").json().at("products").as_array().empty());
  CHECK(practice.coordinator.get("/v1/products?filter=sort=FILM").code() == "not-a-choice");
  CHECK(practice.coordinator.get("/v1/products?filter=colour=red").code() == "malformed");
  CHECK(practice.coordinator.get("/v1/cases/" + id + "/products/product-9").code() == "not-found");
  CHECK(somebody(practice, "an-agency", "agency-contact").get("/v1/products").code() == "not-permitted");
}

TEST_CASE("What was seen in the register of products is on record", "[service]") {
  Practice practice;
  const auto id = practice.open();
  practice.add(id, drafted("Write it down."));
  auto reader = somebody(practice, "some-reader", "reader");
  CHECK(reads_of(practice, id, "some-reader").empty());
  CHECK(reader.get("/v1/products").status == 200);
  CHECK_FALSE(reads_of(practice, id, "some-reader").empty());
}

TEST_CASE("The law lists the headings of the seven-minute form", "[service]") {
  Practice practice;
  const auto law = practice.coordinator.get("/v1/law").json();
  const auto& headings = law.at("productForms").at(0).at("headings").as_array();
  REQUIRE(headings.size() == 7);
  CHECK(headings[0].at("heading") == "what-happened");
  CHECK_FALSE(law.at("productForms").at(0).at("cites").as_array().empty());
}

}  // namespace
}  // namespace review::service_test
