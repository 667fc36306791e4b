#pragma once

#include <map>

#include "review/v1/intake.pb.h"

namespace review {

/// Open cases in a stage.
struct StageCount {
  int cases = 0;
  int late = 0;  ///< those of them in which a clock that the reader sees is overdue
  bool operator==(const StageCount&) const = default;
};

}  // namespace review
