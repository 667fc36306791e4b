#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace reviewd {

/// One try.
struct WebhookPost {
  std::string address;
  std::string body;
  std::vector<std::string> headers;  ///< whole lines
  bool private_allowed = false;
};

/// How it went.
struct Posted {
  int status = 0;  ///< of the answer; 0 where there was none
  /// Empty where it was taken (2xx); else a word:
  /// `gone`           410: the receiver wants nothing any more
  /// `redirected`     3xx: an event goes where it was meant to, and nowhere else
  /// `status`         any other answer
  /// `private-target` the name leads to an address that is not public
  /// `no-such-host`, `no-connection`, `not-secure` (TLS), `too-slow`, `no-answer`
  std::string error{};
  std::chrono::seconds retry_after{0};  ///< what the receiver asked for; 0: nothing
};

}  // namespace reviewd
