#pragma once

#include <string>
#include <string_view>

#include "libreview/calendar/instant.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// A check of a version of a document for what tells who somebody is.
struct ReportCheck {
  std::string record;  ///< of the case: `record_name`
  std::string document;
  int version;
  std::string digest;  ///< of what was checked, SHA-256 in hexadecimal digits
  std::string person;  ///< who asked for it
};

/// The checks that this service ran to their end. What they found is not kept.
class ReportChecks {
 public:
  explicit ReportChecks(Store& store) : store_(store) {}

  /// Notes one that ended. Inside a transaction, or in one of its own.
  [[nodiscard]] Result<void> note(const ReportCheck& check, Instant now);
  /// Whether somebody had this content of the document checked.
  [[nodiscard]] bool was_run(std::string_view record, std::string_view document, std::string_view digest);

 private:
  Store& store_;
};

}  // namespace review
