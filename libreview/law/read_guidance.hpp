#pragma once

#include <vector>

#include "libreview/law/guidance.hpp"
#include "libreview/law/law_table.hpp"

namespace review {

/// The tables of the smaller files. Faults are left in the reading.
[[nodiscard]] std::vector<Source> read_sources(LawTable root);
[[nodiscard]] std::vector<Criterion> read_criteria(LawTable root);
[[nodiscard]] std::vector<NotComputed> read_not_computed(LawTable root);
[[nodiscard]] std::vector<NotRule> read_not_rules(LawTable root);

/// What `retention.toml` holds.
struct Retention {
  std::vector<RetentionRule> rules;
  std::vector<LegalHold> holds;
};
[[nodiscard]] Retention read_retention(LawTable root);

}  // namespace review
