#include <catch2/catch.hpp>

#include "libreview/record/bodies.hpp"
#include "tests/support/small_case.hpp"

namespace review::test {

TEST_CASE("a body has one name, however it is spelt", "[unit]") {
  CHECK(is_same_body("integrated-care-board", "INTEGRATED_CARE_BOARD"));
  CHECK(is_same_body("POLICE", "police"));
  CHECK_FALSE(is_same_body("police", "police-2"));
  CHECK_FALSE(is_same_body("", "POLICE"));
}

TEST_CASE("who signs and who is told counts in either spelling", "[unit]") {
  SmallCase one;
  one.must("{'incidentLogged':{'localAuthorityAwareOn':'2026-03-02','harm':'DEATH','abuseOrNeglect':'SUSPECTED'}}");
  one.must("{'panelNotified':{'informed':['police','integrated-care-board']}}");
  CHECK(one.file().partners_informed_size() == 2);
  one.must("{'meetingHeld':{'quorate':true}}");
  one.must("{'rapidReviewDecided':{'outcome':'LCSPR','reasons':'why','meeting':'meeting-1','criteria':" +
           std::string(review_criteria) + "}}");
  CHECK(one.refused("{'rapidReviewSubmitted':{}}") == "sign-off-missing");
  for (const std::string body : {"local-authority", "integrated-care-board", "police"}) {
    one.must("{'signedOff':{'of':'RAPID_REVIEW','body':'" + body + "'}}");
  }
  one.must("{'rapidReviewSubmitted':{}}");
  CHECK(one.file().stage() == v1::STAGE_AWAITING_PANEL);
}

}  // namespace review::test
