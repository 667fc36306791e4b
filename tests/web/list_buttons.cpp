#include <catch2/catch.hpp>

#include "review/v1/learning.pb.h"
#include "review/v1/rapid_review.pb.h"
#include "reviewd/web/words/form_fields.hpp"

namespace reviewd {
namespace {

namespace v1 = review::v1;

std::string added(const google::protobuf::Descriptor& type, const char* list, int count) {
  const auto* field = type.FindFieldByName(list);
  REQUIRE(field != nullptr);
  return add_words(*field, count);
}

TEST_CASE("The button below a list says a, an or another, as its things are called", "[web]") {
  const auto& captured = *v1::LearningCaptured::descriptor();
  CHECK(added(captured, "findings", 0) == "Add a finding");
  CHECK(added(captured, "findings", 1) == "Add another finding");
  const auto& finding = *v1::Finding::descriptor();
  CHECK(added(finding, "bears_on", 0) == "Add another finding");
  CHECK(added(finding, "bears_on", 2) == "Add another finding");
  CHECK(added(*v1::RapidReviewDecided::descriptor(), "options", 0) == "Add an option");
}

}  // namespace
}  // namespace reviewd
