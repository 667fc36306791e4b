#include "reviewd/act/act.hpp"

namespace reviewd {
namespace {

/// The store that the dry run was made on is soon another.
constexpr std::chrono::hours import_life{72};

}  // namespace

Act import_past_act_row() {
  using enum review::Right;
  return {std::string_view(import_past_act),
          "Import of past cases",
          {move_cases, export_cases},
          nullptr,
          nullptr,
          import_life};
}

}  // namespace reviewd
