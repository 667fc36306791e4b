#include "reviewd/identity/oidc/id_token.hpp"

#include <sodium.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <optional>

#include "libreview/vocabulary/parse_json.hpp"
#include "reviewd/base/text_of.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::refuse;

constexpr std::size_t longest_subject = 255;
/// A count of seconds beyond this is no time that a token can have: the year 2286.
constexpr std::int64_t most_seconds = 9'999'999'999;

auto no_good_token(std::string_view says) { return refuse(Code::unauthenticated, std::string(says)); }

/// A time of a claim; nothing where it is absent or is no whole number of seconds.
std::optional<review::Instant> time_of(const json::object& claims, std::string_view name) {
  const auto* value = claims.if_contains(name);
  if (value == nullptr || !value->is_int64() || value->get_int64() < 0 || value->get_int64() > most_seconds) {
    return std::nullopt;
  }
  return review::Instant(std::chrono::seconds(value->get_int64()));
}

std::set<std::string> texts_of(const json::object& claims, std::string_view name) {
  std::set<std::string> texts;
  const auto* value = claims.if_contains(name);
  if (value == nullptr) return texts;
  if (value->is_string()) texts.emplace(std::string_view(value->get_string()));
  if (const auto* list = value->if_array()) {
    for (const auto& each : *list) {
      texts.emplace(each.is_string() ? std::string_view(each.get_string()) : std::string_view());
    }
  }
  return texts;
}

bool same(std::string_view given, std::string_view wanted) {
  return given.size() == wanted.size() && sodium_memcmp(given.data(), wanted.data(), wanted.size()) == 0;
}

/// Why the token is not for us; empty if it is.
std::string_view addressed_elsewhere(const json::object& claims, const ExpectedClaims& expected) {
  if (text_of(claims, "iss") != expected.issuer) return "The token is of another issuer.";
  const auto audience = texts_of(claims, "aud");
  if (!audience.contains(expected.client)) return "The token is for another client.";
  if (audience.size() > 1 && !claims.contains("azp"))
    return "The token is for several clients, and says not for which.";
  if (claims.contains("azp") && text_of(claims, "azp") != expected.client)
    return "The token was given to another client.";
  const auto nonce = text_of(claims, "nonce");
  if (nonce.empty() || !same(nonce, expected.nonce)) return "The token is of another sign-on.";
  return {};
}

/// Why the token is not of this time; empty if it is.
std::string_view out_of_time(const json::object& claims, review::Instant now) {
  const auto expires = time_of(claims, "exp");
  const auto made = time_of(claims, "iat");
  if (!expires || !made) return "The token says not when it was made and when it ends.";
  if (*expires <= now - clock_skew) return "The token has expired.";
  if (*made > now + clock_skew) return "The token was made in the future.";
  if (*made < now - clock_skew - longest_sign_on) return "The token was made too long ago.";
  if (claims.contains("nbf")) {
    const auto from = time_of(claims, "nbf");
    if (!from || *from > now + clock_skew) return "The token is not valid yet.";
  }
  return {};
}

/// Why the token does not show that the person signed on since then; empty if it does. A provider counts in whole
/// seconds, and its clock may be a little behind.
std::string_view signed_on_before(const json::object& claims, review::Instant since, review::Instant now) {
  const auto at = time_of(claims, "auth_time");
  if (!at) return "The token says not when the person signed on.";
  if (*at < since - clock_skew) return "The person signed on too long ago.";
  return *at > now + clock_skew ? "The person signed on in the future." : std::string_view();
}

}  // namespace

review::Result<SignedOn> read_id_token(std::string_view payload, const ExpectedClaims& expected, review::Instant now) {
  const auto parsed = review::parse_json(payload);
  if (!parsed || !parsed->is_object()) return no_good_token("The token does not hold an object.");
  const auto& claims = parsed->get_object();
  if (const auto why = addressed_elsewhere(claims, expected); !why.empty()) return no_good_token(why);
  if (const auto why = out_of_time(claims, now); !why.empty()) return no_good_token(why);
  if (expected.since) {
    if (const auto why = signed_on_before(claims, *expected.since, now); !why.empty()) return no_good_token(why);
  }
  SignedOn who{expected.issuer, text_of(claims, "sub")};
  if (who.subject.empty() || who.subject.size() > longest_subject) return no_good_token("The token names nobody.");
  if (!expected.tenants.empty()) {
    const auto tenant = text_of(claims, "tid");
    const auto object = text_of(claims, "oid");
    if (!expected.tenants.contains(tenant)) return no_good_token("The token is of another tenant.");
    if (object.empty() || object.size() > longest_subject)
      return no_good_token("The token names nobody of the tenant.");
    who.subject = tenant + "/" + object;
  }
  const auto ways = texts_of(claims, "amr");
  who.second_factor = std::any_of(ways.begin(), ways.end(),
                                  [&](const std::string& way) { return expected.second_factors.contains(way); });
  return who;
}

}  // namespace reviewd
