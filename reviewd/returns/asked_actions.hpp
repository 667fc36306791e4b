#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/desk/recording.hpp"
#include "review/v1/case.pb.h"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// An action of an agency, with its words as far as the agency reads them.
struct AskedAction {
  review::v1::Action action;
  std::string what;
  std::string measure;
  std::string update;  ///< what was said last
};

/// What a link asks that was made for the actions of an agency in a case, whether they name the agency by its id or as
/// the body of the law that it is.
struct AskedActions {
  std::vector<AskedAction> actions;
  std::vector<std::string> reads;  ///< what was shown by it, as Read::what; whoever answers puts it on record
};

/// Whether the entry agreed an action of the agency. A link whose request is such an entry is for all actions of the
/// agency in the case.
[[nodiscard]] bool agreed_an_action(Storage& storage, std::string_view case_id, std::string_view request,
                                    std::string_view agency);

/// The earliest day on which one of the open actions of the agency is due; nothing where none is open.
[[nodiscard]] std::optional<review::Date> next_action_due(Storage& storage, std::string_view case_id,
                                                          std::string_view agency);

/// What the link asks; nothing where it is for no actions.
[[nodiscard]] std::optional<AskedActions> asked_actions(Storage& storage, const review::ReturnLink& link);

/// Records what an agency said of an action by its link, in the open transaction: by its contact, for the agency as the
/// action names its owner. `update` is the content of `actionUpdated`. The same checks as for everybody else who
/// records.
[[nodiscard]] review::Result<review::Recorded> submit_action(Storage& storage, const review::ReturnLink& link,
                                                             const std::string& owner, boost::json::object update);

}  // namespace reviewd
