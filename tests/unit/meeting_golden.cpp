#include <boost/json/serialize.hpp>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "libreview/meeting/fold_meeting.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/parse_json.hpp"
#include "libreview/vocabulary/parts.hpp"
#include "libreview/vocabulary/read_message.hpp"
#include "libreview/vocabulary/write_message.hpp"
#include "tests/support/places.hpp"
#include "tests/support/small_case.hpp"

namespace review::test {
namespace {

std::string bytes_of(const std::string& name) {
  std::ifstream in(std::filesystem::path(source_folder()) / "tests" / "golden" / name, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST_CASE("every kind of entry of a meeting that was ever stored is read, and stored again byte for byte", "[unit]") {
  std::vector<v1::Entry> entries;
  for (const auto& kind : meeting_kinds()) {
    INFO(kind.name);
    const auto open = bytes_of(kind.name + ".v1.open.json");
    const auto sealed = bytes_of(kind.name + ".v1.sealed.json");
    auto entry = join(open, sealed);
    REQUIRE(entry);
    CHECK(kind_of(*entry)->name == kind.name);
    const auto parts = split(*entry);
    CHECK(parts.open == open);
    CHECK(parts.sealed == sealed);
    const auto sent = parse_json(boost::json::serialize(write_message(*entry)));
    REQUIRE(sent);
    CHECK(read_entry(*sent, Origin::request));
    entry->set_case_("m26-0001");
    entry->set_case_version(static_cast<int>(entries.size()) + 1);
    entries.push_back(std::move(*entry));
  }
  const auto meeting = fold_meeting(entries);
  CHECK(meeting.version == 8);
  CHECK(meeting.items.size() == 3);
  CHECK(meeting.attendance.size() == 2);
  CHECK(meeting.quorate == true);
  CHECK(meeting.state == MeetingState::cancelled);
  const auto* item = find_item(meeting, "26-0001");
  REQUIRE(item != nullptr);
  CHECK(item->conflicts.size() == 1);
  CHECK(item->recommended->dissent_size() == 1);
}

TEST_CASE("a meeting whose words were erased still adds up", "[unit]") {
  std::vector<v1::Entry> entries;
  for (const auto& kind : meeting_kinds()) {
    auto entry = join(bytes_of(kind.name + ".v1.open.json"), "");
    REQUIRE(entry);
    entries.push_back(std::move(*entry));
  }
  const auto meeting = fold_meeting(entries);
  CHECK(meeting.held_on == "2026-03-18");
  CHECK(find_item(meeting, "26-0001")->minutes.empty());
}

}  // namespace
}  // namespace review::test
