#pragma once

#include <boost/json/object.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "libreview/access/disclose_actions.hpp"
#include "libreview/base/result.hpp"
#include "libreview/views/action_rows.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// An action as it stands, with its words as far as the reader may read them.
struct ListedAction {
  std::string case_id;
  review::v1::Action action;  ///< names no case that the reader does not see; with how often its group looks at it
  std::string what{};
  std::string measure{};
  std::string update{};
  std::string why_escalated{};  ///< the newest time it was
  bool overdue = false;
  int says_every = 0;  ///< months in which its owner says how it stands, where that was said of this action
};
struct ListedActions {
  std::vector<ListedAction> rows;
  std::vector<std::string> next;  ///< the key to go on after; empty at the end
};

/// The actions that are asked for in cases that the reader sees, at most so many; all of them where `most` is nothing.
/// With `as_at`, each as it stood at the end of that day, and without what it did not know then; the terms are asked of
/// what is now.
[[nodiscard]] review::Result<ListedActions> listed_actions(Call& call, review::ActionsWanted wanted,
                                                           std::optional<std::size_t> most = {},
                                                           std::optional<review::Date> as_at = {});
/// Refuses terms that name a case or a person that the reader does not know.
[[nodiscard]] review::Result<void> check_action_names(Call& call, const review::ActionsWanted& wanted);

[[nodiscard]] boost::json::object action_json(const ListedAction& listed);

/// A recommendation with one body that it is made to.
struct ListedRecommendation {
  std::string case_id;
  review::v1::Recommendation made;
  review::v1::BodyAnswer answer;
  std::string text{};
  std::string modified{};
  std::string reasons{};
};
struct ListedRecommendations {
  std::vector<ListedRecommendation> rows;
  std::vector<std::string> next;
};
[[nodiscard]] review::Result<ListedRecommendations> listed_recommendations(Call& call, review::ActionsWanted wanted,
                                                                           std::optional<std::size_t> most = {});
[[nodiscard]] boost::json::object recommendation_json(const ListedRecommendation& listed);

}  // namespace reviewd
