#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/access/reader.hpp"
#include "libreview/calendar/date.hpp"
#include "libreview/embargo/coverage.hpp"
#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// What stands where something is kept back.
inline constexpr std::string_view words_under_embargo = "Under embargo";
inline constexpr std::string_view title_under_embargo = "A document under embargo";

/// Whether the reader, who sees the case of the embargo, may read what it covers. Those whom it names. Where it names
/// nobody, those who may decide about it in that case, so that a report is never locked away from everybody. Nobody
/// else: not information governance, no program, and not who opened the case in an emergency. An emergency opens the
/// case, since a child's safety may hang on what is known; it never hangs on what a report will say, and opening it
/// would make one person's reason enough where lifting takes two people.
[[nodiscard]] bool reads_embargoed(const Reader& reader, const v1::CaseFile& file, const v1::EmbargoFile& embargo,
                                   Date today);

/// A live embargo that the reader may read through.
struct OpenEmbargo {
  std::string case_id;
  std::string embargo;
  Coverage coverage;  ///< in the case that was asked about
};

/// What embargoes mean for one reader of one case.
struct Embargoed {
  Coverage kept{};                  ///< what is kept from the reader, by one embargo or more
  std::vector<OpenEmbargo> open{};  ///< the others that are live
};

/// Another case whose words may stand in a case, because the service copied them or because both are talked about
/// together.
struct CaseBeside {
  v1::CaseFile file;
  std::shared_ptr<const IdentityBlot> blot;  ///< of its whole record
  bool one_report = true;                    ///< reviewed together; else only in one rapid review
};

/// By the case as it stands now, whatever earlier state is shown, and by the cases beside it: what covers a report in
/// one covers it in all, and what tells who somebody of one is goes out of the words of all, for whoever does not read
/// through the embargo of that one. `blot` is of the whole record of the case.
[[nodiscard]] Embargoed embargoed_for(const Reader& reader, const v1::CaseFile& file,
                                      const std::vector<CaseBeside>& beside, Date today,
                                      const std::shared_ptr<const IdentityBlot>& blot);

/// Takes out of an entry what is covered, also out of what a correction says instead; true where there was something.
/// A text says that it is under embargo; a name, a day of birth, an address or a school is not there, and blotted out
/// where words repeat it.
[[nodiscard]] bool withhold(v1::Entry& entry, const Coverage& coverage);

/// Whether the entry holds something that is covered.
[[nodiscard]] bool holds_covered(const v1::Entry& entry, const Coverage& coverage);

}  // namespace review
