#pragma once

#include <memory>
#include <string>

#include "libreview/calendar/instant.hpp"
#include "libreview/past/mapping.hpp"
#include "libreview/past/workbook.hpp"
#include "reviewd/storage/kept_files.hpp"

namespace reviewd {

/// A spreadsheet of past cases that somebody is bringing in.
struct PastFile {
  std::string past;                              ///< its name here
  std::string digest;                            ///< SHA-256 of the file, in hexadecimal
  std::string person;                            ///< bare id of whose it is
  std::shared_ptr<const review::Workbook> book;  ///< never null where a file is kept
  review::Mapping mapping;
  review::Instant asked;  ///< when it was last asked for
};

/// An agency's chronology that somebody is taking in: `past` is the name of the table.
struct ChronologyFile : PastFile {
  std::string case_id;
  std::string agency;
  std::string document{};  ///< where the table itself is filed; may be empty
};

using PastFiles = KeptFiles<PastFile>;
using ChronologyFiles = KeptFiles<ChronologyFile>;

}  // namespace reviewd
