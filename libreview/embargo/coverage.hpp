#pragma once

#include <memory>
#include <set>
#include <string>

#include "libreview/rehearsal/identity_blot.hpp"
#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// What embargoes keep back in one case. It says nothing of actions, learning, recommendations and briefings: an
/// embargo never covers those (practice: learning goes on while proceedings are open).
struct Coverage {
  bool reports = false;               ///< documents that are a review's report, and what updates say of it
  bool untagged = false;              ///< every document that is not known to be a paper of others
  bool identity = false;              ///< names, days of birth, addresses, schools
  std::set<std::string> documents{};  ///< covered by name, in every version
  std::set<std::string> of_others{};  ///< papers of a meeting or an agency, which `untagged` passes over
  /// With `identity`, what blots the same out of words; whoever knows the record adds it. Nothing where only what is
  /// covered is asked.
  std::shared_ptr<const IdentityBlot> blot{};

  [[nodiscard]] bool empty() const { return !reports && !untagged && !identity && documents.empty(); }
  /// Whether a document of the case is covered, by what one version of it says. A document that the case does not know
  /// any more, because it was withdrawn, is covered like one without a review.
  [[nodiscard]] bool covers(const v1::DocumentFiled& filed) const;
  /// Whether the entry tells what a report says, and reports are covered.
  [[nodiscard]] bool covers_words_of(const v1::Entry& entry) const;
};

/// Adds what an embargo of this case covers in it: nothing once it is lifted. Its review day is no end: an embargo that
/// nobody looks at covers on. Where it covers the report and names no document, every document is covered that is
/// neither a meeting's paper nor an agency's: a report that nobody marked as one must not leak.
void cover(Coverage& coverage, const v1::CaseFile& file, const v1::EmbargoFile& embargo);

/// Adds what an embargo covers here that stands in another case of the same review: the report of it. Documents that
/// it names, and the people of the other case, are in the other case.
void cover_from_joined(Coverage& coverage, const v1::CaseFile& file, const v1::EmbargoFile& embargo);

}  // namespace review
