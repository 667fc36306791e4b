#pragma once

#include <stdexcept>

#include "libreview/journal/verification.hpp"

namespace review {

/// An entry that was to be read does not agree with its digests: it is not handed out. The message names record and
/// sequence, and no words of the entry.
class AlteredEntry : public std::runtime_error {
 public:
  explicit AlteredEntry(BadLeaf bad)
      : std::runtime_error("Entry " + std::to_string(bad.seq) + " of the log, of " + bad.record + ": " + bad.says),
        bad_(std::move(bad)) {}
  [[nodiscard]] const BadLeaf& bad() const { return bad_; }

 private:
  BadLeaf bad_;
};

}  // namespace review
