#include <catch2/catch.hpp>
#include <initializer_list>
#include <string>
#include <vector>

#include "libreview/record/names_since_check.hpp"
#include "libreview/record/product_embargo.hpp"
#include "tests/support/small_case.hpp"

/// What scenarios cannot reach of the rules by which a learning product goes out.
namespace review::test {
namespace {

const std::string check_time = "2026-03-03T12:00:00.000Z";

v1::Entry child_called(const std::string& name, const std::string& id, const std::string& time) {
  auto one =
      entry("{'circumstancesChanged':{'on':'2026-03-03','children':[{'child':'child-1','name':'" + name + "'}]}}");
  one.set_entry(id);
  one.set_recorded_time(time);
  return one;
}

std::vector<StrangerText> stranger_text(const std::string& text) { return {{"What to do", text}}; }

/// Whether a source in which the child is called so by then brings a product that says `text` to a new check.
bool asks_anew(const std::string& known, const std::string& by_now, const std::string& time, const std::string& text,
               const std::string& until = "") {
  KnownNames names;
  names.put_other({child_called(known, "first", "2026-03-02T12:00:00.000Z"), child_called(by_now, "second", time)},
                  check_time, until);
  return names.tells_more_of(stranger_text(text));
}

TEST_CASE("what was recorded in another record at the very instant of a check was not looked for", "[unit]") {
  const std::string text = "Ask what Bramblecote said.";
  CHECK(asks_anew("Odile Quillfeather", "Odile Bramblecote", check_time, text));
  CHECK(asks_anew("Odile Quillfeather", "Odile Bramblecote", "2026-03-03T12:00:00.001Z", text));
  CHECK_FALSE(asks_anew("Odile Quillfeather", "Odile Bramblecote", "2026-03-03T11:59:59.999Z", text));
  CHECK_FALSE(asks_anew("Odile Quillfeather", "Odile Thistledown", check_time, text));
}

TEST_CASE("what came up after a product went out does not count against it then", "[unit]") {
  const std::string text = "Ask what Bramblecote said.";
  const std::string later = "2026-03-05T12:00:00.000Z";
  CHECK_FALSE(asks_anew("Odile Quillfeather", "Odile Bramblecote", later, text, later));
  CHECK(asks_anew("Odile Quillfeather", "Odile Bramblecote", later, text, "2026-03-05T12:00:00.001Z"));
}

TEST_CASE("a word that was left stays left, until it tells more", "[unit]") {
  const std::string later = "2026-03-05T12:00:00.000Z";
  CHECK_FALSE(asks_anew("Summer Quillfeather", "Summer Oakenshawe", later, "Ask again in Summer."));
  CHECK(asks_anew("Odile Quillfeather", "Summer Oakenshawe", later, "Ask again in Summer."));
  CHECK(asks_anew("Summer Quillfeather", "Summer Bramblecote", later, "The Summer Bramblecote fell."));
}

TEST_CASE("of its own record a check knew what stood before it, whatever the clock said", "[unit]") {
  const auto before = child_called("Odile Quillfeather", "before", "2026-03-04T12:00:00.000Z");
  auto check = entry("{'productChecked':{'product':'product-1'}}");
  check.set_entry("check");
  check.set_recorded_time(check_time);
  const auto after = child_called("Odile Bramblecote", "after", "2026-03-01T12:00:00.000Z");
  KnownNames names;
  names.put_own({before, check, after}, "check");
  CHECK(names.tells_more_of(stranger_text("Ask what Bramblecote said.")));
  CHECK_FALSE(names.tells_more_of(stranger_text("Ask what Quillfeather said.")));
}

v1::EmbargoFile embargo_over(std::initializer_list<v1::Covered> covers,
                             std::initializer_list<const char*> documents = {}) {
  v1::EmbargoFile embargo;
  embargo.set_embargo("embargo-1");
  for (const auto sort : covers) embargo.add_covers(sort);
  for (const auto* document : documents) embargo.add_documents(document);
  return embargo;
}

/// `report` and `people` where the embargo bears on the one or the other.
std::string bears_on(const v1::EmbargoFile& embargo) {
  v1::CaseFile source;
  source.set_case_("26-0002");
  *source.add_embargoes() = embargo;
  auto& report = *source.add_named();
  report.set_sort("document");
  report.set_name("report");
  report.set_review("review-1");
  auto& minutes = *source.add_named();
  minutes.set_sort("document");
  minutes.set_name("minutes");
  v1::Product product;
  product.add_draws_on()->set_of_case("26-0002");
  const std::vector<v1::CaseFile> records{source};
  const auto found = embargo_on({}, product, find_among(records));
  for (const auto& hold : found.of_report) CHECK(hold.name == "26-0002/embargo-1");
  return std::string(found.of_report.empty() ? "" : "report") + (found.of_people.empty() ? "" : "people");
}

TEST_CASE("an embargo on documents keeps back a report where it names one, or names none", "[unit]") {
  CHECK(bears_on(embargo_over({v1::COVERED_REPORT})) == "report");
  CHECK(bears_on(embargo_over({v1::COVERED_DOCUMENT})) == "report");
  CHECK(bears_on(embargo_over({v1::COVERED_DOCUMENT}, {"report"})) == "report");
  CHECK(bears_on(embargo_over({v1::COVERED_DOCUMENT}, {"minutes"})).empty());
  CHECK(bears_on(embargo_over({v1::COVERED_IDENTIFYING_FACTS})) == "people");
  auto lifted = embargo_over({v1::COVERED_REPORT, v1::COVERED_IDENTIFYING_FACTS});
  lifted.set_lifted(true);
  CHECK(bears_on(lifted).empty());
}

TEST_CASE(
    "an embargo on a report keeps products back where the partnership says so, and on names where the check left any",
    "[unit]") {
  ProductEmbargo on_report;
  on_report.of_report.push_back({"EMBARGO", "embargo-1", "2026-03-02", "", ""});
  ProductEmbargo beside;
  beside.beside = true;
  ProductEmbargo on_people;
  on_people.of_people = on_report.of_report;
  const auto& documents_alone = law().partnership();
  auto strict = documents_alone;
  strict.products_held_with_report = true;
  v1::Product clean;
  v1::Product left;
  left.set_left(1);
  CHECK(keeps_back(on_report, clean, strict));
  CHECK(keeps_back(beside, clean, strict));
  CHECK_FALSE(keeps_back(on_report, left, documents_alone));
  CHECK_FALSE(keeps_back(beside, left, documents_alone));
  CHECK_FALSE(keeps_back(on_people, clean, strict));
  CHECK(keeps_back(on_people, left, documents_alone));
  CHECK_FALSE(keeps_back({}, left, strict));
}

}  // namespace
}  // namespace review::test
