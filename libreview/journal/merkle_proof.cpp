#include "libreview/journal/merkle_proof.hpp"

#include <bit>

#include "libreview/journal/merkle_tree.hpp"

namespace review {
namespace {

bool odd(std::int64_t number) { return (number & 1) == 1; }

}  // namespace

bool proves_inclusion(const Digest& leaf, std::int64_t index, std::int64_t size, const std::vector<Digest>& proof,
                      const Digest& root) {
  if (index < 0 || index >= size) return false;
  auto from = index;
  auto last = size - 1;
  auto hash = leaf;
  for (const auto& sibling : proof) {
    if (last == 0) return false;
    if (odd(from) || from == last) {
      hash = node_hash(sibling, hash);
      for (; !odd(from) && from != 0; from >>= 1) last >>= 1;
    } else {
      hash = node_hash(hash, sibling);
    }
    from >>= 1;
    last >>= 1;
  }
  return last == 0 && hash == root;
}

bool proves_consistency(std::int64_t first, const Digest& first_root, std::int64_t second, const Digest& second_root,
                        const std::vector<Digest>& proof) {
  if (first < 0 || first > second) return false;
  if (first == second) return proof.empty() && first_root == second_root;
  if (first == 0) return proof.empty() && first_root == sha256({});
  auto next = proof.begin();
  if (next == proof.end()) return false;
  auto old_hash = first_root;
  if (!std::has_single_bit(static_cast<std::uint64_t>(first))) old_hash = *next++;
  auto new_hash = old_hash;
  auto from = first - 1;
  auto last = second - 1;
  for (; odd(from); from >>= 1) last >>= 1;
  for (; next != proof.end(); ++next) {
    if (last == 0) return false;
    if (odd(from) || from == last) {
      old_hash = node_hash(*next, old_hash);
      new_hash = node_hash(*next, new_hash);
      for (; !odd(from) && from != 0; from >>= 1) last >>= 1;
    } else {
      new_hash = node_hash(new_hash, *next);
    }
    from >>= 1;
    last >>= 1;
  }
  return last == 0 && old_hash == first_root && new_hash == second_root;
}

}  // namespace review
