#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "review/v1/entries.pb.h"

namespace review {

/// Who is who in a story while it happens: its letters and names, and what the world calls them.
class Cast {
 public:
  /// `A` → `26-0001`
  void meet_case(const std::string& letter, const std::string& case_id) { cases_[letter] = case_id; }
  /// `request` → the id of the entry
  void meet_entry(const std::string& name, const std::string& entry_id) { entries_[name] = entry_id; }

  /// The reference of a case by its letter; empty before it is opened.
  [[nodiscard]] std::string case_of(std::string_view letter) const;
  /// The id of an entry by its name; empty before it is recorded.
  [[nodiscard]] std::string entry_of(std::string_view name) const;
  /// The references of all cases, in the order of their letters.
  [[nodiscard]] std::vector<std::string> cases() const;
  /// The entry with real references for `story-case-b` and `story-entry-name`. One that is not there yet stays.
  [[nodiscard]] v1::Entry dressed(v1::Entry entry) const;

 private:
  std::map<std::string, std::string, std::less<>> cases_;
  std::map<std::string, std::string, std::less<>> entries_;
};

}  // namespace review
