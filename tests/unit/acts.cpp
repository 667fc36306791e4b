#include <catch2/catch.hpp>

#include "reviewd/act/act.hpp"

/// The table of acts that need a second person.
namespace {

using reviewd::acts;

TEST_CASE("What is done at once is done by its row, and what is done later has a yes that lapses", "[unit]") {
  for (const auto& act : acts()) {
    INFO(act.name);
    CHECK((act.carry_out == nullptr) == (act.life.count() > 0));
    CHECK_FALSE(act.deciders.empty());
    // What opens with a code is made later, by who has not the code.
    CHECK((!act.gives_code || act.carry_out == nullptr));
    CHECK(reviewd::find_act(act.name) == &act);
  }
}

TEST_CASE("A yes to what gives somebody a way in holds for its time, and not after it", "[unit]") {
  const auto decided = review::parse_instant("2026-03-02T10:00:00Z").value();
  const auto approved = [&](std::string_view act) {
    return review::Approval{"a",   std::string(act),         "people/cat", "{}", "ann", review::rfc3339(decided), "x",
                            "bob", review::rfc3339(decided), "approved",   ""};
  };
  const std::vector<std::pair<std::string_view, std::chrono::hours>> lives = {
      {reviewd::issue_token_act, std::chrono::days{7}},
      {reviewd::add_webhook_act, std::chrono::days{7}},
      {reviewd::invite_act, std::chrono::days{7}},
      {reviewd::reset_access_act, std::chrono::hours{24}}};
  for (const auto& [act, life] : lives) {
    INFO(act);
    const auto yes = approved(act);
    const auto end = decided + life;
    CHECK(reviewd::usable_until(yes, end - std::chrono::seconds{1}) == review::rfc3339(end));
    CHECK_FALSE(reviewd::has_lapsed(yes, end - std::chrono::seconds{1}));
    CHECK(reviewd::usable_until(yes, end).empty());
    CHECK(reviewd::has_lapsed(yes, end));
    auto used = yes;
    used.used = review::rfc3339(decided);
    CHECK_FALSE(reviewd::has_lapsed(used, end));
  }
}

TEST_CASE("Whatever makes a link to somebody's account gives its code to who approved", "[unit]") {
  std::vector<std::string_view> with_code;
  for (const auto& act : acts()) {
    if (act.gives_code) with_code.push_back(act.name);
  }
  CHECK(with_code == std::vector<std::string_view>{reviewd::invite_act, reviewd::reset_access_act});
}

TEST_CASE("Whoever may say yes to a way in is named in words", "[unit]") {
  CHECK(reviewd::deciders_words(*reviewd::find_act(reviewd::reset_access_act)) ==
        "Administrator, Review coordinator, Chair");
}

}  // namespace
