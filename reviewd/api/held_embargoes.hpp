#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libreview/base/result.hpp"
#include "review/v1/case.pb.h"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// An embargo of a case that the reader sees.
struct HeldEmbargo {
  review::Desk::Listed of_case;
  const review::v1::Embargo* embargo;  ///< in that case
};

/// Some of those that the query asks for, what has held longest first.
struct HeldEmbargoes {
  std::vector<HeldEmbargo> held;
  std::vector<std::string> next;  ///< the key to go on after; empty at the end
};
/// At most so many, from after the key on; all of them without `most`. It reads the cases that have one, and no others.
/// No case counts as shown by it: whoever asks tells the desk which are.
[[nodiscard]] review::Result<HeldEmbargoes> held_embargoes(const Call& call, std::vector<std::string> after = {},
                                                           std::optional<std::size_t> most = {});

/// How long it has held, or held until it was lifted.
struct HeldFor {
  int days;
  std::optional<int> working_days;  ///< where the calendar reaches
};
[[nodiscard]] std::optional<HeldFor> held_for(const Call& call, const review::v1::Embargo& embargo);

/// The day that it is to be looked at by is over, and it holds on.
[[nodiscard]] bool is_overdue(const review::v1::Embargo& embargo, review::Date today);

/// Whether the embargo hangs on these proceedings.
[[nodiscard]] bool hangs_on(const review::v1::Embargo& embargo, const review::v1::Proceedings& proceedings);
/// `CRIMINAL` and so on.
[[nodiscard]] std::string kind_of_proceedings(const review::v1::Proceedings& proceedings);

}  // namespace reviewd
