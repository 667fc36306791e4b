#include "reviewd/identity/oidc/provider.hpp"

#include <boost/json/object.hpp>

#include "libreview/vocabulary/parse_json.hpp"
#include "reviewd/base/text_of.hpp"
#include "reviewd/http/percent.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::refuse;
using review::Result;

constexpr long ok = 200;

auto no_good_provider(std::string_view says) { return refuse(Code::unauthenticated, std::string(says)); }

std::string form_of(std::initializer_list<std::pair<std::string_view, std::string_view>> fields) {
  std::string form;
  for (const auto& [name, value] : fields) {
    form += (form.empty() ? "" : "&") + std::string(name) + "=" + percent_encoded(value);
  }
  return form;
}

}  // namespace

Result<Provider::Published> Provider::read_published() const {
  auto base = config_.issuer;
  while (base.ends_with('/')) base.pop_back();
  const auto fetched = fetch_.get(base + "/.well-known/openid-configuration");
  if (!fetched) return refuse(fetched.error());
  const auto parsed = review::parse_json(fetched->body);
  if (fetched->status != ok || !parsed || !parsed->is_object()) {
    return refuse(Code::busy, "The provider does not publish its addresses.");
  }
  const auto& document = parsed->get_object();
  if (text_of(document, "issuer") != config_.issuer)
    return no_good_provider("The provider calls itself by another issuer.");
  const auto* names_itself = document.if_contains("authorization_response_iss_parameter_supported");
  Published published{text_of(document, "authorization_endpoint"), text_of(document, "token_endpoint"),
                      text_of(document, "jwks_uri"), names_itself != nullptr && *names_itself == json::value(true)};
  for (const auto& address : {published.authorization, published.token, published.keys}) {
    if (!is_safe_address(address) || origin_of(address) != origin_of(config_.issuer)) {
      return no_good_provider("The provider names an address that is not its own.");
    }
  }
  return published;
}

Result<Provider::Published> Provider::published() {
  const std::lock_guard lock(mutex_);
  const auto at = clock_();
  if (!published_.token.empty() && at - published_at_ < kept_for) return published_;
  auto fresh = read_published();
  if (!fresh) return fresh;
  published_ = *fresh;
  published_at_ = at;
  return fresh;
}

Result<std::string> Provider::authorization_endpoint() {
  const auto found = published();
  if (!found) return refuse(found.error());
  return found->authorization;
}

Result<std::vector<VerificationKey>> Provider::read_keys() {
  const auto fetched = fetch_.get(published_.keys);
  if (!fetched) return refuse(fetched.error());
  const auto parsed = review::parse_json(fetched->body);
  if (fetched->status != ok || !parsed) return refuse(Code::busy, "The provider does not publish its keys.");
  return read_key_set(*parsed);
}

Result<std::vector<VerificationKey>> Provider::keys_for(const Jws& jws) {
  if (const auto known = published(); !known) return refuse(known.error());
  const std::lock_guard lock(mutex_);
  const auto at = clock_();
  const bool never = set_.read == Clock::time_point();
  const bool old = never || at - set_.read >= kept_for;
  const bool again = key_of(jws, set_.keys) == nullptr && at - set_.tried >= asked_again_after;
  if (!old && !again) return set_.keys;
  set_.tried = at;
  auto fresh = read_keys();
  if (!fresh) return fresh;
  set_ = {*fresh, at, at};
  return fresh;
}

Result<SignedOn> Provider::verify(const std::string& token, const std::string& nonce, review::Instant now,
                                  std::optional<review::Instant> since) {
  const auto jws = read_jws(token);
  if (!jws) return refuse(jws.error());
  if (!jws->type.empty() && jws->type != "jwt")
    return no_good_provider("The token is not one that says who somebody is.");
  const auto keys = keys_for(*jws);
  if (!keys) return refuse(keys.error());
  const auto* key = key_of(*jws, *keys);
  if (key == nullptr) return no_good_provider("The token is signed with a key that the provider does not have.");
  if (!has_signature(*jws, *key)) return no_good_provider("The signature of the token is wrong.");
  return read_id_token(jws->payload,
                       {config_.issuer, config_.client, nonce, config_.tenants, config_.second_factors, since}, now);
}

Result<SignedOn> Provider::redeem(const Return& back, review::Instant now) {
  const auto known = published();
  if (!known) return refuse(known.error());
  if (back.issuer.empty() ? known->names_itself : back.issuer != config_.issuer) {
    return no_good_provider("The answer is from another issuer.");
  }
  auto form = form_of({{"grant_type", "authorization_code"},
                       {"code", back.code},
                       {"redirect_uri", config_.address + "/sign-in/council/return"},
                       {"code_verifier", back.verifier}});
  Basic basic;
  if (config_.secret.empty()) {
    form += "&" + form_of({{"client_id", config_.client}});
  } else {
    basic = {config_.client, config_.secret};
  }
  const auto fetched = fetch_.post(known->token, form, basic);
  if (!fetched) return refuse(fetched.error());
  const auto parsed = review::parse_json(fetched->body);
  if (fetched->status != ok || !parsed || !parsed->is_object())
    return no_good_provider("The provider does not take the code.");
  return verify(text_of(parsed->get_object(), "id_token"), back.nonce, now, back.since);
}

}  // namespace reviewd
