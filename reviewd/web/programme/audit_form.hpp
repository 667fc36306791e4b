#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <vector>

#include "libreview/base/refusal.hpp"
#include "reviewd/http/request.hpp"
#include "reviewd/returns/asked_audits.hpp"
#include "reviewd/web/form/plain_form.hpp"

namespace reviewd {

/// The questions about one audited case, standard by standard, with what was typed in them.
[[nodiscard]] std::vector<Question> audit_questions(const AskedAudits& asked, const NameValues& typed);

/// What the agency said last, as it would have been typed.
[[nodiscard]] NameValues typed_of(const review::v1::AgencyAuditedCase& said);

/// The same of its JSON.
[[nodiscard]] NameValues typed_of_said(const boost::json::value& said);

/// Only what the questions ask, for a draft; what is empty is left out.
[[nodiscard]] boost::json::object draft_of(const AskedAudits& asked, const NameValues& typed);
[[nodiscard]] NameValues typed_of(const boost::json::object& draft);

/// What was typed as the content of `agencyAuditedCase`, without the agency. An agency that was not involved says
/// nothing of standards, whatever stands there.
[[nodiscard]] boost::json::object audit_said(const AskedAudits& asked, const std::string& audit_case,
                                             const NameValues& typed);

/// A refusal as a problem whose pointers are those of the questions: `/agencyAuditedCase/answers/3/why` is the why of
/// the fourth standard that was answered.
[[nodiscard]] boost::json::value audit_problem(const review::Refusal& refusal, const boost::json::object& said);
/// The same of a problem that the API tells.
[[nodiscard]] boost::json::value audit_problem(const boost::json::value& problem, const boost::json::object& said);

}  // namespace reviewd
