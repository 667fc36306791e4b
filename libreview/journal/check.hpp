#pragma once

#include <string>
#include <vector>

#include "libreview/journal/journal.hpp"
#include "libreview/journal/verification.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// What a check of the store found.
struct [[nodiscard]] CheckReport {
  std::vector<std::string> faults{};  ///< of the file, as SQLite names them, at most 100; else of documents
  Verification log{};                 ///< of the whole log

  [[nodiscard]] bool good() const { return faults.empty() && log.good(); }
  /// The first fault in words, empty where there is none.
  [[nodiscard]] std::string says() const;
};

/// Reads the whole file: its pages, indexes and references (SQLite's integrity check, which does not notice changed
/// content), and every entry and every document against its digests (which do). Takes seconds for each GB; not inside a
/// transaction.
CheckReport check(Store& store, Journal& journal);

}  // namespace review
