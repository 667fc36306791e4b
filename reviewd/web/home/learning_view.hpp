#pragma once

#include <boost/json/value.hpp>
#include <string>

#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// What the page of learning is asked for, as the address says it.
struct LearningQuery {
  std::string theme{};
  std::string source{};
  std::string from{};  ///< days as they were typed
  std::string until{};
  std::string page{};
};

/// What the page is made from.
struct LearningFacts {
  LearningQuery query;
  boost::json::value law{};       ///< the law of the API
  boost::json::value findings{};  ///< a page of findings of the API; null where a day is none
  std::string from_fault{};
  std::string until_fault{};
  Register known{};
};

/// `theme=…&source=…`, without the page.
[[nodiscard]] std::string address_of(const LearningQuery& query);
/// Findings over all cases side by side under their themes. A finding stands under each of its themes.
[[nodiscard]] View learning_view(const LearningFacts& facts);

}  // namespace reviewd
