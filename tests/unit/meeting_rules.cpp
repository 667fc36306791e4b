#include <catch2/catch.hpp>

#include "libreview/meeting/admit_meeting.hpp"
#include "libreview/meeting/meeting_mirrors.hpp"
#include "libreview/record/quorum.hpp"
#include "tests/unit/meeting_support.hpp"

namespace review::test {
namespace {

/// The code and the pointer of the refusal; `taken` where there is none.
std::string refusal(const Meeting& meeting, const std::string& json, const std::string& who = "ann",
                    const std::string& today = "2026-03-18") {
  const Occasion occasion{who, Instant{}, day(today), law(), calendar(), {}};
  const auto admitted = admit_meeting(meeting, entry(json), occasion);
  if (admitted) return "taken";
  std::string text(code_name(admitted.error().code));
  if (!admitted.error().violations.empty()) text += " " + admitted.error().violations.front().pointer;
  return text;
}

TEST_CASE("the entries of a meeting add up to its agenda, seats, minutes and recommendations", "[unit]") {
  auto record = called_meeting();
  record.add(all_there)
      .add("{'itemMinuted':{'item':'26-0001','minutes':'First words.'}}")
      .add("{'itemMinuted':{'item':'26-0001','minutes':'Better words.'}}")
      .add("{'itemRecommended':{'item':'26-0001','recommends':'LCSPR'}}")
      .add("{'occurredOn':'2026-03-18','meetingEnded':{}}");
  const auto meeting = record.meeting();
  CHECK(meeting.version == 6);
  CHECK(meeting.state == MeetingState::ended);
  CHECK(meeting.items.size() == 3);
  CHECK(find_item(meeting, "26-0001")->minutes == "Better words.");
  CHECK(find_item(meeting, "26-0001")->recommended->recommends() == v1::OUTCOME_LCSPR);
  CHECK_FALSE(find_item(meeting, "26-0002")->recommended);
  CHECK(meeting.attendance.size() == 3);
  CHECK_FALSE(meeting.quorate);
}

TEST_CASE("a meeting that is called again moves, and keeps what the newer call leaves out", "[unit]") {
  auto record = called_meeting();
  record.add("{'occurredOn':'2026-03-12','meetingCalled':{'title':'Panel','heldOn':'2026-03-20'}}");
  const auto meeting = record.meeting();
  CHECK(meeting.held_on == "2026-03-20");
  CHECK(meeting.chair == "cleo");
  CHECK(meeting.items.size() == 3);
  CHECK(meeting.invited.size() == 2);
}

TEST_CASE("the newest declaration of a person about an item counts", "[unit]") {
  auto record = called_meeting();
  record.add("{'itemConflictDeclared':{'item':'26-0001','person':'pat','managed':'EXCLUDED'}}")
      .add("{'itemConflictDeclared':{'item':'26-0001','person':'lee','managed':'NO_POSITION'}}")
      .add("{'itemConflictDeclared':{'item':'26-0001','person':'pat','managed':'STAYS_DECLARED'}}");
  const auto meeting = record.meeting();
  const auto* item = find_item(meeting, "26-0001");
  CHECK(item->conflicts.size() == 2);
  CHECK_FALSE(is_out(*item, "pat"));
  CHECK_FALSE(is_out(*item, "lee"));
}

TEST_CASE("the rules of meetings refuse by name", "[unit]") {
  const auto meeting = called_meeting().meeting();
  CHECK(refusal({}, "{'itemMinuted':{'item':'item-1','minutes':'x'}}").starts_with("missing-reference"));
  CHECK(refusal({}, "{'attendanceRecorded':{'attendance':[{'agency':'POLICE'}]}}") == "not-in-this-stage");
  CHECK(refusal({}, "{'occurredOn':'2026-03-18','meetingCalled':{'title':'x','heldOn':'2026-03-17'}}") ==
        "dated-before-start /meetingCalled/heldOn");
  CHECK(refusal({}, "{'occurredOn':'2026-03-19','meetingCalled':{'title':'x','heldOn':'2026-03-20'}}") ==
        "dated-in-the-future /occurredOn");
  CHECK(refusal(meeting, "{'agendaItemAdded':{'item':{'item':'item-1','title':'x'}}}") ==
        "already-recorded /agendaItemAdded/item/item");
  CHECK(refusal(meeting, "{'agendaItemAdded':{'item':{'title':'x','case':'26-0002'}}}") ==
        "already-recorded /agendaItemAdded/item/case");
  CHECK(refusal(meeting, "{'agendaItemAdded':{'item':{'title':'x','case':'26-0003'}}}") == "taken");
  CHECK(refusal(meeting, "{'itemMinuted':{'item':'none','minutes':'x'}}") == "missing-reference /itemMinuted/item");
  CHECK(refusal(meeting,
                "{'attendanceRecorded':{'attendance':[{'agency':'POLICE','person':'pat'},"
                "{'agency':'OFSTED','person':'pat'}]}}") == "already-recorded /attendanceRecorded/attendance/1/person");
  CHECK(refusal(meeting, "{'attendanceRecorded':{'attendance':[{'agency':'POLICE'},{'agency':'POLICE'}]}}") ==
        "already-recorded /attendanceRecorded/attendance/1/agency");
  CHECK(refusal(meeting, "{'meetingEnded':{}}") == "missing-reference /meetingEnded/quorate");
  CHECK(refusal(meeting, "{'meetingEnded':{'quorate':true}}") == "taken");
  CHECK(refusal(meeting, "{'meetingEnded':{'quorate':true}}", "ann", "2026-03-17") == "dated-before-start /occurredOn");
}

TEST_CASE("when a meeting is over, only what was written down wrongly is put right", "[unit]") {
  auto record = called_meeting();
  record.add("{'occurredOn':'2026-03-18','meetingEnded':{'quorate':true}}");
  const auto ended = record.meeting();
  CHECK(refusal(ended, "{'itemMinuted':{'item':'item-1','minutes':'x'}}") == "taken");
  CHECK(refusal(ended, all_there) == "taken");
  CHECK(refusal(ended, "{'itemConflictDeclared':{'item':'item-1','person':'pat','managed':'NO_POSITION'}}") == "taken");
  CHECK(refusal(ended, "{'itemRecommended':{'item':'item-1','recommends':'LCSPR'}}") == "not-in-this-stage");
  CHECK(refusal(ended, "{'meetingCancelled':{'reasons':'x'}}") == "not-in-this-stage");
  const std::string despite =
      "'despite':[{'code':'not-in-this-stage','reasons':'x','authorisedBy':'cleo'}],"
      "'itemRecommended':{'item':'item-1','recommends':'LCSPR'}}";
  CHECK(refusal(ended, "{" + despite) == "taken");
  auto cancelled = called_meeting();
  cancelled.add("{'meetingCancelled':{'reasons':'x'}}");
  CHECK(refusal(cancelled.meeting(), all_there) == "not-in-this-stage");
  CHECK(refusal(called_meeting().meeting(), "{" + despite) == "not-a-choice /despite/0/code");
}

TEST_CASE("who takes no part in an item neither writes it down nor gives a position", "[unit]") {
  auto record = called_meeting();
  record.add("{'itemConflictDeclared':{'item':'26-0001','person':'pat','managed':'LEAVES_ITEM'}}")
      .add("{'itemConflictDeclared':{'item':'26-0001','person':'lee','managed':'NO_POSITION'}}");
  const auto meeting = record.meeting();
  const std::string minuted = "{'itemMinuted':{'item':'26-0001','minutes':'x'}}";
  CHECK(refusal(meeting, minuted, "pat") == "conflicted");
  CHECK(refusal(meeting, minuted, "lee") == "taken");
  CHECK(refusal(meeting, "{'itemMinuted':{'item':'26-0002','minutes':'x'}}", "pat") == "taken");
  CHECK(refusal(meeting,
                "{'itemRecommended':{'item':'26-0001','recommends':'LCSPR','dissent':[{'by':'lee','reasons':'x'}]}}") ==
        "conflicted /itemRecommended/dissent/0/by");
}

TEST_CASE("an item about a case is named after the case, so that no gap tells of another", "[unit]") {
  const Occasion occasion{"ann", Instant{}, day("2026-03-10"), law(), calendar(), {}};
  const auto prepared = prepare_meeting(
      {},
      entry("{'meetingCalled':{'title':'x','heldOn':'2026-03-18','items':[{'title':'a'},{'title':'b','case':'26-0007'},"
            "{'item':'item-2','title':'c'},{'title':'d'}]}}"),
      occasion);
  std::vector<std::string> names;
  for (const auto& item : prepared.meeting_called().items()) names.push_back(item.item());
  CHECK(names == std::vector<std::string>{"item-1", "26-0007", "item-2", "item-3"});
}

TEST_CASE("a meeting is quorate when every body that counts had somebody there", "[unit]") {
  const auto of = [](const std::string& seats) {
    const auto one = entry("{'attendanceRecorded':{'attendance':[" + seats + "]}}");
    const auto& list = one.attendance_recorded().attendance();
    return quorum_of({list.begin(), list.end()}, law().partnership());
  };
  const auto full = of("{'agency':'local-authority'},{'agency':'POLICE'},{'agency':'INTEGRATED_CARE_BOARD'}");
  CHECK(full.quorate);
  CHECK(full.missing.empty());
  const auto apologies =
      of("{'agency':'local-authority'},{'agency':'local-authority','person':'a-second'},"
         "{'agency':'POLICE','presence':'APOLOGIES'},{'agency':'INTEGRATED_CARE_BOARD'}");
  CHECK_FALSE(apologies.quorate);
  CHECK(apologies.missing == std::vector<std::string>{"POLICE"});
  CHECK(apologies.needed == 3);
}

TEST_CASE("a case learns of its own item and of no other", "[unit]") {
  auto record = called_meeting();
  const auto& called = record.entries().front();
  const auto arranged = meeting_mirrors({}, record.meeting(), called, law().partnership());
  REQUIRE(arranged.size() == 2);
  CHECK(arranged[1].case_id == "26-0002");
  CHECK(arranged[1].entry.meeting_arranged().meeting() == "m26-0001");
  CHECK(arranged[1].entry.meeting_arranged().held_on() == "2026-03-18");
  REQUIRE(arranged[1].entry.meeting_arranged().agenda_size() == 1);
  CHECK(arranged[1].entry.meeting_arranged().agenda(0) == "The second");
}

TEST_CASE("who left an item did not sit for it, and its quorum is counted without them", "[unit]") {
  auto record = called_meeting();
  record.add("{'itemConflictDeclared':{'item':'26-0001','person':'pat','managed':'LEAVES_ITEM'}}")
      .add(all_there)
      .add("{'itemMinuted':{'item':'26-0001','minutes':'Of the first.'}}")
      .add("{'itemRecommended':{'item':'26-0001','recommends':'LCSPR'}}");
  const auto before = record.meeting();
  record.add("{'occurredOn':'2026-03-19','meetingEnded':{'quorate':true}}");
  const auto held = meeting_mirrors(before, record.meeting(), record.entries().back(), law().partnership());
  REQUIRE(held.size() == 2);
  const auto& first = held[0].entry.meeting_held();
  CHECK(held[0].entry.occurred_on() == "2026-03-18");
  CHECK(first.attendance_size() == 2);
  CHECK_FALSE(first.quorate());
  CHECK(first.recommends() == v1::OUTCOME_LCSPR);
  CHECK(first.minutes() == "Of the first.");
  const auto& second = held[1].entry.meeting_held();
  CHECK(second.attendance_size() == 3);
  CHECK(second.quorate());
  CHECK_FALSE(second.has_recommends());
  CHECK_FALSE(second.has_minutes());
}

TEST_CASE("a case is told who chaired its item: who was to, or who did, and nobody who left it or stayed away",
          "[unit]") {
  const auto chairs = [](MeetingRecord record, const std::string& ended) {
    const auto before = record.meeting();
    record.add("{'occurredOn':'2026-03-18','meetingEnded':" + ended + "}");
    const auto held = meeting_mirrors(before, record.meeting(), record.entries().back(), law().partnership());
    REQUIRE(held.size() == 2);
    return held[0].entry.meeting_held().chair() + "," + held[1].entry.meeting_held().chair();
  };
  auto record = called_meeting();
  CHECK(chairs(record, "{'quorate':true}") == "cleo,cleo");
  CHECK(chairs(record, "{'quorate':true,'chair':'lee'}") == "lee,lee");
  record.add("{'itemConflictDeclared':{'item':'26-0001','person':'cleo','managed':'LEAVES_ITEM'}}");
  CHECK(chairs(record, "{'quorate':true}") == ",cleo");
  record.add(
      "{'occurredOn':'2026-03-18','attendanceRecorded':{'attendance':[{'agency':'BOARD','person':'cleo',"
      "'presence':'APOLOGIES'},{'agency':'POLICE','person':'pat'}]}}");
  CHECK(chairs(record, "{}") == ",");
  CHECK(chairs(record, "{'chair':'pat'}") == "pat,pat");
}

TEST_CASE("a conflict that only stays declared goes to the case when it takes back another", "[unit]") {
  const auto follows = [](const MeetingRecord& record, const std::string& managed) {
    const auto one = entry("{'itemConflictDeclared':{'item':'26-0001','person':'pat','managed':'" + managed + "'}}");
    auto after = record.meeting();
    apply_meeting(after, one);
    return meeting_mirrors(record.meeting(), after, one, law().partnership()).size();
  };
  auto record = called_meeting();
  CHECK(follows(record, "STAYS_DECLARED") == 0);
  CHECK(follows(record, "NO_POSITION") == 1);
  record.add("{'itemConflictDeclared':{'item':'26-0001','person':'pat','managed':'EXCLUDED'}}");
  CHECK(follows(record, "STAYS_DECLARED") == 1);
}

}  // namespace
}  // namespace review::test
