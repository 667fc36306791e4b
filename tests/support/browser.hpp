#pragma once

#include <string>
#include <utility>
#include <vector>

#include "reviewd/http/multipart.hpp"
#include "tests/support/daemon.hpp"

namespace review::test {

using FormValues = std::vector<std::pair<std::string, std::string>>;

/// Somebody who opens pages and sends forms as a browser without scripts would: keeps the cookie, and says where a form
/// comes from.
class Browser {
 public:
  explicit Browser(const Daemon& daemon) : caller_(daemon.caller()), port_(daemon.port()) {}

  HttpAnswer open(const std::string& address);
  /// Sends a form, with the token of the page that was opened last.
  HttpAnswer send(const std::string& address, FormValues values);
  /// Sends a form with a file, with that token too.
  HttpAnswer send_form(const std::string& address, std::vector<reviewd::MultipartPart> parts);
  /// A form without a file, from another site, or with other headers.
  HttpAnswer send_with(const std::string& address, const FormValues& values, HttpFields headers);

  /// The cookie of the session, with its name.
  [[nodiscard]] const std::string& cookie() const { return cookie_; }
  void set_cookie(std::string cookie) { cookie_ = std::move(cookie); }
  /// Another browser from now on: nothing is kept.
  void forget() { cookie_ = pending_ = device_ = ""; }
  /// The token of the form that was opened last.
  [[nodiscard]] const std::string& form_token() const { return form_token_; }
  [[nodiscard]] std::string origin() const;

  /// Signs in somebody new, by an invitation of the administrator.
  static Browser of(const Daemon& daemon, const std::string& person, const std::string& role);

 private:
  HttpAnswer keep(HttpAnswer answer);
  [[nodiscard]] std::string cookies() const;

  HttpCaller caller_;
  std::uint16_t port_;
  std::string cookie_;
  std::string pending_;
  std::string device_;
  std::string form_token_;
};

inline const std::string good_password = "violet harbour teapot";

}  // namespace review::test
