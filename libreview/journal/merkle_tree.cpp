#include "libreview/journal/merkle_tree.hpp"

#include <bit>
#include <stdexcept>

namespace review {
namespace {

/// The largest power of two below `size`, which is at least 2.
std::int64_t split(std::int64_t size) {
  return static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(size - 1)));
}

/// The root over the leaves from `begin` up to `end`, where `begin` is where RFC 9162's splitting puts it.
Digest range_root(const NodeAt& node_at, std::int64_t begin, std::int64_t end) {
  const auto size = end - begin;
  if (std::has_single_bit(static_cast<std::uint64_t>(size))) {
    const auto level = std::countr_zero(static_cast<std::uint64_t>(size));
    return node_at(level, begin >> level);
  }
  const auto middle = begin + split(size);
  const auto left = range_root(node_at, begin, middle);
  return node_hash(left, range_root(node_at, middle, end));
}

void path(const NodeAt& node_at, std::int64_t index, std::int64_t begin, std::int64_t end, std::vector<Digest>& proof) {
  if (end - begin == 1) return;
  const auto middle = begin + split(end - begin);
  if (index < middle) {
    path(node_at, index, begin, middle, proof);
    proof.push_back(range_root(node_at, middle, end));
  } else {
    path(node_at, index, middle, end, proof);
    proof.push_back(range_root(node_at, begin, middle));
  }
}

void subproof(const NodeAt& node_at, std::int64_t first, std::int64_t begin, std::int64_t end, bool known,
              std::vector<Digest>& proof) {
  if (first == end) {
    if (!known) proof.push_back(range_root(node_at, begin, end));
    return;
  }
  const auto middle = begin + split(end - begin);
  if (first <= middle) {
    subproof(node_at, first, begin, middle, known, proof);
    proof.push_back(range_root(node_at, middle, end));
  } else {
    subproof(node_at, first, middle, end, false, proof);
    proof.push_back(range_root(node_at, begin, middle));
  }
}

}  // namespace

Digest leaf_hash(std::string_view leaf) { return sha256({std::string_view("\0", 1), leaf}); }

Digest node_hash(const Digest& left, const Digest& right) { return sha256({"\1", as_text(left), as_text(right)}); }

void grow(const NodeAt& node_at, std::int64_t index, const Digest& leaf, const NodeMade& made) {
  auto hash = leaf;
  auto level = 0;
  made(level, index, hash);
  for (; (index & 1) == 1; index >>= 1) {
    hash = node_hash(node_at(level, index - 1), hash);
    made(++level, index >> 1, hash);
  }
}

Digest root_of(const NodeAt& node_at, std::int64_t size) {
  return size == 0 ? sha256({}) : range_root(node_at, 0, size);
}

std::vector<Digest> inclusion_proof(const NodeAt& node_at, std::int64_t index, std::int64_t size) {
  if (index < 0 || index >= size) throw std::out_of_range("no such leaf in a tree of that size");
  std::vector<Digest> proof;
  path(node_at, index, 0, size, proof);
  return proof;
}

std::vector<Digest> consistency_proof(const NodeAt& node_at, std::int64_t first, std::int64_t second) {
  if (first < 0 || first > second) throw std::out_of_range("the first tree is not the smaller one");
  std::vector<Digest> proof;
  if (first > 0 && first < second) subproof(node_at, first, 0, second, true, proof);
  return proof;
}

}  // namespace review
