#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "libreview/store/digest.hpp"

namespace review {

/// The Merkle tree of RFC 9162 section 2.1 (the same as RFC 6962's), with SHA-256. Leaves are numbered from 0.

/// SHA-256(0x00 ‖ leaf).
[[nodiscard]] Digest leaf_hash(std::string_view leaf);
/// SHA-256(0x01 ‖ left ‖ right).
[[nodiscard]] Digest node_hash(const Digest& left, const Digest& right);

/// Gives the hash of a complete subtree: at `level` 0 a leaf's, at level n the one over the leaves
/// `index << n` up to, not including, `(index + 1) << n`. Asked for complete subtrees only.
using NodeAt = std::function<Digest(int level, std::int64_t index)>;
/// Takes the hash of a subtree that has become complete.
using NodeMade = std::function<void(int level, std::int64_t index, const Digest& hash)>;

/// Adds the leaf numbered `index` to a tree of `index` leaves: hands its hash, and that of every subtree which it
/// completes, to `made`, lowest first.
void grow(const NodeAt& node_at, std::int64_t index, const Digest& leaf, const NodeMade& made);

/// The root over the first `size` leaves; of none, SHA-256 of nothing. Looks at one node per bit of `size`.
[[nodiscard]] Digest root_of(const NodeAt& node_at, std::int64_t size);

/// The hashes that lead from leaf `index` to the root over the first `size` leaves, lowest first (2.1.3.1).
/// Throws std::out_of_range unless 0 <= index < size.
[[nodiscard]] std::vector<Digest> inclusion_proof(const NodeAt& node_at, std::int64_t index, std::int64_t size);

/// The hashes that show the tree of `first` leaves to be the beginning of that of `second` (2.1.4.1); none where
/// `first` is 0 or equals `second`. Throws std::out_of_range unless 0 <= first <= second.
[[nodiscard]] std::vector<Digest> consistency_proof(const NodeAt& node_at, std::int64_t first, std::int64_t second);

}  // namespace review
