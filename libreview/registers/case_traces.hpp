#pragma once

#include <set>
#include <string>

#include "libreview/calendar/instant.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// What stands about a case beside its log: words that people have not recorded, and mails. Erasing the log without
/// them would leave the words.
class CaseTraces {
 public:
  explicit CaseTraces(Store& store) : store_(store) {}

  /// How many drafts there are, whoever writes them.
  [[nodiscard]] int drafts(const std::string& case_id);
  /// Deletes the drafts of a case, whoever writes them.
  Result<void> forget_drafts(const std::string& case_id);
  /// Deletes what agencies have begun to answer to these requests, and the words of the mails about them: a mail that
  /// waits is given up.
  Result<void> forget_returns(const std::string& case_id, const std::set<std::string>& requests, Instant now);

 private:
  Store& store_;
};

}  // namespace review
