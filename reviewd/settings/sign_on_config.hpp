#pragma once

#include <toml++/toml.h>

#include <set>
#include <string>

#include "libreview/base/result.hpp"

namespace reviewd {

/// Single sign-on with an identity provider of the council, by OpenID Connect. A table of the configuration:
///
///     [sign-on]
///     issuer = "https://login.microsoftonline.com/…/v2.0"   # exactly as the provider writes it
///     client-id = "…"
///     client-secret-file = "client-secret"   # beside this file, for its owner alone; left out for a public client
///     address = "https://reviews.example.org" # ours, as the provider knows it: …/sign-in/council/return
///     tenants = ["…"]                        # Entra ID: the `tid` that are let in; people are then known by `tid/oid`
///     words = "Sign in with your council account"
///     second-factors = ["mfa"]               # values of `amr` that count as a second factor
struct SignOnConfig {
  std::string issuer{};  ///< empty: nobody signs on with another account
  std::string client{};
  std::string secret{};  ///< empty: a public client
  std::string address{};
  std::set<std::string> tenants{};
  std::string words = "Sign in with your council account";
  std::set<std::string> second_factors{};
};

/// Reads the table; `folder` is where its files are. Refuses an unknown key, an issuer or an address that is neither
/// https nor on this machine, and a secret that others than its owner can read.
[[nodiscard]] review::Result<SignOnConfig> read_sign_on(const std::string& folder, const toml::node& value);

/// Whether an address may be asked: `https://…`, or `http://` on 127.… or [::1] (for tests); without a name for
/// signing in, a question or a mark.
[[nodiscard]] bool is_safe_address(const std::string& address);
/// Scheme, host and port of an address: `https://reviews.example.org`.
[[nodiscard]] std::string origin_of(const std::string& address);

}  // namespace reviewd
