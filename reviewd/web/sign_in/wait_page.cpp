#include "reviewd/web/sign_in/wait_page.hpp"

#include <fmt/format.h>

namespace reviewd {

Response wait_page(const AgainPage& again, std::chrono::seconds wait) {
  const auto seconds = wait.count();
  auto response =
      again(429, fmt::format("Too many tries. Wait {} second{}, then try again.", seconds, seconds == 1 ? "" : "s"));
  response.headers.emplace_back("Retry-After", std::to_string(seconds));
  return response;
}

}  // namespace reviewd
