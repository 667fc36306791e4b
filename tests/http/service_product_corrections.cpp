#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "reviewd/documents/zip_file.hpp"
#include "tests/http/sight_support.hpp"

/// What was shared is not widened afterwards past who may see what a product draws on; to look at a product is no work
/// for others and no reading of the case, and an unchecked text says what it is.
namespace review::service_test {
namespace {

const std::string plain_check = R"({"productChecked":{}})";

std::string draft_drawing_on(const std::vector<std::string>& sources, const std::string& product = "product-1") {
  std::string drawn;
  for (const auto& source : sources) drawn += fmt::format(R"({}{{"ofCase":"{}"}})", drawn.empty() ? "" : ",", source);
  return fmt::format(R"({{"productDrafted":{{"product":"{}","drawsOn":[{}],"sort":"VIDEO","title":"Handovers",)"
                     R"("sections":[{{"section":"what-to-do","text":"Write it down."}}]}}}})",
                     product, drawn);
}

std::string shared_with(const std::string& agencies, const std::string& how = "MAIL") {
  return fmt::format(R"({{"productShared":{{"with":[{}],"how":"{}"}}}})", agencies, how);
}

std::string styles_of(const std::string& odt) {
  const auto members = reviewd::read_zip(odt);
  for (const auto& one : members.value()) {
    if (one.name == "styles.xml") return reviewd::unpacked(odt, one, 1'000'000).value_or("");
  }
  return {};
}

TEST_CASE("Who does not see a source of a product corrects how it was shared, and gives it to nobody else",
          "[service]") {
  Practice practice;
  const auto source = practice.open();
  const auto id = practice.open();
  practice.add(id, draft_drawing_on({source}));
  practice.add(id, plain_check);
  const auto share = practice.add(id, shared_with(R"("midwifery")"));
  practice.add(source, conflict_of("coordinator-2", "EXCLUDED"));
  auto second = somebody(practice, "coordinator-2", "coordinator");
  const auto corrects = [&](const std::string& replacement) {
    return second.post("/v1/cases/" + id + "/entries", corrected(share, replacement),
                       {{"If-Match", if_match(practice.version(id))}});
  };
  const auto refused = corrects(shared_with(R"("midwifery","POLICE")"));
  CHECK(refused.code() == "not-permitted");
  CHECK_FALSE(says(refused, source));
  CHECK(corrects(shared_with(R"("midwifery")", "TRAINING")).status == 201);
}

TEST_CASE("A check, a share and an event say of which version they are, where nobody does", "[service]") {
  Practice practice;
  const auto id = practice.open();
  practice.add(id, draft_drawing_on({}));
  practice.add(id, draft_drawing_on({}));
  CHECK(practice.add(id, plain_check).at("productChecked").at("version").as_int64() == 2);
  CHECK(practice.add(id, shared_with(R"("midwifery")")).at("productShared").at("version").as_int64() == 2);
  const auto held = practice.add(id, R"({"learningEventHeld":{"attendance":[{"agency":"midwifery","people":4}]}})");
  CHECK(held.at("learningEventHeld").at("version").as_int64() == 2);
}

TEST_CASE("To look at a product, and to be told whom it cannot go to, is no preview of the case", "[service]") {
  Practice practice;
  const auto id = practice.open();
  practice.add(id, draft_drawing_on({}));
  auto cora = practice.daemon.coordinator("cora");
  const auto shown = cora.get("/v1/cases/" + id + "/products/product-1");
  CHECK(shown.json().at("stops").as_array().size() == 2);
  CHECK_FALSE(reads_of(practice, id, "cora").contains("preview"));
}

TEST_CASE("A product draws on so many records and no more, with what its earlier versions drew on", "[service]") {
  Practice practice;
  const auto id = practice.open();
  std::vector<std::string> sources;
  for (int i = 0; i < 31; ++i) sources.push_back(practice.open());
  practice.refused(id, draft_drawing_on(sources), "not-a-choice", "/productDrafted/drawsOn");
  const auto last = sources.back();
  sources.pop_back();
  practice.add(id, draft_drawing_on(sources));
  practice.refused(id, draft_drawing_on({last}), "not-a-choice", "/productDrafted/drawsOn");
  practice.add(id, draft_drawing_on({last}, "product-2"));
}

TEST_CASE("The text of a product is marked until it is checked", "[service]") {
  Practice practice;
  const auto id = practice.open();
  practice.add(id, draft_drawing_on({}));
  const auto text = [&] { return practice.coordinator.get("/v1/cases/" + id + "/products/product-1:odt").body; };
  CHECK(styles_of(text()).find("OFFICIAL-SENSITIVE") != std::string::npos);
  practice.add(id, plain_check);
  CHECK(styles_of(text()).find("OFFICIAL-SENSITIVE") == std::string::npos);
}

}  // namespace
}  // namespace review::service_test
