#include "reviewd/web/frame/page_answer.hpp"

#include <algorithm>

namespace reviewd {

Response as_page_answer(Response response) {
  const bool has_policy = std::any_of(response.headers.begin(), response.headers.end(),
                                      [](const auto& header) { return header.first == "Content-Security-Policy"; });
  if (!has_policy)
    response.headers.emplace_back(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
  response.headers.emplace_back("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  return response;
}

}  // namespace reviewd
