#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <map>
#include <string>
#include <vector>

#include "libreview/access/reader.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// What the visitor knows of a case on the agenda.
struct AgendaCase {
  boost::json::value shown;    ///< the Case of the API
  boost::json::array counted;  ///< its updates as they count
};

/// What the page of a meeting is made of.
struct MeetingFacts {
  boost::json::value meeting;  ///< of the API
  std::map<std::string, AgendaCase> cases;
  std::vector<std::string> sign_off_bodies;
  const review::Reader& reader;  ///< who looks
  bool manages;                  ///< may record anything of the meeting
  Register known{};
};

/// A meeting: agenda with papers, views, conflicts, minutes, recommendation and what became of it; attendance; quorum.
/// Each form that saves minutes gets a key of its own from `new_key`.
[[nodiscard]] View meeting_view(const MeetingFacts& facts, std::string (*new_key)());

/// Meetings to come and past ones, as the API lists them.
[[nodiscard]] View meetings_view(const boost::json::array& coming, const boost::json::array& past, bool manages);
/// One line of a list: `title`, `address`, `day`, `state`, `items`.
[[nodiscard]] boost::json::object meeting_row(const boost::json::value& meeting);

}  // namespace reviewd
