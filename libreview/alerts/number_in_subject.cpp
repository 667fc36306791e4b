#include "libreview/alerts/number_in_subject.hpp"

#include <algorithm>

namespace review {
namespace {

constexpr std::size_t most_digits = 3;

}  // namespace

std::string number_in_subject(std::string_view subject) {
  for (const std::string_view kind : {"embargo-", "review-", "action-", "proceedings-"}) {
    if (!subject.starts_with(kind)) continue;
    const auto number = subject.substr(kind.size());
    const bool plain = !number.empty() && number.size() <= most_digits && number.front() != '0' &&
                       std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
    if (plain) return std::string(number);
  }
  return {};
}

}  // namespace review
