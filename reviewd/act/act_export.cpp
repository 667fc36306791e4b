#include "reviewd/act/act.hpp"

namespace reviewd {
namespace {

/// What was approved is sent within a day: who gets it and why was looked at for now. Who comes later asks again.
constexpr std::chrono::hours export_life{24};

}  // namespace

Act export_case_act() {
  return {"export-case", "Export of a case", {review::Right::export_cases}, nullptr, nullptr, export_life};
}

Act export_store_act() {
  return {"export-store",
          "Export of everything",
          {review::Right::move_cases, review::Right::export_cases},
          nullptr,
          nullptr,
          export_life};
}

}  // namespace reviewd
