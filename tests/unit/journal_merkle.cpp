#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "libreview/journal/merkle_proof.hpp"
#include "libreview/journal/merkle_tree.hpp"

namespace review::journal_test {
namespace {

/// A tree held in memory; asking for a subtree that is not complete fails the test.
class Tree {
 public:
  void add(std::string_view leaf) {
    grow(nodes(), size_, leaf_hash(leaf), [this](int level, std::int64_t index, const Digest& hash) {
      if (static_cast<int>(levels_.size()) == level) levels_.emplace_back();
      REQUIRE(static_cast<std::int64_t>(levels_.at(level).size()) == index);
      levels_.at(level).push_back(hash);
    });
    ++size_;
  }
  [[nodiscard]] NodeAt nodes() const {
    return [this](int level, std::int64_t index) { return levels_.at(level).at(index); };
  }
  [[nodiscard]] Digest leaf(std::int64_t index) const { return levels_.at(0).at(index); }

 private:
  std::vector<std::vector<Digest>> levels_;
  std::int64_t size_ = 0;
};

/// The definition of RFC 9162, section 2.1.1, word for word.
Digest root_by_definition(const std::vector<std::string>& leaves, std::size_t begin, std::size_t end) {
  if (begin == end) return sha256({});
  if (end - begin == 1) return sha256({std::string_view("\0", 1), leaves[begin]});
  std::size_t split = 1;
  while (split * 2 < end - begin) split *= 2;
  const auto left = root_by_definition(leaves, begin, begin + split);
  const auto right = root_by_definition(leaves, begin + split, end);
  return sha256({"\1", as_text(left), as_text(right)});
}

std::vector<std::string> numbered_leaves(int count) {
  std::vector<std::string> leaves;
  for (auto number = 0; number < count; ++number) leaves.push_back("leaf " + std::to_string(number));
  return leaves;
}

Tree tree_of(const std::vector<std::string>& leaves) {
  Tree tree;
  for (const auto& leaf : leaves) tree.add(leaf);
  return tree;
}

/// The proof with one bit wrong, one hash short, and one too many.
std::vector<std::vector<Digest>> spoilt(const std::vector<Digest>& proof) {
  std::vector<std::vector<Digest>> spoilt;
  for (std::size_t at = 0; at < proof.size(); ++at) {
    spoilt.push_back(proof);
    spoilt.back()[at][at % 32] ^= 1;
  }
  if (!proof.empty()) spoilt.emplace_back(proof.begin(), proof.end() - 1);
  spoilt.push_back(proof);
  spoilt.back().push_back(sha256({}));
  return spoilt;
}

TEST_CASE("The reference tree of eight leaves has the known root", "[unit][journal]") {
  const std::vector<std::string> leaves = {"",
                                           std::string("\x00", 1),
                                           "\x10",
                                           "\x20\x21",
                                           "\x30\x31",
                                           "\x40\x41\x42\x43",
                                           "\x50\x51\x52\x53\x54\x55\x56\x57",
                                           "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f"};
  const auto tree = tree_of(leaves);
  CHECK(to_hex(root_of(tree.nodes(), 8)) == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  CHECK(to_hex(root_of(tree.nodes(), 1)) == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  CHECK(to_hex(root_of(tree.nodes(), 0)) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("Roots are those of the definition, for every size to 70", "[unit][journal]") {
  const auto leaves = numbered_leaves(70);
  const auto tree = tree_of(leaves);
  for (std::int64_t size = 0; size <= 70; ++size) {
    CAPTURE(size);
    CHECK(root_of(tree.nodes(), size) == root_by_definition(leaves, 0, size));
  }
}

TEST_CASE("Every leaf of every tree to 70 is proved to be in it, and by nothing else", "[unit][journal]") {
  const auto tree = tree_of(numbered_leaves(70));
  auto wrong = 0;
  for (std::int64_t size = 1; size <= 70; ++size) {
    const auto root = root_of(tree.nodes(), size);
    for (std::int64_t index = 0; index < size; ++index) {
      const auto proof = inclusion_proof(tree.nodes(), index, size);
      if (!proves_inclusion(tree.leaf(index), index, size, proof, root)) ++wrong;
      if (proves_inclusion(tree.leaf(index), index + 1, size, proof, root)) ++wrong;
      if (proves_inclusion(tree.leaf(index ^ 1), index, size, proof, root) && size > 1) ++wrong;
      for (const auto& bad : spoilt(proof)) {
        if (proves_inclusion(tree.leaf(index), index, size, bad, root)) ++wrong;
      }
    }
  }
  CHECK(wrong == 0);
  CHECK_THROWS_AS(inclusion_proof(tree.nodes(), 5, 5), std::out_of_range);
  CHECK_THROWS_AS(inclusion_proof(tree.nodes(), -1, 5), std::out_of_range);
  CHECK_FALSE(proves_inclusion(tree.leaf(0), 0, 0, {}, sha256({})));
}

TEST_CASE("Every tree to 70 is proved to be the beginning of every later one, and by nothing else", "[unit][journal]") {
  const auto tree = tree_of(numbered_leaves(70));
  auto wrong = 0;
  for (std::int64_t second = 0; second <= 70; ++second) {
    const auto second_root = root_of(tree.nodes(), second);
    for (std::int64_t first = 0; first <= second; ++first) {
      const auto first_root = root_of(tree.nodes(), first);
      const auto proof = consistency_proof(tree.nodes(), first, second);
      if (!proves_consistency(first, first_root, second, second_root, proof)) ++wrong;
      if (proves_consistency(first, leaf_hash("another"), second, second_root, proof)) ++wrong;
      if (first > 0 && proves_consistency(first, first_root, second, leaf_hash("another"), proof)) ++wrong;
      for (const auto& bad : spoilt(proof)) {
        if (proves_consistency(first, first_root, second, second_root, bad)) ++wrong;
      }
    }
  }
  CHECK(wrong == 0);
  CHECK_THROWS_AS(consistency_proof(tree.nodes(), 6, 5), std::out_of_range);
  CHECK_FALSE(proves_consistency(6, sha256({}), 5, sha256({}), {}));
}

}  // namespace
}  // namespace review::journal_test
