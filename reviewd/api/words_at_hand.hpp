#pragma once

#include <map>
#include <string>
#include <vector>

#include "libreview/base/result.hpp"
#include "review/v1/entries.pb.h"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// The entries of cases as they count and as the reader may read them, each case read once for an answer. What was
/// taken is noted as read at the end.
class WordsAtHand {
 public:
  explicit WordsAtHand(Call& call, std::optional<review::Date> as_at = {}) : call_(call), as_at_(as_at) {}

  /// The entry; null where the reader does not read it, or it is withdrawn. It lives as long as this.
  [[nodiscard]] const review::v1::Entry* find(const std::string& case_id, const std::string& entry);
  /// Notes what was found as shown.
  void note();

 private:
  struct OfCase {
    std::vector<review::v1::Entry> entries{};
    std::vector<review::v1::Entry> shown{};
  };
  OfCase& of(const std::string& case_id);

  Call& call_;
  std::optional<review::Date> as_at_;
  std::map<std::string, OfCase> cases_{};
};

}  // namespace reviewd
