#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <catch2/catch.hpp>
#include <map>

#include "reviewd/identity/oidc/provider.hpp"
#include "tests/http/framing_support.hpp"
#include "tests/unit/oidc_support.hpp"

/// Tokens that are forged in one place each, read with the keys of a provider that is asked over HTTP.
namespace {

namespace json = boost::json;
using oidc_test::encoded;
using oidc_test::SigningKey;
using reviewd::Provider;
using reviewd::Signing;

const auto today = review::parse_instant("2026-03-17T09:00:00Z").value();

std::int64_t seconds(review::Instant at) {
  return std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count();
}

/// A provider on this machine that publishes what it is told to.
class Publisher {
 public:
  Publisher()
      : server_({}, [this](const reviewd::Request& request, const reviewd::Answer& answer) {
          const std::lock_guard lock(mutex_);
          ++asked_[request.path];
          const auto found = published_.find(request.path);
          answer(found == published_.end()
                     ? reviewd::Response{404}
                     : reviewd::Response{200, "application/json", json::serialize(found->second)});
        }) {
    discovery({});
    keys({rsa.jwk(), point.jwk()});
  }

  [[nodiscard]] std::string issuer() const { return fmt::format("http://127.0.0.1:{}", server_.port()); }
  void discovery(const json::object& changes) {
    json::object document{{"issuer", issuer()},
                          {"authorization_endpoint", issuer() + "/authorize"},
                          {"token_endpoint", issuer() + "/token"},
                          {"jwks_uri", issuer() + "/keys"}};
    for (const auto& [name, value] : changes) document[name] = value;
    publish("/.well-known/openid-configuration", std::move(document));
  }
  void keys(json::array keys) { publish("/keys", json::object{{"keys", std::move(keys)}}); }
  [[nodiscard]] int asked(const std::string& path) {
    const std::lock_guard lock(mutex_);
    return asked_[path];
  }
  [[nodiscard]] reviewd::SignOnConfig config() const {
    reviewd::SignOnConfig config;
    config.issuer = issuer();
    config.client = "review";
    config.address = "https://reviews.example";
    return config;
  }
  /// The claims of a token as it should be.
  [[nodiscard]] json::object claims() const {
    return {{"iss", issuer()},
            {"aud", "review"},
            {"sub", "subject-1"},
            {"nonce", "the nonce"},
            {"iat", seconds(today)},
            {"exp", seconds(today) + 300},
            {"email", "ann@council.example"},
            {"amr", json::array{"pwd", "mfa"}}};
  }
  [[nodiscard]] json::object with(std::string_view name, json::value value) const {
    auto changed = claims();
    changed[name] = std::move(value);
    return changed;
  }
  [[nodiscard]] json::object without(std::string_view name) const {
    auto changed = claims();
    changed.erase(name);
    return changed;
  }

  const SigningKey rsa{Signing::rs256, "an-rsa-key"};
  const SigningKey point{Signing::es256, "a-point"};

 private:
  void publish(const std::string& path, json::object document) {
    const std::lock_guard lock(mutex_);
    published_[path] = std::move(document);
  }

  std::mutex mutex_;
  std::map<std::string, json::object> published_;
  std::map<std::string, int> asked_;
  framing::TestServer server_;
};

using Forgeries = std::vector<std::pair<std::string, std::string>>;

json::object head_with(const SigningKey& key, std::string_view name, json::value value) {
  auto header = key.header();
  header[name] = std::move(value);
  return header;
}

Forgeries forged_heads(const Publisher& at) {
  const SigningKey own{Signing::rs256, "an-rsa-key"};
  const auto& key = at.rsa;
  const auto claims = at.claims();
  const auto none = encoded(head_with(key, "alg", "none")) + "." + encoded(claims) + ".";
  const auto mac = encoded(head_with(key, "alg", "HS256")) + "." + encoded(claims);
  const auto good = key.token(key.header(), claims);
  return {
      {"no signature", none},
      {"no algorithm, with a signature", none + good.substr(good.rfind('.') + 1)},
      {"the public key as a shared secret", mac + "." + encoded(oidc_test::hmac(key.pem(), mac))},
      {"another algorithm of the same key", key.token(head_with(key, "alg", "RS512"), claims)},
      {"a list of algorithms", key.token(head_with(key, "alg", json::array{"RS256"}), claims)},
      {"the key of a file", key.token(head_with(key, "kid", "../../../etc/passwd"), claims)},
      {"an unknown key", key.token(head_with(key, "kid", "another"), claims)},
      {"the kid of a key of another kind", key.token(head_with(key, "kid", "a-point"), claims)},
      {"a kid that is no text", key.token(head_with(key, "kid", 1), claims)},
      {"an address of keys", own.token(head_with(own, "jku", "https://other.example/keys"), claims)},
      {"an address of a certificate", own.token(head_with(own, "x5u", "https://other.example/c"), claims)},
      {"its own key", own.token(head_with(own, "jwk", own.jwk()), claims)},
      {"its own certificate", own.token(head_with(own, "x5c", json::array{"MIIB"}), claims)},
      {"an extension that must be known", key.token(head_with(key, "crit", json::array{"exp"}), claims)},
      {"a payload that is not encoded", key.token(head_with(key, "b64", false), claims)},
      {"an access token", key.token(head_with(key, "typ", "at+jwt"), claims)},
      {"an algorithm twice", key.token(R"({"alg":"none","alg":"RS256","kid":"an-rsa-key"})", json::serialize(claims))}};
}

Forgeries forged_signatures(const Publisher& at) {
  const SigningKey own{Signing::rs256, "an-rsa-key"};
  const auto claims = at.claims();
  const auto good = at.rsa.token(at.rsa.header(), claims);
  const auto first = good.find('.');
  const auto second = good.rfind('.');
  const auto pointed = encoded(at.point.header()) + "." + encoded(claims);
  auto loose = good;
  // The last letter of 256 bytes has four bits to spare.
  loose.back() = loose.back() == 'A' ? 'B' : static_cast<char>(loose.back() + 1);
  return {{"another provider's key of the same name", own.token(own.header(), claims)},
          {"other claims under the same signature",
           good.substr(0, first + 1) + encoded(at.with("sub", "subject-2")) + good.substr(second)},
          {"a signature cut short", good.substr(0, good.size() - 4)},
          {"bits that are not used", loose},
          {"padding", good + "=="},
          {"four parts", good + good.substr(second)},
          {"five parts", good + good.substr(first)},
          {"two parts", good.substr(0, second)},
          {"nothing", ""},
          {"a line end", good + "\n"},
          {"a point's signature of nothing", pointed + "." + encoded(std::string(64, '\0'))},
          {"a point's signature as DER", pointed + "." + encoded(at.point.raw_signature(pointed))},
          {"one key's signature called the other's", at.rsa.token(head_with(at.rsa, "alg", "ES256"), claims)},
          {"a token too long", at.rsa.token(at.rsa.header(), at.with("more", json::string(20'000, 'a')))}};
}

Forgeries forged_claims(const Publisher& at) {
  const auto sign = [&](const json::object& claims) { return at.rsa.token(at.rsa.header(), claims); };
  const auto now = seconds(today);
  const auto text = json::serialize(at.claims());
  const auto twice = text.substr(0, text.size() - 1) + R"(,"sub":"subject-2"})";
  return {{"another issuer", sign(at.with("iss", "https://other.example"))},
          {"the issuer with a slash", sign(at.with("iss", json::string(at.issuer() + "/")))},
          {"another client", sign(at.with("aud", "other"))},
          {"no client", sign(at.without("aud"))},
          {"several clients, and not said for which", sign(at.with("aud", json::array{"review", "other"}))},
          {"a list of clients without us", sign(at.with("aud", json::array{"other"}))},
          {"given to another client", sign(at.with("azp", "other"))},
          {"another sign-on", sign(at.with("nonce", "another"))},
          {"no sign-on", sign(at.without("nonce"))},
          {"expired", sign(at.with("exp", now - 61))},
          {"without an end", sign(at.without("exp"))},
          {"an end in words", sign(at.with("exp", json::string(std::to_string(now + 300))))},
          {"an end beyond all time", sign(at.with("exp", 1e300))},
          {"not valid yet", sign(at.with("nbf", now + 61))},
          {"without a beginning", sign(at.without("iat"))},
          {"made in the future", sign(at.with("iat", now + 61))},
          {"made too long ago", sign(at.with("iat", now - 700))},
          {"of nobody", sign(at.without("sub"))},
          {"of a number", sign(at.with("sub", 1))},
          {"of two people", at.rsa.token(json::serialize(at.rsa.header()), twice)},
          {"no object", at.rsa.token(json::serialize(at.rsa.header()), "[]")},
          {"no JSON", at.rsa.token(json::serialize(at.rsa.header()), "subject-1")}};
}

TEST_CASE("A token as it should be says who somebody is", "[service]") {
  Publisher at;
  auto config = at.config();
  config.second_factors = {"mfa"};
  Provider provider(config);
  for (const auto* key : {&at.rsa, &at.point}) {
    const auto who = provider.verify(key->token(key->header(), at.claims()), "the nonce", today);
    INFO((who ? "" : who.error().says));
    REQUIRE(who);
    CHECK(who->issuer == at.issuer());
    CHECK(who->subject == "subject-1");
    CHECK(who->second_factor);
  }
  const auto sign = [&](const json::object& claims) { return at.rsa.token(at.rsa.header(), claims); };
  CHECK(provider.verify(sign(at.with("aud", json::array{"review"})), "the nonce", today));
  auto several = at.with("aud", json::array{"review", "other"});
  several["azp"] = "review";
  CHECK(provider.verify(sign(several), "the nonce", today));
  CHECK(provider.verify(sign(at.with("exp", seconds(today) - 59)), "the nonce", today));
  CHECK(provider.verify(sign(at.with("nbf", seconds(today) + 59)), "the nonce", today));
  CHECK_FALSE(provider.verify(sign(at.without("amr")), "the nonce", today)->second_factor);
  // The same address, another person.
  CHECK(provider.verify(sign(at.with("sub", "subject-2")), "the nonce", today)->subject == "subject-2");
}

TEST_CASE("A proof is a token that says that the person signed on since it was asked for", "[service]") {
  Publisher at;
  Provider provider(at.config());
  const auto sign = [&](json::value when) {
    return at.rsa.token(at.rsa.header(), at.with("auth_time", std::move(when)));
  };
  const auto verify = [&](const std::string& token) { return provider.verify(token, "the nonce", today, today); };
  const auto now = seconds(today);
  CHECK(verify(sign(now)));
  CHECK(verify(sign(now - 60)));
  for (const auto& token : {at.rsa.token(at.rsa.header(), at.claims()), sign(now - 61), sign(now + 61), sign(0),
                            sign(json::string(std::to_string(now)))}) {
    const auto who = verify(token);
    REQUIRE_FALSE(who);
    CHECK(who.error().code == review::Code::unauthenticated);
  }
  // Where no proof is asked for, it may have been at any time.
  CHECK(provider.verify(sign(now - 86'400), "the nonce", today));
}

TEST_CASE("A token that is forged in any place is refused, in words that hold nothing of it", "[service]") {
  Publisher at;
  Provider provider(at.config());
  Forgeries all;
  for (const auto& some : {forged_heads(at), forged_signatures(at), forged_claims(at)}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  CHECK(all.size() >= 50);
  for (const auto& [what, token] : all) {
    INFO(what);
    const auto who = provider.verify(token, "the nonce", today);
    REQUIRE_FALSE(who);
    CHECK(who.error().code == review::Code::unauthenticated);
    CHECK(who.error().says.find("subject") == std::string::npos);
    CHECK(who.error().says.find("council") == std::string::npos);
  }
}

TEST_CASE("Where tenants are listed people are known by tenant and object, and those of others are refused",
          "[service]") {
  Publisher at;
  auto config = at.config();
  config.tenants = {"tenant-1", "tenant-2"};
  Provider provider(config);
  const auto who = [&](const json::object& claims) {
    return provider.verify(at.rsa.token(at.rsa.header(), claims), "the nonce", today);
  };
  auto claims = at.with("tid", "tenant-2");
  CHECK_FALSE(who(claims));
  claims["oid"] = "object-1";
  CHECK(who(claims)->subject == "tenant-2/object-1");
  claims["tid"] = "tenant-3";
  CHECK_FALSE(who(claims));
  claims["tid"] = json::array{"tenant-1"};
  CHECK_FALSE(who(claims));
  CHECK_FALSE(who(at.with("oid", "object-1")));
}

TEST_CASE("Keys are kept for a day, and read again for one that is unknown once a minute at most", "[service]") {
  Publisher at;
  auto clock = Provider::Clock::time_point(std::chrono::hours(1000));
  Provider provider(at.config(), [&clock] { return clock; });
  const auto verify = [&](const SigningKey& key) {
    return provider.verify(key.token(key.header(), at.claims()), "the nonce", today).has_value();
  };
  const SigningKey fresh(Signing::es256, "a-new-key");
  CHECK(verify(at.rsa));
  for (int i = 0; i < 10; ++i) CHECK_FALSE(verify(fresh));
  CHECK(at.asked("/keys") == 1);
  at.keys({at.rsa.jwk(), fresh.jwk()});
  clock += std::chrono::seconds(61);
  CHECK(verify(fresh));
  CHECK_FALSE(verify(at.point));  // it was taken out
  CHECK(at.asked("/keys") == 2);
  clock += Provider::kept_for;
  CHECK(verify(at.rsa));
  CHECK(at.asked("/keys") == 3);
  CHECK(at.asked("/.well-known/openid-configuration") == 2);
  at.keys({fresh.jwk()});
  clock += Provider::kept_for;
  CHECK_FALSE(verify(at.rsa));
}

TEST_CASE("Keys that are weak, meant for something else or no keys verify nothing", "[service]") {
  Publisher at;
  const auto refused = [&](const json::object& changes) {
    auto key = at.rsa.jwk();
    for (const auto& [name, value] : changes) key[name] = value;
    at.keys({key});
    Provider provider(at.config());
    return !provider.verify(at.rsa.token(at.rsa.header(), at.claims()), "the nonce", today);
  };
  CHECK_FALSE(refused({}));
  CHECK(refused({{"use", "enc"}}));
  CHECK(refused({{"alg", "RS512"}}));
  CHECK(refused({{"key_ops", json::array{"sign"}}}));
  CHECK(refused({{"e", "AQ"}}));
  CHECK(refused({{"n", "AQAB"}}));
  CHECK(refused({{"kty", "oct"}, {"k", "AQAB"}}));
  auto off = at.point.jwk();
  off["y"] = off["x"];
  at.keys({off});
  Provider provider(at.config());
  CHECK_FALSE(provider.verify(at.point.token(at.point.header(), at.claims()), "the nonce", today));
  at.keys({at.rsa.jwk(), at.rsa.jwk()});
  Provider twice(at.config());
  CHECK_FALSE(twice.verify(at.rsa.token(at.rsa.header(), at.claims()), "the nonce", today));
}

TEST_CASE("A provider that calls itself otherwise or leads elsewhere is not asked further", "[service]") {
  Publisher at;
  const auto refused = [&](const json::object& changes) {
    at.discovery(changes);
    Provider provider(at.config());
    return !provider.authorization_endpoint();
  };
  CHECK_FALSE(refused({}));
  CHECK(refused({{"issuer", "https://other.example"}}));
  CHECK(refused({{"issuer", json::string(at.issuer() + "/")}}));
  CHECK(refused({{"token_endpoint", "https://other.example/token"}}));
  CHECK(refused({{"jwks_uri", "http://127.0.0.1:1/keys"}}));
  CHECK(refused({{"authorization_endpoint", "http://other.example/authorize"}}));
  CHECK(refused({{"jwks_uri", nullptr}}));
  CHECK(at.asked("/keys") == 0);
  auto gone = at.config();
  gone.issuer = at.issuer() + "/nothing/here";
  CHECK(Provider(gone).authorization_endpoint().error().code == review::Code::busy);
}

}  // namespace
