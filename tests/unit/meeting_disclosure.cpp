#include <boost/json/serialize.hpp>
#include <catch2/catch.hpp>

#include "libreview/meeting/disclose_meeting.hpp"
#include "libreview/vocabulary/write_message.hpp"
#include "tests/unit/meeting_support.hpp"

namespace review::test {
namespace {

const std::set<std::string> both{"26-0001", "26-0002"};

MeetingRecord talked() {
  auto record = called_meeting();
  record.add("{'itemMinuted':{'item':'26-0001','minutes':'Words of the first.'}}")
      .add("{'itemMinuted':{'item':'26-0002','minutes':'Words of the second.'}}")
      .add("{'itemRecommended':{'item':'26-0001','recommends':'LCSPR'}}")
      .add("{'itemConflictDeclared':{'item':'26-0001','person':'lee','managed':'LEAVES_ITEM'}}")
      .add("{'itemConflictDeclared':{'item':'26-0001','person':'pat','managed':'EXCLUDED'}}");
  return record;
}

/// Everything that the person gets, as one text.
std::string seen_by(const Reader& reader, const std::set<std::string>& visible) {
  const auto record = talked();
  const auto withheld = withheld_items(record.meeting(), reader, visible);
  std::string text;
  for (const auto& entry : disclose_meeting(record.entries(), withheld, reader)) {
    text += boost::json::serialize(write_message(entry));
  }
  for (const auto& item : disclose_meeting(record.meeting(), withheld).items) {
    text += item.item + item.title + item.minutes + item.case_id + (item.left ? "left" : "");
  }
  // The meeting's own reference ends like that of a case.
  for (auto at = text.find("m26-0001"); at != std::string::npos; at = text.find("m26-0001")) text.erase(at, 8);
  return text;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_CASE("an item about a case that the reader may not see is as if it were not there", "[unit]") {
  const auto text = seen_by({"cleo", Role::coordinator}, {"26-0002"});
  CHECK_FALSE(has(text, "26-0001"));
  CHECK_FALSE(has(text, "first"));
  CHECK_FALSE(has(text, "LCSPR"));
  CHECK(has(text, "Words of the second."));
  CHECK(has(text, "Matters arising"));
}

TEST_CASE("who is excluded from an item gets nothing of it, and who left it that there is one", "[unit]") {
  const auto excluded = seen_by({"pat", Role::panel_member}, both);
  CHECK_FALSE(has(excluded, "26-0001"));
  CHECK_FALSE(has(excluded, "EXCLUDED"));
  const auto left = seen_by({"lee", Role::panel_member}, both);
  CHECK(has(left, "26-0001left"));
  CHECK(has(left, "LEAVES_ITEM"));
  CHECK_FALSE(has(left, "EXCLUDED"));
  CHECK_FALSE(has(left, "Words of the first."));
  CHECK_FALSE(has(left, "The first"));
  const auto other = seen_by({"cleo", Role::chair}, both);
  CHECK(has(other, "Words of the first."));
}

TEST_CASE("a meeting is known to who is on it, and to who reaches every case", "[unit]") {
  const auto meeting = called_meeting().meeting();
  CHECK(sees_meeting(meeting, {"pat", Role::panel_member}, {}));
  CHECK_FALSE(sees_meeting(meeting, {"nobody", Role::panel_member}, both));
  CHECK(sees_meeting(meeting, {"nobody", Role::reader}, {}));
  CHECK_FALSE(sees_meeting(meeting, {"pat", Role::administrator}, both));
  Reader token{"a-script", Role::script};
  token.cases = std::set<std::string>{"26-0009"};
  CHECK_FALSE(sees_meeting(meeting, token, {}));
  CHECK(sees_meeting(meeting, token, {"26-0001"}));
  token.scopes = {Right::record};
  CHECK_FALSE(sees_meeting(meeting, token, both));
}

}  // namespace
}  // namespace review::test
