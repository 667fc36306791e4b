#pragma once

#include <string>
#include <vector>

#include "libreview/rehearsal/case_identity.hpp"
#include "libreview/rehearsal/stranger_text.hpp"
#include "review/v1/entries.pb.h"

namespace review {

/// What the sources of a learning product hold that tells who somebody is: when the product was checked, and by now.
class KnownNames {
 public:
  /// The record that the product is of. What stands in it up to and with the check was looked for.
  void put_own(const std::vector<v1::Entry>& entries, const std::string& check);
  /// A record that the product draws on. What was recorded there before the check was looked for; what was at the very
  /// same instant may not have been. Nothing counts from `until` on, where that is an instant.
  void put_other(const std::vector<v1::Entry>& entries, const std::string& checked, const std::string& until);
  /// Whether more of the texts may tell who somebody is than the check could show. What it showed, and whoever checked
  /// left, is no more.
  [[nodiscard]] bool tells_more_of(const std::vector<StrangerText>& texts) const;

 private:
  CaseIdentity then_{};
  CaseIdentity since_{};
};

}  // namespace review
