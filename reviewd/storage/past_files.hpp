#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/instant.hpp"
#include "libreview/past/mapping.hpp"
#include "libreview/past/workbook.hpp"

namespace reviewd {

/// A spreadsheet of past cases that somebody is bringing in.
struct PastFile {
  std::string past;    ///< its name here
  std::string digest;  ///< SHA-256 of the file, in hexadecimal
  std::string person;  ///< bare id of whose it is
  review::Workbook book;
  review::Mapping mapping;
  review::Instant asked;  ///< when it was last asked for
};

/// The spreadsheets that are being brought in: one a person, in memory only, and gone some hours after they were last
/// asked for or when the service ends. Nothing of them reaches a disk before it is imported.
class PastFiles {
 public:
  /// In the place of the person's earlier one, and of the oldest where too many are kept.
  void keep(PastFile file);
  /// The person's own; null where there is none of that name.
  [[nodiscard]] PastFile* find(std::string_view past, std::string_view person, review::Instant now);

 private:
  static constexpr std::size_t most = 8;

  std::vector<PastFile> files_{};
};

}  // namespace reviewd
