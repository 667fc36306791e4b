#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "libreview/rehearsal/identity_blot.hpp"
#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// What embargoes keep back in one case. It says nothing of actions, learning, recommendations and briefings: an
/// embargo never covers those (practice: learning goes on while proceedings are open).
struct Coverage {
  bool reports = false;               ///< documents that are a review's report, and what updates say of it
  bool untagged = false;              ///< every document that is not known to be a paper of others
  bool identity = false;              ///< names, days of birth, addresses, schools; genograms, which are in `documents`
  std::set<std::string> documents{};  ///< covered by name, in every version
  std::set<std::string> of_others{};  ///< papers of a meeting or an agency, which `untagged` passes over
  /// What blots out of words what tells who somebody is: of this case with `identity`, and of each other case whose
  /// words may stand here. Whoever knows the records adds it. Nothing where only what is covered is asked.
  std::vector<std::shared_ptr<const IdentityBlot>> blots{};

  [[nodiscard]] bool empty() const { return !reports && !untagged && !identity && documents.empty() && blots.empty(); }
  /// The text without what any of `blots` finds. Names of files and addresses are no `prose`.
  [[nodiscard]] std::string blotted(const std::string& text, bool prose = true) const;
  /// Whether a document of the case is covered, by what one version of it says. A document that the case does not know
  /// any more, because it was withdrawn, is covered like one without a review.
  [[nodiscard]] bool covers(const v1::DocumentFiled& filed) const;
  /// The same of a document by its name alone.
  [[nodiscard]] bool covers_document(const std::string& document) const;
  /// Whether the entry tells what a report says, and reports are covered.
  [[nodiscard]] bool covers_words_of(const v1::Entry& entry) const;
};

/// Whether it keeps back what tells who somebody is, as long as it is live.
[[nodiscard]] bool covers_identity(const v1::EmbargoFile& embargo);

/// Adds what an embargo of this case covers in it: nothing once it is lifted. Its review day is no end: an embargo that
/// nobody looks at covers on. Where it covers the report and names no document, every document is covered that is
/// neither a meeting's paper nor an agency's: a report that nobody marked as one must not leak.
void cover(Coverage& coverage, const v1::CaseFile& file, const v1::EmbargoFile& embargo);

/// Adds what an embargo covers here that stands in another case of the same review: the report of it, and genograms
/// where it covers who the people are. Documents that it names, and the fields that tell who the people of the other
/// case are, are in the other case; what words say of them may stand here, see `Coverage::blots`.
void cover_from_joined(Coverage& coverage, const v1::CaseFile& file, const v1::EmbargoFile& embargo);

}  // namespace review
