#pragma once

#include <boost/json/value.hpp>
#include <string>

#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// What the page of an audit is made of, as the API answers.
struct AuditStory {
  const boost::json::value& audit;
  const boost::json::value& programme;
  const Register& known;
  bool may_record = false;
  bool may_ask = false;   ///< may send agencies links
  bool may_open = false;  ///< may open the case that takes up a referral
};

/// What an audit found: who has not answered, the figures by standard, line of enquiry, agency and priority, each of
/// which opens to the returns behind it; the cases; what was learned and where it went.
[[nodiscard]] PlainPage audit_page_of(const AuditStory& story);

/// What is learned together: learning events, the learning log, the agencies' improvement plans, referrals.
[[nodiscard]] std::vector<Section> audit_learning_of(const AuditStory& story);

/// Which returns are meant; what is empty means all.
struct ReturnsChosen {
  std::string standard{};
  std::string agency{};
  std::string priority{};
  std::string audit_case{};
};

/// The address of the returns behind a figure, below the page of the programme.
[[nodiscard]] std::string returns_address(const std::string& programme, const ReturnsChosen& chosen);

/// Where what an agency sent of a case is typed in, below the page of the programme.
[[nodiscard]] std::string answer_address(const std::string& programme, const std::string& agency,
                                         const std::string& audit_case);

/// The returns behind a figure, with what each says.
[[nodiscard]] PlainPage audit_returns_of(const AuditStory& story, const ReturnsChosen& chosen);

}  // namespace reviewd
