#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "reviewd/http/response.hpp"

namespace reviewd {

/// What an answer needs to know of the request and the connection that it goes to.
struct AnswerFrame {
  std::string request_id;
  bool close = false;
  std::chrono::system_clock::time_point now{};  ///< for the Date field
};

/// No content and no length may follow these.
[[nodiscard]] constexpr bool has_no_content(int status) { return status == 204 || status == 304; }

/// Can be sent: a final status, and no control character in a header, which could end it and begin another answer.
[[nodiscard]] bool is_sendable(const Response& response);

/// Status line and header of the answer: length, date, request id, `Cache-Control: no-store`, and the fields that
/// keep a browser from guessing types, framing, running or sharing it. A field that the response gives itself wins.
[[nodiscard]] std::string answer_head(const Response& response, const AnswerFrame& frame);

}  // namespace reviewd
