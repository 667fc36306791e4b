#pragma once

#include <cstdint>
#include <vector>

#include "libreview/store/digest.hpp"

namespace review {

/// Does `proof` lead from the leaf with hash `leaf`, numbered `index` from 0, to the `root` over `size` leaves?
/// RFC 9162 section 2.1.3.2. Needs nothing of the store: this is what an outsider runs.
[[nodiscard]] bool proves_inclusion(const Digest& leaf, std::int64_t index, std::int64_t size,
                                    const std::vector<Digest>& proof, const Digest& root);

/// Does `proof` show that the tree of `first` leaves with `first_root` is the beginning of that of `second` leaves
/// with `second_root`? RFC 9162 section 2.1.4.2; for `first` 0 or equal to `second` only the empty proof does.
[[nodiscard]] bool proves_consistency(std::int64_t first, const Digest& first_root, std::int64_t second,
                                      const Digest& second_root, const std::vector<Digest>& proof);

}  // namespace review
