#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <sstream>

#include "libreview/journal/leaf.hpp"
#include "libreview/journal/merkle_proof.hpp"
#include "libreview/journal/merkle_tree.hpp"
#include "tests/support/places.hpp"
#include "tests/unit/journal_support.hpp"

namespace review::journal_test {
namespace {

using Named = std::vector<std::pair<std::string, std::string>>;

/// The lines `name: value` of the worked example, in order.
Named example_of_format() {
  std::ifstream file(review::test::source_folder() + "/libreview/journal/FORMAT.md");
  Named lines;
  auto inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("```")) inside = line == "```example";
    const auto colon = line.find(':');
    if (!inside || colon == std::string::npos) continue;
    lines.emplace_back(line.substr(0, colon), colon + 2 < line.size() ? line.substr(colon + 2) : "");
  }
  return lines;
}

std::vector<std::string> all(const Named& lines, const std::string& name) {
  std::vector<std::string> values;
  for (const auto& [key, value] : lines) {
    if (key == name) values.push_back(value);
  }
  return values;
}

std::vector<Digest> digests(const Named& lines, const std::string& name) {
  std::vector<Digest> found;
  for (const auto& value : all(lines, name)) found.push_back(digest_from_hex(value).value());
  return found;
}

std::string bytes_of_hex(const std::string& hex) {
  std::string bytes;
  for (std::size_t at = 0; at < hex.size(); at += 2)
    bytes += static_cast<char>(std::stoi(hex.substr(at, 2), nullptr, 16));
  return bytes;
}

TEST_CASE("The digests of FORMAT.md are those of the bytes beside them", "[unit][journal]") {
  const auto lines = example_of_format();
  const auto leaves = all(lines, "leaf");
  REQUIRE(leaves.size() == 3);
  for (std::size_t at = 0; at < leaves.size(); ++at) {
    const auto leaf = parse_leaf(leaves[at]);
    REQUIRE(leaf);
    for (const std::string part : {"open", "sealed"}) {
      const auto salt = bytes_of_hex(all(lines, part + "-salt")[at]);
      CHECK(salt.size() == 16);
      CHECK(to_hex(sha256({salt, all(lines, part)[at]})) == all(lines, part + "-digest")[at]);
    }
    CHECK(leaf->open == all(lines, "open-digest")[at]);
    CHECK(leaf->sealed == all(lines, "sealed-digest")[at]);
    CHECK(to_hex(leaf_hash(leaves[at])) == all(lines, "leaf-hash")[at]);
    CHECK(all(lines, "node 0 " + std::to_string(at)).at(0) == all(lines, "leaf-hash")[at]);
  }
  const auto hashes = digests(lines, "leaf-hash");
  const auto pair = node_hash(hashes[0], hashes[1]);
  CHECK(all(lines, "node 1 0").at(0) == to_hex(pair));
  CHECK(all(lines, "head").at(0) == "3 " + to_hex(node_hash(pair, hashes[2])));
  CHECK(all(lines, "head of 1").at(0) == "1 " + to_hex(hashes[0]));
}

TEST_CASE("The proofs of FORMAT.md prove what they say", "[unit][journal]") {
  const auto lines = example_of_format();
  const auto head = parse_head(all(lines, "head").at(0)).value();
  const auto first = parse_head(all(lines, "head of 1").at(0)).value();
  const auto root = digest_from_hex(head.root_hex).value();
  CHECK(proves_inclusion(digests(lines, "leaf-hash")[1], 1, 3, digests(lines, "inclusion of entry 2 in 3"), root));
  CHECK(proves_consistency(1, digest_from_hex(first.root_hex).value(), 3, root,
                           digests(lines, "consistency of 1 with 3")));
}

TEST_CASE("The journal makes the worked example of FORMAT.md", "[unit][journal]") {
  const auto lines = example_of_format();
  InMemory memory;
  const auto leaves = all(lines, "leaf");
  for (std::size_t at = 0; at < leaves.size(); ++at) {
    const auto leaf = parse_leaf(leaves[at]).value();
    const auto stored = add(memory.journal, {leaf.record, leaf.entry, leaf.kind, leaf.time, leaf.actor,
                                             all(lines, "open")[at], all(lines, "sealed")[at], leaf.version - 1});
    CHECK(stored.leaf == leaves[at]);
  }
  CHECK(head_line(memory.journal.head()) == all(lines, "head").at(0));
  CHECK(head_line(*memory.journal.head_at(1)) == all(lines, "head of 1").at(0));
  CHECK(memory.journal.inclusion(2, 3) == digests(lines, "inclusion of entry 2 in 3"));
  CHECK(memory.journal.consistency(1, 3) == digests(lines, "consistency of 1 with 3"));
  CHECK(memory.journal.verify_against(parse_head(all(lines, "head").at(0)).value()).good());
}

TEST_CASE("FORMAT.md names every table of the store", "[unit][journal]") {
  std::ifstream file(review::test::source_folder() + "/libreview/journal/FORMAT.md");
  std::stringstream text;
  text << file.rdbuf();
  const auto store = Store::in_memory();
  auto rows = store->prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
  while (rows.step()) CHECK_THAT(text.str(), Catch::Contains("`" + rows.text(0) + "`"));
}

}  // namespace
}  // namespace review::journal_test
