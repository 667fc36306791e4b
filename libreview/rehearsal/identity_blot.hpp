#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// What stands in a text where it told who somebody is.
inline constexpr std::string_view blotted_words = "[under embargo]";

/// Blots out of texts of a case what its record holds that tells who somebody is: names, also in part or misspelt, days
/// of birth, addresses, schools, NHS numbers; whichever entry holds them, also one that was corrected or withdrawn.
/// What may be something else (see `IdentityFinding::look`) goes too: a word too many costs less than a name. A
/// pseudonym that the case has now stays. For one thread.
class IdentityBlot {
 public:
  using Record = std::shared_ptr<const std::vector<v1::Entry>>;
  using ReadRecord = std::function<Record()>;

  /// `now` is the case as it stands. Its whole record is read, and what to look for prepared, when the first text is
  /// looked through, and once.
  IdentityBlot(const v1::CaseFile& now, ReadRecord whole_record);
  ~IdentityBlot();
  IdentityBlot(const IdentityBlot&) = delete;
  IdentityBlot& operator=(const IdentityBlot&) = delete;

  /// The text with `blotted_words` in those places; as it was where there are none. Names of files and addresses are
  /// no `prose`.
  [[nodiscard]] std::string blotted(const std::string& text, bool prose = true) const;

 private:
  class Prepared;

  std::vector<std::string> pseudonyms_{};
  ReadRecord whole_record_;
  mutable std::unique_ptr<Prepared> prepared_{};
};

}  // namespace review
