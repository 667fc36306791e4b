#include "reviewd/api/past_run.hpp"

#include <algorithm>

#include "libreview/store/digest.hpp"

namespace reviewd {
namespace {

constexpr std::size_t figures_of_a_subject = 32;

}  // namespace

bool PastRun::good() const { return std::ranges::none_of(findings, &review::RowFinding::is_error); }

int PastRun::count(PastState state) const {
  return static_cast<int>(std::count_if(rows.begin(), rows.end(), [&](const Row& one) { return one.state == state; }));
}

std::string past_subject(const PastFile& file) {
  const auto digest = review::to_hex(review::sha256({file.digest, "\n", review::write_mapping(file.mapping)}));
  return "past/" + digest.substr(0, figures_of_a_subject);
}

std::map<std::string, std::string> past_proposal(const PastFile& file, const PastRun& dry) {
  return {{"digest", file.digest},
          {"newCases", std::to_string(dry.count(PastState::made))},
          {"updates", std::to_string(dry.entries)}};
}

}  // namespace reviewd
