#pragma once

#include <string>
#include <vector>

#include "libreview/law/partnership.hpp"
#include "review/v1/common.pb.h"

namespace review {

/// How a meeting stands by the partnership's rule of quorum.
struct Quorum {
  bool quorate;
  int needed;                        ///< how many of the bodies that count must be there
  std::vector<std::string> there;    ///< those that had somebody there, as the partnership names them
  std::vector<std::string> missing;  ///< those that had nobody there
};

/// Whether somebody of the seat was there: present, or not said.
[[nodiscard]] bool was_there(const v1::Attendance& seat);

/// Worked out from who came. Two seats of one body count once.
[[nodiscard]] Quorum quorum_of(const std::vector<v1::Attendance>& attendance, const Partnership& partnership);

}  // namespace review
