#include "reviewd/storage/presence.hpp"

#include <algorithm>

namespace reviewd {

void Presence::opened(const std::string& person, const std::string& case_id, const std::string& kind,
                      review::Instant now) {
  left(person, case_id);
  std::erase_if(all_, [&](const Opened& one) { return one.at + lasts <= now; });
  if (all_.size() >= most) all_.erase(all_.begin());
  all_.push_back({person, case_id, kind, now});
}

void Presence::left(std::string_view person, std::string_view case_id) {
  std::erase_if(all_, [&](const Opened& one) { return one.person == person && one.case_id == case_id; });
}

std::vector<Presence::Opened> Presence::others(std::string_view person, std::string_view case_id,
                                               review::Instant now) const {
  std::vector<Opened> found;
  for (const auto& one : all_) {
    if (one.person != person && one.case_id == case_id && one.at + lasts > now) found.push_back(one);
  }
  std::reverse(found.begin(), found.end());
  return found;
}

}  // namespace reviewd
