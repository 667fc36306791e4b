#pragma once

#include <google/protobuf/repeated_field.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/law/publication_rules.hpp"
#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// What bodies are told about: a milestone for each of them that no clock waits for, since what counts is that all
/// know.
struct Telling {
  std::string_view milestone;  ///< `advance-copy-with`
  std::string subject;         ///< the review, and where it matters its version: `review-1:2`
};

/// Leaves that bodies were told, each of them that has to be; others stand in the entry alone. `expected_on` is what
/// they were told of the day, where anything was.
void note_told(v1::CaseFile& file, const v1::Entry& entry, const Telling& telling, const MustTell& rule,
               const google::protobuf::RepeatedPtrField<std::string>& who, const std::string& expected_on = {});

/// Who was told what, since the milestone of that place: a body once, on the first day.
class ToldBodies {
 public:
  /// The rule outlives this, and so do the cases that are taken.
  explicit ToldBodies(const MustTell& rule) : rule_(rule) {}
  /// Takes what the case says of it, from the milestone of this number on.
  void take(const v1::CaseFile& file, const Telling& telling, int from = 0);

  /// The names of those who were not told, as a sentence has them.
  [[nodiscard]] std::vector<std::string> lacking() const;
  /// The day on which the last of them was told; nothing while one was not. ISO.
  [[nodiscard]] std::optional<std::string> all_on() const;
  /// The day that was told last, where any was; empty where none.
  [[nodiscard]] const std::string& expected_on() const { return expected_on_; }

 private:
  [[nodiscard]] std::optional<std::string> told_on(const std::string& body) const;

  const MustTell& rule_;
  std::vector<const v1::Milestone*> told_{};
  std::string expected_on_{};
};

}  // namespace review
