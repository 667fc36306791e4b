#pragma once

#include <boost/json/array.hpp>
#include <string>
#include <vector>

#include "libreview/base/result.hpp"
#include "review/v1/case_actions.pb.h"
#include "reviewd/api/audit_record.hpp"

namespace reviewd {

/// What one agency does by itself after an audit.
struct PlannedAction {
  review::v1::Action action;
  std::string what{};  ///< what is to be done; empty where nobody said
};

/// The improvement plans of the agencies: the single-agency actions of the programme that the call names, agency by
/// agency and each by its day. Whoever reads the actions of one agency alone gets the plan of that agency.
[[nodiscard]] review::Result<std::vector<PlannedAction>> audit_plans(Call& call, const AuditRecord& record,
                                                                     std::optional<review::Date> as_at);

[[nodiscard]] boost::json::array plans_json(const std::vector<PlannedAction>& plans);

/// `GREEN`, as it was last said; empty where nothing was said yet.
[[nodiscard]] std::string progress_of(const PlannedAction& planned);

}  // namespace reviewd
