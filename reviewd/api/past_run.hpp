#pragma once

#include <map>
#include <string>
#include <vector>

#include "libreview/past/past_plan.hpp"
#include "reviewd/api/call.hpp"
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
  std::vector<review::RowFinding> findings{};  ///< all of them, by sheet and row; those of the file first
  int entries = 0;                             ///< of the cases that are made
  bool stored = false;

  /// Whether nothing stands in its way.
  [[nodiscard]] bool good() const;
  /// How many cases are in that state.
  [[nodiscard]] int count(PastState state) const;
};

/// Reads every row by its mapping and records it by the rules of the record, as an import of entries does; then takes
/// it back, or with `store` keeps all of it where nothing is refused. In a transaction of its own, begun and ended
/// here. Refuses only what is none of the file's faults: a full disk, a second person that is missing.
[[nodiscard]] review::Result<PastRun> run_past(Call& call, const PastFile& file, bool store);

/// What two people agree to: this file, read by this mapping.
[[nodiscard]] std::string past_subject(const PastFile& file);
[[nodiscard]] std::map<std::string, std::string> past_proposal(const PastFile& file, const PastRun& dry);

}  // namespace reviewd
