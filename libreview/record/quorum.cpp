#include "libreview/record/quorum.hpp"

#include <algorithm>

#include "libreview/record/bodies.hpp"

namespace review {

bool was_there(const v1::Attendance& seat) { return !seat.has_presence() || seat.presence() == v1::PRESENCE_PRESENT; }

Quorum quorum_of(const std::vector<v1::Attendance>& attendance, const Partnership& partnership) {
  Quorum quorum{false, partnership.quorum, {}, {}};
  for (const auto& body : partnership.quorum_bodies) {
    const bool came = std::any_of(attendance.begin(), attendance.end(), [&](const v1::Attendance& seat) {
      return was_there(seat) && is_same_body(seat.agency(), body);
    });
    (came ? quorum.there : quorum.missing).push_back(body);
  }
  quorum.quorate = static_cast<int>(quorum.there.size()) >= quorum.needed;
  return quorum;
}

}  // namespace review
