#include <catch2/catch.hpp>

#include "libreview/journal/head.hpp"
#include "libreview/journal/leaf.hpp"
#include "libreview/store/digest.hpp"

namespace review::journal_test {
namespace {

const Leaf sample{12, "abc", "cases/26-0007", 3, "noteAdded", "2026-04-02T16:00:00.000Z", "people/a", "00", "11"};

TEST_CASE("A leaf is one line of JSON with fixed order and no blanks", "[unit][journal]") {
  CHECK(leaf_bytes(sample) ==
        R"({"format":1,"seq":12,"entry":"abc","record":"cases/26-0007","version":3,"kind":"noteAdded",)"
        R"("time":"2026-04-02T16:00:00.000Z","actor":"people/a","open":"00","sealed":"11"})");
  CHECK(parse_leaf(leaf_bytes(sample)) == sample);
}

TEST_CASE("A leaf is read in no other spelling", "[unit][journal]") {
  const auto bytes = leaf_bytes(sample);
  for (std::size_t cut = 0; cut < bytes.size(); ++cut) CHECK_FALSE(parse_leaf(bytes.substr(0, cut)));
  CHECK_FALSE(parse_leaf(bytes + " "));
  auto padded = bytes;
  padded.replace(padded.find("12"), 2, "012");
  CHECK_FALSE(parse_leaf(padded));
  auto later = bytes;
  later.replace(later.find(":1,"), 3, ":2,");
  CHECK_FALSE(parse_leaf(later));
}

TEST_CASE("A leaf takes plain names only", "[unit][journal]") {
  for (const std::string bad : {"", "a\"b", "a\\b", "a\nb", "a\x7f", "caf\xc3\xa9"}) {
    auto leaf = sample;
    leaf.actor = bad;
    CHECK_THROWS_AS(leaf_bytes(leaf), std::invalid_argument);
  }
}

TEST_CASE("A head is a line of size and root", "[unit][journal]") {
  const Head head{12, to_hex(sha256({"x"}))};
  CHECK(parse_head(head_line(head)).value() == head);
  CHECK(parse_head("  " + head_line(head) + "\r\n").value() == head);
  const std::string root = head.root_hex;
  for (const auto& bad : {std::string(), std::string("12"), "12  " + root, "-1 " + root, "12 " + root + " x",
                          "x " + root, "12 " + root.substr(1), "12 G" + root.substr(1), root, " " + root}) {
    CAPTURE(bad);
    const auto parsed = parse_head(bad);
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().code == Code::malformed);
  }
}

TEST_CASE("A digest is read from lower-case digits only", "[unit][journal]") {
  const auto digest = sha256({"a", "b"});
  CHECK(digest == sha256({"ab"}));
  CHECK(digest_from_hex(to_hex(digest)) == digest);
  auto upper = to_hex(digest);
  upper[0] = 'F';
  CHECK_FALSE(digest_from_hex(upper));
  CHECK_FALSE(digest_from_hex(""));
}

}  // namespace
}  // namespace review::journal_test
