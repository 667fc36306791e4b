#pragma once

#include <stdexcept>

namespace review {

/// The disk or the file failed under a write or a read: nothing more may be acknowledged. The daemon leaves with a
/// status that is not 0, and the record is verified on the next start. No write and no fsync is tried again, because
/// a second fsync after a failed one may report success for bytes that are gone.
class StoreBroken : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace review
