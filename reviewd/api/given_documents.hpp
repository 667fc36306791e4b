#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "libreview/base/result.hpp"
#include "reviewd/api/paper_answer.hpp"

namespace reviewd {

/// How much of the content of documents is still taken into memory for one answer, in bytes.
struct ContentRoom {
  std::int64_t left = 96LL * 1024 * 1024;
};

/// The documents of a case, each in its newest version, as far as the reader may open them now: none that an embargo
/// keeps from them, and no paper of another meeting than this one. Notes their titles as read. `place` is where the
/// paper tells of them. What cannot be given out, or is too large, has no content and says why. Refuses as the
/// documents of the case do.
[[nodiscard]] review::Result<std::vector<GivenDocument>> given_documents(const Call& call, const std::string& case_id,
                                                                         const std::string& meeting, std::size_t place,
                                                                         ContentRoom& room);

}  // namespace reviewd
