#pragma once

#include <memory>
#include <string>

#include "tools/reviewctl/service.hpp"

namespace reviewctl {

/// A running daemon, over one connection that is kept. Certificates are verified against those of the system.
class HttpService final : public Service {
 public:
  /// `server` is `http://HOST:PORT` or `https://HOST`. Misused where it is neither, where an address without TLS is not
  /// of this machine (the token would travel readable), and where the token is none.
  static Outcome<std::unique_ptr<HttpService>> reach(const std::string& server, const std::string& token);
  ~HttpService() override;

  Outcome<Answered> send(const Ask& ask) override;
  /// The same with another token.
  Outcome<Answered> send_as(const Ask& ask, const std::string& token);
  [[nodiscard]] const std::string& token() const { return token_; }

 private:
  struct Connection;
  HttpService(std::string server, std::string token);

  std::string server_;
  std::string token_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace reviewctl
