#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "libreview/clocks/runs.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/parse_json.hpp"
#include "libreview/vocabulary/parts.hpp"
#include "libreview/vocabulary/read_message.hpp"
#include "libreview/vocabulary/write_message.hpp"
#include "tests/support/places.hpp"
#include "tests/support/small_case.hpp"

namespace review::test {
namespace {

const std::filesystem::path golden = std::filesystem::path(review::test::source_folder()) / "tests" / "golden";

/// The kinds that bring what others are about, in an order in which they can stand.
const std::vector<std::string>& openers() {
  static const std::vector<std::string> names = {
      "incident-logged",     "panel-notified",     "agency-return-requested", "meeting-held",   "rapid-review-decided",
      "review-commissioned", "proceedings-opened", "court-order-recorded",    "embargo-placed", "recommendation-made",
      "action-agreed",       "challenge-raised",   "reviewer-asked",          "product-drafted"};
  return names;
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

StoredParts stored(const std::string& kind, const std::string& version = "v1") {
  return {bytes_of(golden / (kind + "." + version + ".open.json")),
          bytes_of(golden / (kind + "." + version + ".sealed.json"))};
}

enum class Sealed { there, erased };

/// The stored entry of a kind, with an envelope as the leaf would give it.
v1::Entry golden_entry(const std::string& kind, Sealed sealed, int version) {
  const auto parts = stored(kind);
  auto joined = join(parts.open, sealed == Sealed::there ? parts.sealed : std::string());
  REQUIRE(joined);
  joined->set_entry("golden-" + kind);
  joined->set_case_("26-0001");
  joined->set_recorded_time("2026-03-02T12:00:00.000Z");
  joined->set_recorded_by("ann");
  joined->set_case_version(version);
  return *joined;
}

/// The case that a kind can be laid on, and that kind on top.
std::vector<v1::Entry> standing(const std::string& kind, Sealed sealed) {
  std::vector<v1::Entry> entries;
  for (const auto& opener : openers()) {
    if (opener != kind) entries.push_back(golden_entry(opener, sealed, static_cast<int>(entries.size()) + 1));
  }
  entries.push_back(golden_entry(kind, sealed, static_cast<int>(entries.size()) + 1));
  return entries;
}

}  // namespace

TEST_CASE("every kind of entry has a stored payload, and every stored payload a kind", "[unit]") {
  for (const auto& kind : member_kinds()) {
    INFO(kind.name);
    CHECK(std::filesystem::exists(golden / (kind.name + ".v1.open.json")));
    CHECK(std::filesystem::exists(golden / (kind.name + ".v1.sealed.json")));
  }
  for (const auto& file : std::filesystem::directory_iterator(golden)) {
    const auto name = file.path().filename().string();
    INFO(name);
    CHECK(find_kind(name.substr(0, name.find('.'))) != nullptr);
  }
}

TEST_CASE("every stored payload loads, and is stored again byte for byte", "[unit]") {
  for (const auto& kind : member_kinds()) {
    INFO(kind.name);
    const auto parts = stored(kind.name);
    const auto joined = join(parts.open, parts.sealed);
    REQUIRE(joined);
    CHECK(kind_of(*joined)->name == kind.name);
    const auto again = split(*joined);
    CHECK(again.open == parts.open);
    CHECK(again.sealed == parts.sealed);
  }
}

TEST_CASE("a later version of a stored payload loads beside the first, and is stored again byte for byte", "[unit]") {
  for (const std::string kind :
       {"learning-captured", "immediate-action-taken", "review-health-checked", "rapid-review-decided", "meeting-held",
        "meeting-ended", "document-filed", "review-commissioned", "family-contacted"}) {
    INFO(kind);
    const auto parts = stored(kind, "v2");
    const auto joined = join(parts.open, parts.sealed);
    REQUIRE(joined);
    const auto again = split(*joined);
    CHECK(again.open == parts.open);
    CHECK(again.sealed == parts.sealed);
  }
}

TEST_CASE("a stored payload is one that a request could have brought", "[unit]") {
  for (const auto& kind : member_kinds()) {
    INFO(kind.name);
    const auto parts = stored(kind.name);
    auto json = write_message(*join(parts.open, parts.sealed));
    json.erase("irregularities");
    json.erase("source");
    const auto read = read_entry(json, Origin::request);
    if (!read) {
      for (const auto& violation : read.error().violations) UNSCOPED_INFO(violation.pointer << violation.message);
    }
    CHECK(read.has_value());
  }
}

TEST_CASE("a case is the same when everything sealed is gone, whatever the kind of entry", "[unit]") {
  for (const auto& kind : kinds()) {
    INFO(kind.name);
    const auto whole = fold(standing(kind.name, Sealed::there));
    const auto erased = fold(standing(kind.name, Sealed::erased));
    CHECK(difference(whole, erased) == "");
    CHECK(erased.version() > 0);
    CHECK_NOTHROW(runs(erased, law(), calendar()));
  }
}

TEST_CASE("all stored payloads fold as one story, with and without their sealed parts", "[unit]") {
  std::vector<v1::Entry> whole;
  std::vector<v1::Entry> erased;
  std::vector<std::string> order = openers();
  for (const auto& kind : kinds()) {
    if (std::find(order.begin(), order.end(), kind.name) == order.end()) order.push_back(kind.name);
  }
  for (const auto& kind : order) {
    const int version = static_cast<int>(whole.size()) + 1;
    whole.push_back(golden_entry(kind, Sealed::there, version));
    erased.push_back(golden_entry(kind, Sealed::erased, version));
  }
  const auto file = fold(whole);
  CHECK(difference(file, fold(erased)) == "");
  CHECK(file.version() == static_cast<int>(kinds().size()));
  CHECK(file.opened_by() == "incident-logged");
  CHECK(file.embargoes(0).lifted());
  CHECK(file.irregularities_size() == 1);
  // The correction, the withdrawal and what it withdrew do not count.
  CHECK(effective(whole).size() == kinds().size() - 3);
}

TEST_CASE("the stored payloads of a programme fold as one story, with and without their sealed parts", "[unit]") {
  std::vector<v1::Entry> whole;
  std::vector<v1::Entry> erased;
  for (const auto& kind : programme_kinds()) {
    // What it corrects and withdraws is of the case; so are the proceedings that its embargo hangs on.
    if (kind.records.size() > 1) continue;
    const int version = static_cast<int>(whole.size()) + 1;
    whole.push_back(golden_entry(kind.name, Sealed::there, version));
    erased.push_back(golden_entry(kind.name, Sealed::erased, version));
  }
  const auto file = fold(whole);
  CHECK(difference(file, fold(erased)) == "");
  CHECK(file.opened_by() == "programme-opened");
  CHECK(file.programme().sort() == v1::PROGRAMME_SORT_MULTI_AGENCY_AUDIT);
  CHECK(file.programme().steps_size() == 1);
  CHECK(file.stage() == v1::STAGE_REPORTED);
  CHECK_NOTHROW(runs(file, law(), calendar()));
}

}  // namespace review::test
