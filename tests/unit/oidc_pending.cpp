#include <catch2/catch.hpp>
#include <fstream>
#include <set>

#include "libreview/store/system_random.hpp"
#include "reviewd/identity/oidc/pending_sign_ons.hpp"
#include "reviewd/settings/config.hpp"
#include "tests/support/temporary_folder.hpp"

namespace {

using reviewd::PendingSignOns;

const auto start = PendingSignOns::Clock::time_point(std::chrono::hours(1));

TEST_CASE("A sign-on that has begun ends once, in the browser where it began, within ten minutes", "[unit]") {
  review::SystemRandom random;
  PendingSignOns pending(random);
  const auto one = pending.begin({"/cases"}, start);
  const auto two = pending.begin({"/", {"an invitation"}}, start);
  CHECK(std::set<std::string>{one.cookie, one.state, one.nonce, one.verifier, two.cookie, two.state, two.nonce,
                              two.verifier}
            .size() == 8);
  CHECK(one.verifier.size() == 43);
  const auto back = pending.take(one.cookie, one.state, start + PendingSignOns::life - std::chrono::seconds(1));
  REQUIRE(back);
  CHECK(back->goal.then == "/cases");
  CHECK(back->nonce == one.nonce);
  CHECK_FALSE(pending.take(one.cookie, one.state, start));
  CHECK_FALSE(pending.take(one.cookie, two.state, start));
  CHECK_FALSE(pending.take(two.cookie, two.state, start));  // the state came, with another cookie: it is over
  const auto late = pending.begin({"/"}, start);
  CHECK_FALSE(pending.take(late.cookie, late.state, start + PendingSignOns::life));
  CHECK_FALSE(pending.take("", "", start));
}

TEST_CASE("Of the proofs of a session only the newest waits, with what was typed", "[unit]") {
  review::SystemRandom random;
  PendingSignOns pending(random);
  const auto proof = [&](const std::string& session, const std::string& typed) {
    reviewd::SignOnGoal goal{"/"};
    goal.session = session;
    goal.form_body = typed;
    return pending.begin(goal, start);
  };
  const auto first = proof("one", "a=1");
  const auto other = proof("two", "b=1");
  const auto plain = pending.begin({"/"}, start);
  const auto second = proof("one", "a=2");
  CHECK_FALSE(pending.take(first.cookie, first.state, start));
  CHECK(pending.take(second.cookie, second.state, start)->goal.form_body == "a=2");
  CHECK(pending.take(other.cookie, other.state, start)->goal.form_body == "b=1");
  CHECK(pending.take(plain.cookie, plain.state, start));
}

TEST_CASE("Many who begin to sign on push out the oldest, and no others", "[unit]") {
  review::SystemRandom random;
  PendingSignOns pending(random);
  const auto first = pending.begin({"/"}, start);
  const auto second = pending.begin({"/"}, start + std::chrono::milliseconds(1));
  for (std::size_t i = 2; i <= PendingSignOns::most; ++i) {
    pending.begin({"/"}, start + std::chrono::milliseconds(2)).state.clear();
  }
  CHECK_FALSE(pending.take(first.cookie, first.state, start));
  CHECK(pending.take(second.cookie, second.state, start + std::chrono::milliseconds(3)));
}

TEST_CASE("What the provider is told of a verifier is as RFC 7636 has it", "[unit]") {
  CHECK(reviewd::challenge_of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk") ==
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}

review::Result<reviewd::Config> configured(const std::string& lines, std::filesystem::perms secret) {
  const review::test::TemporaryFolder folder;
  const auto file = folder / "reviewd.toml";
  std::ofstream(file) << "[sign-on]\n" << lines << "\n";
  std::ofstream(folder / "secret") << "a secret\n";
  std::filesystem::permissions(folder / "secret", secret);
  return reviewd::read_config(file.string());
}

TEST_CASE("The configuration of signing on is read strictly", "[unit]") {
  using std::filesystem::perms;
  constexpr auto owner = perms::owner_read | perms::owner_write;
  const std::string least = "issuer = \"https://id.example/a\"\nclient-id = \"review\"\n";
  const std::string ours = least + "address = \"https://reviews.example\"\n";
  const auto good =
      configured(ours + "client-secret-file = \"secret\"\ntenants = [\"t\"]\nsecond-factors = [\"mfa\"]", owner);
  REQUIRE(good);
  CHECK(good->sign_on.secret == "a secret");
  CHECK(good->sign_on.tenants == std::set<std::string>{"t"});
  CHECK(configured(ours, owner)->sign_on.secret.empty());
  CHECK_FALSE(configured(ours + "client-secret-file = \"secret\"", owner | perms::group_read));
  CHECK_FALSE(configured(ours + "client-secret-file = \"none\"", owner));
  CHECK_FALSE(configured(ours + "more = 1", owner));
  CHECK_FALSE(configured(ours + "tenants = []", owner));
  CHECK_FALSE(configured(ours + "tenants = \"t\"", owner));
  CHECK_FALSE(configured(least, owner));
  CHECK_FALSE(configured(least + "address = \"https://reviews.example/\"", owner));
  CHECK_FALSE(configured(least + "address = \"http://reviews.example\"", owner));
}

TEST_CASE("Only secure addresses are asked, and those of this machine", "[unit]") {
  for (const auto* good : {"https://id.example", "https://id.example:8443/a/b", "http://127.0.0.1:3000/a",
                           "http://127.0.0.2", "http://[::1]:3000"}) {
    INFO(good);
    CHECK(reviewd::is_safe_address(good));
  }
  for (const auto* bad :
       {"http://id.example", "http://127.0.0.1.example", "http://127.0.0.1@id.example", "ftp://id.example", "https://",
        "https://a b", "https://id.example?x", "https://id.example#x", "id.example", "", "file:///etc/passwd",
        "http://localhost:3000", "https://id.example\\@other.example"}) {
    INFO(bad);
    CHECK_FALSE(reviewd::is_safe_address(bad));
  }
  CHECK(reviewd::origin_of("https://id.example:8443/a/b") == "https://id.example:8443");
}

}  // namespace
