#include <catch2/catch.hpp>

#include "libreview/access/disclose.hpp"
#include "tests/support/small_case.hpp"

/// What two people say of an embargo, and what one may put right alone.
namespace review::test {
namespace {

constexpr const char* placed = "{'embargoPlaced':{'reason':'A trial is to come.','reviewOn':'2026-07-01'}}";
constexpr const char* lifted = "{'embargoLifted':{'evidence':'Court record'}}";

std::string proposed_by(const std::string& decider) {
  return "{'decidedBy':['" + decider + "'],'embargoLiftProposed':{'conditions':'Sentence is passed.'}}";
}

bool is_agreed(const SmallCase& one) {
  const CaseFacts facts{one.file(), {}, {}, {}, one.today(), true};
  const auto shown = disclose(facts, Reader{"ann", Role::coordinator});
  REQUIRE(shown);
  REQUIRE(shown->embargoes_size() == 1);
  return shown->embargoes(0).agreed_beforehand();
}

std::string covering(const std::string& what) {
  return "{'embargoPlaced':{'embargo':'embargo-1','covers':['DOCUMENT']," + what +
         "'reason':'A trial is to come.','reviewOn':'2026-07-01'}}";
}

}  // namespace

TEST_CASE("a lift is agreed beforehand where either of two people may confirm it", "[unit]") {
  SmallCase one;
  one.must(incident);
  one.must(placed);
  one.must(proposed_by("ann"));
  CHECK_FALSE(is_agreed(one));
  SECTION("and not where two people recorded what one decided") {
    one.as("bea").must(proposed_by("ann"));
    CHECK_FALSE(is_agreed(one));
    CHECK(one.as("ann").refused(lifted) == "second-person-required");
  }
  SECTION("and not where one recorded what two decided") {
    one.must(proposed_by("bea"));
    CHECK_FALSE(is_agreed(one));
    CHECK(one.refused(lifted) == "second-person-required");
  }
  SECTION("each of whom decided") {
    one.as("bea").must(proposed_by("bea"));
    CHECK(is_agreed(one));
    one.as("ann").must(lifted);
    CHECK_FALSE(is_agreed(one));
  }
}

TEST_CASE("one person may correct an embargo to cover more documents, and not fewer", "[unit]") {
  SmallCase one;
  one.must(incident);
  one.must("{'documentFiled':{'document':'doc-1','title':'Report'}}");
  one.must("{'documentFiled':{'document':'doc-2','title':'Annex'}}");
  const auto entry = one.must(covering("'documents':['doc-1'],"));
  const auto correction = [&](const std::string& what) {
    return "{'entryCorrected':{'entry':'" + entry + "','reason':'mistyped','replacement':" + covering(what) + "}}";
  };
  CHECK(one.refused(correction("'documents':['doc-2'],")) == "second-person-required");
  one.must(correction("'documents':['doc-1','doc-2'],"));
  one.must(correction(""));
  CHECK(one.file().embargoes(0).documents().empty());
  CHECK(one.refused(correction("'documents':['doc-1','doc-2'],")) == "second-person-required");
}

}  // namespace review::test
