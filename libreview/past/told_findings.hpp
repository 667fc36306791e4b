#pragma once

#include <vector>

#include "libreview/past/past_row.hpp"

namespace review {

/// The findings of a whole file as far as they are told: so many errors and so many warnings, and beyond that the first
/// error of each row, so that no row with a fault goes unnamed.
class ToldFindings {
 public:
  static constexpr int most = 10'000;  ///< of each

  /// Leaves in what there is to say of one row, or of the file, what is told of it.
  void thin(std::vector<RowFinding>& of_row);
  /// How much was not told, as a finding of the file: an error where there were errors. Empty where all was told.
  [[nodiscard]] std::vector<RowFinding> what_is_left() const;

 private:
  int errors_ = 0;
  int warnings_ = 0;
  int errors_left_ = 0;
  int warnings_left_ = 0;
};

}  // namespace review
