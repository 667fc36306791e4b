#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <string>

#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// What the page of a publication tells, as the API gives it.
struct PublicationFacts {
  const boost::json::value& standing;  ///< how it stands
  boost::json::value planner;          ///< what speaks against the day; null where nobody asked, or may
  boost::json::value preview;          ///< what another planned day would do; null where nobody asked
  boost::json::value forecast{};       ///< the earliest safe day; null where none is worked out for who looks
  boost::json::array people{};         ///< who may be given a step
  Register known{};
  std::string day{};      ///< the day in the boxes, ISO or as it was typed
  std::string reasons{};  ///< why this day, as it was typed
  bool may_plan = false;
  bool may_publish = false;
  bool may_recall = false;
  bool may_take_down = false;
};

/// The page on which a publication is planned, and seen to.
[[nodiscard]] View publication_view(const PublicationFacts& facts);

/// `17:42 on Tuesday 17 March 2026`, for an instant.
[[nodiscard]] std::string until_words(const std::string& instant);

}  // namespace reviewd
