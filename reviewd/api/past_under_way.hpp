#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "libreview/past/told_findings.hpp"
#include "reviewd/api/call.hpp"
#include "reviewd/api/past_run.hpp"

namespace reviewd {

/// An import of a spreadsheet that is tried or done: first its rows are read, then what they become is recorded by the
/// rules of the record, as an import of entries does. Of one thread at a time.
class PastUnderWay {
 public:
  /// Takes from the store what rows are read with: the agencies and themes of this moment.
  PastUnderWay(const Call& call, PastFile file);

  /// Reads every row by the mapping. It needs no store.
  void read();
  /// Records a few more cases, and takes them back: of cases none rests on another. True where none is left to try.
  /// In a transaction of its own. Refuses only what is none of the file's faults: a full disk.
  [[nodiscard]] review::Result<bool> try_more(Call& call);
  /// Records all of it in one transaction of its own, and keeps it where nothing is refused. Refuses the same, and
  /// where a second person is missing.
  [[nodiscard]] review::Result<void> store(Call& call);

  [[nodiscard]] const PastFile& file() const { return file_; }
  /// Whole when no case is left to try, or all are stored.
  [[nodiscard]] const PastRun& run() const { return run_; }

 private:
  /// Children and a day.
  using ChildrenAndDay = std::pair<std::vector<std::string>, std::string>;

  void look_at_known(Call& call);
  [[nodiscard]] review::Result<void> try_case(Call& call, review::PastCase made);
  [[nodiscard]] review::Result<PastState> state_of(Call& call, review::PastCase& made,
                                                   std::vector<review::RowFinding>& findings);
  [[nodiscard]] review::Result<void> import_entries(Call& call, const review::PastCase& made,
                                                    std::vector<review::RowFinding>& findings);
  void finish();

  PastFile file_;
  std::vector<review::KnownAgency> agencies_;
  std::vector<review::KnownTheme> themes_;
  review::Date today_;
  std::set<std::string> told_apart_;
  review::PastPlan plan_{};
  bool file_is_good_ = false;
  std::map<ChildrenAndDay, std::string> known_{};  ///< cases of this store by their children and day
  std::vector<std::string> known_after_{};
  bool knows_all_ = false;
  std::size_t next_ = 0;
  std::set<std::string> arriving_{};
  review::ToldFindings told_{};
  PastRun run_{};
};

}  // namespace reviewd
