#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// What the page of a programme is made of, as the API answers.
struct ProgrammeStory {
  const boost::json::value& programme;
  const boost::json::array& entries;  ///< oldest first, as the visitor sees them
  const Register& known;
  bool may_record = false;
  bool may_ask = false;  ///< an agency by a link
};

/// The page of one programme: what it is, its steps, dates, findings, actions and updates, and what may come next.
[[nodiscard]] PlainPage programme_page_of(const ProgrammeStory& story);

/// The programmes of one page of the list, and the way to open one for who may.
[[nodiscard]] PlainPage programme_list_of(const boost::json::value& answer, const Register& known, bool may_open);

}  // namespace reviewd
