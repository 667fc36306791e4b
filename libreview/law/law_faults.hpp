#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/law/law_check.hpp"

namespace review {

/// The faults that a check has found so far, and the checks that every sort of rule shares.
class LawFaults {
 public:
  /// All outlive this.
  LawFaults(const RuleBook& book, const Names& kinds, const Names& milestones)
      : book_(&book), kinds_(&kinds), milestones_(&milestones) {}

  void add(std::string where, std::string says);
  /// At least one citation, each of a source that the book knows.
  void check_references(const std::string& where, const std::vector<Citation>& references);
  /// One or more of S, K, I, C joined by `+`; or `local` for what no source sets and this service or a partnership
  /// chose.
  void check_grade(const std::string& where, std::string_view grade);
  /// Each a kind of entry or a derived milestone.
  void check_triggers(const std::string& where, const std::vector<std::string>& triggers);

  [[nodiscard]] std::vector<LawFault> take() { return std::move(faults_); }

 private:
  const RuleBook* book_;
  const Names* kinds_;
  const Names* milestones_;
  std::vector<LawFault> faults_{};
};

}  // namespace review
