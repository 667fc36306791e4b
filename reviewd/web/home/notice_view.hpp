#pragma once

#include <boost/json/value.hpp>

#include "reviewd/web/form/sections.hpp"

namespace reviewd {

/// What was typed, or what holds.
struct NoticeTyped {
  std::string mailbox;
  std::string when;
  std::string away_from;
  std::string away_until;
  std::string cover;
  std::string code{};
};

/// As the API's settings have it.
[[nodiscard]] NoticeTyped notice_typed(const boost::json::value& notices);

/// The page of one's own reminders by mail, from the API's settings. `people` is the API's list of those who can cover;
/// empty where the visitor may not list people. `done` is what was done just now, in a word; `problem` what the API
/// refused.
[[nodiscard]] PlainPage notice_page(const boost::json::value& notices, const boost::json::value& people,
                                    const NoticeTyped& typed, const std::string& done,
                                    const boost::json::value& problem);

}  // namespace reviewd
