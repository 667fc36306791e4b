#include "libreview/alerts/number_in_subject.hpp"

#include <algorithm>

namespace review {
namespace {

constexpr std::size_t most_digits = 3;

bool is_plain(std::string_view number) {
  return !number.empty() && number.size() <= most_digits && number.front() != '0' &&
         std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string number_in_subject(std::string_view subject) {
  for (const std::string_view kind : {"embargo-", "review-", "action-", "proceedings-", "reviewer-request-"}) {
    if (!subject.starts_with(kind)) continue;
    const auto number = subject.substr(kind.size());
    if (is_plain(number)) return std::string(number);
  }
  return {};
}

std::string request_in_subject(std::string_view subject) {
  const auto colon = subject.rfind(':');
  const auto number = colon == std::string_view::npos ? std::string_view() : subject.substr(colon + 1);
  return is_plain(number) ? std::string(number) : std::string();
}

}  // namespace review
