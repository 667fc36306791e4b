#pragma once

#include <map>
#include <string>
#include <vector>

#include "libreview/past/past_plan.hpp"
#include "reviewd/storage/past_files.hpp"

namespace reviewd {

/// What becomes of the case of a row.
enum class PastState {
  made,     ///< it is imported, or would be
  there,    ///< the store has it already: nothing is done
  refused,  ///< something in it has to be mended first
  waits     ///< nothing is wrong with it, but nothing was tried: something of the whole file is
};

/// What an import of a spreadsheet did or would do.
struct PastRun {
  struct Row {
    review::PastCase of;
    PastState state = PastState::waits;
  };
  std::vector<Row> rows{};
  std::vector<review::RowFinding> findings{};  ///< by sheet and row; those of the file first
  int entries = 0;                             ///< of the cases that are made
  bool stored = false;

  /// Whether nothing stands in its way.
  [[nodiscard]] bool good() const;
  /// How many cases are in that state.
  [[nodiscard]] int count(PastState state) const;
};

/// What two people agree to: this file, read by this mapping.
[[nodiscard]] std::string past_subject(const PastFile& file);
[[nodiscard]] std::map<std::string, std::string> past_proposal(const PastFile& file, const PastRun& dry);

}  // namespace reviewd
