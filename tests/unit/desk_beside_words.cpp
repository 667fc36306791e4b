#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "tests/unit/desk_support.hpp"

/// An embargo on what tells who somebody of one case is, in the words of a case beside it. Invented people.
namespace review::test {
namespace {

constexpr const char* child_of_lead =
    "{'circumstancesChanged':{'on':'2026-03-02','children':[{'child':'child-1','name':'Thistledown Oakenshawe'}]}}";
constexpr const char* identity_of_beside =
    "{'embargoPlaced':{'covers':['IDENTIFYING_FACTS'],'reason':'A trial is to come.','reviewOn':'2026-07-01',"
    "'readers':['named-reader']}}";
constexpr const char* held = "{'meetingHeld':{'quorate':true},'note':'We spoke of Thistledown.'}";

/// Two cases in one rapid review; what the first one knows was said at its meeting stands in the second.
struct TwoCases {
  DeskOffice office;
  std::string lead = office.open();
  std::string joined = office.open();

  TwoCases() {
    for (const auto& id : {lead, joined}) office.must(id, "{'panelNotified':{}}");
    office.must(lead, child_of_lead);
    office.must(lead, "{'rapidReviewJoined':{'cases':['" + joined + "']}}");
    office.must(lead, held);
  }

  /// What is noted of the meeting in the joined case, as this person reads it.
  std::string note(const std::string& person) {
    const auto shown = office.desk.entries(joined, Reader{person, Role::coordinator}, office.moment());
    REQUIRE(shown);
    const auto found =
        std::find_if(shown->begin(), shown->end(), [](const v1::Entry& one) { return one.has_meeting_held(); });
    REQUIRE(found != shown->end());
    return found->note();
  }

  /// Whether somebody was noted since the last time as reading through an embargo of the lead.
  bool read_through() {
    const auto shown = office.desk.take_shown();
    return std::any_of(shown.begin(), shown.end(),
                       [&](const auto& one) { return one.case_id == lead && one.what == "embargo/embargo-1"; });
  }
};

}  // namespace

TEST_CASE("a name under an embargo in one case is not in words that were copied to another", "[unit]") {
  TwoCases two;
  CHECK(two.note("ann") == "We spoke of Thistledown.");
  two.office.must(two.lead, identity_of_beside);
  CHECK(two.note("ann") == "We spoke of [under embargo].");
  CHECK_FALSE(two.read_through());
}

TEST_CASE("who reads through the embargo of the other case reads its names here, and that is on record", "[unit]") {
  TwoCases two;
  two.office.must(two.lead, identity_of_beside);
  static_cast<void>(two.office.desk.take_shown());
  CHECK(two.note("named-reader") == "We spoke of Thistledown.");
  CHECK(two.read_through());
}

TEST_CASE("an embargo of one case leaves the fields of the other, and its documents, as they were", "[unit]") {
  TwoCases two;
  two.office.must(
      two.joined,
      "{'circumstancesChanged':{'on':'2026-03-02','children':[{'child':'child-1','name':'Peregrine Oakenshawe'}]}}");
  two.office.must(two.joined, "{'documentFiled':{'document':'doc-1','title':'Of Peregrine'}}");
  two.office.must(two.lead, identity_of_beside);
  two.office.must(two.lead,
                  "{'embargoPlaced':{'covers':['REPORT'],'reason':'A trial is to come.','reviewOn':'2026-07-01',"
                  "'readers':['named-reader']}}");
  const auto shown = two.office.desk.entries(two.joined, two.office.reader, two.office.moment());
  REQUIRE(shown);
  bool named = false;
  bool titled = false;
  for (const auto& one : *shown) {
    if (one.has_circumstances_changed())
      named = one.circumstances_changed().children(0).name() == "Peregrine Oakenshawe";
    if (one.has_document_filed()) titled = one.document_filed().title() == "Of Peregrine";
  }
  CHECK(named);
  CHECK(titled);
}

TEST_CASE("what is to be blotted is prepared once for each case of an answer, whatever order they come in", "[unit]") {
  TwoCases two;
  const auto file = [&](const std::string& id) { return *two.office.views.find(id); };
  const auto first = two.office.desk.blot_of(file(two.lead));
  static_cast<void>(two.office.desk.blot_of(file(two.joined)));
  CHECK(two.office.desk.blot_of(file(two.lead)) == first);
  static_cast<void>(two.office.desk.take_shown());
  CHECK(two.office.desk.blot_of(file(two.lead)) != first);
}

}  // namespace review::test
