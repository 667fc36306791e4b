#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>
#include <optional>

#include "tests/access/hidden_case.hpp"

// Existence is data: a case that is hidden and one that there is not answer alike, in what they say and in how long
// they take.

namespace review::access_test {
namespace {

using service_test::HttpAnswer;
using test::Browser;

/// Somebody with a token and, on the pages, a session.
class Asker {
 public:
  Asker(const test::Daemon& daemon, const HiddenCase::Person& who)
      : caller_(daemon.caller(who.role == "administrator" ? daemon.administrator_token()
                                                          : daemon.issue(who.name, who.role))),
        browser_(Browser::of(daemon, who.name, who.role)) {
    (void)browser_.open("/");
  }

  HttpAnswer ask(const AboutCase& what, const std::string& reference) {
    const auto address = what.of(reference);
    if (!what.is_page) {
      return caller_.send(
          what.method, address, what.body,
          what.body.empty() ? test::HttpFields{} : test::HttpFields{{"Content-Type", what.content_type}});
    }
    return what.method == "GET" ? browser_.open(address) : browser_.send(address, {{"nothing", "known"}});
  }

 private:
  test::HttpCaller caller_;
  Browser browser_;
};

TEST_CASE("A case that is hidden is as one that there is not, on every page and to everybody", "[service]") {
  HiddenCase hidden;
  int tried = 0;
  for (const auto& who : HiddenCase::people()) {
    Asker asker(hidden.practice.daemon, who);
    for (const auto& what : about_cases()) {
      INFO(who.role << " " << what.method << " " << what.pattern);
      // Whoever may open a sealed case in an emergency would see it from then on.
      if (what.pattern.ends_with(":breakGlass") && who.name == "not-on-the-list") continue;
      const auto one = traits(asker.ask(what, hidden.reference), hidden.reference);
      CHECK(one == traits(asker.ask(what, hidden.missing), hidden.missing));
      ++tried;
    }
  }
  CHECK(tried >= 200);
}

/// How often an answer of the one took longer than an answer of the other, of all pairs that can be made of them: 0.5
/// where nobody can tell (Mann and Whitney's U, over the number of pairs).
double longer(std::vector<double> ones, std::vector<double> others) {
  std::sort(ones.begin(), ones.end());
  std::sort(others.begin(), others.end());
  double more = 0;
  for (const double one : ones) {
    const auto less = std::lower_bound(others.begin(), others.end(), one);
    const auto same = std::upper_bound(less, others.end(), one);
    more += static_cast<double>(less - others.begin()) + static_cast<double>(same - less) / 2;
  }
  return more / (static_cast<double>(ones.size()) * static_cast<double>(others.size()));
}

double median(std::vector<double> all) {
  std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2), all.end());
  return all[all.size() / 2];
}

struct Compared {
  double longer = 0.5;
  double hidden_us = 0;
  double missing_us = 0;
};

/// Pairs, one right after the other, so that what else the machine does falls on both; who is first changes.
Compared compare(int pairs, const std::function<void()>& hidden, const std::function<void()>& missing) {
  const auto timed = [](const std::function<void()>& once) {
    const auto begun = std::chrono::steady_clock::now();
    once();
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begun).count();
  };
  std::vector<double> of_hidden;
  std::vector<double> of_missing;
  for (int i = 0; i < pairs; ++i) {
    if (i % 2 == 0) of_hidden.push_back(timed(hidden));
    of_missing.push_back(timed(missing));
    if (i % 2 != 0) of_hidden.push_back(timed(hidden));
  }
  return {longer(of_hidden, of_missing), median(of_hidden), median(of_missing)};
}

/// Chance alone takes `longer` 0.018 from the half (one standard deviation at 500 pairs); with some two hundred
/// addresses the worst of them is 0.06 off. Somebody who guesses from one answer is right in 6 of 10 at the bar. What
/// is off by more is measured again: only what is off thrice, to the same side, is a difference.
constexpr int pairs = 500;
constexpr double bar = 0.1;
constexpr int tries = 3;

Compared worst_of_all(const std::function<Compared()>& measure) {
  auto least = measure();
  for (int i = 1; i < tries && std::abs(least.longer - 0.5) > bar; ++i) {
    const auto again = measure();
    const bool other_side = (again.longer > 0.5) != (least.longer > 0.5);
    if (other_side || std::abs(again.longer - 0.5) < std::abs(least.longer - 0.5)) least = again;
  }
  return least;
}

TEST_CASE("A case that is hidden takes as long as one that there is not, over 500 pairs an address", "[.][bench]") {
  HiddenCase hidden;
  struct Worst {
    std::string what;
    Compared compared;
  };
  std::optional<Worst> worst;
  int addresses = 0;
  for (const auto& who : HiddenCase::people()) {
    Asker asker(hidden.practice.daemon, who);
    auto about = about_cases();
    // What was opened in an emergency makes every later request of its person look at more: it comes last.
    std::stable_partition(about.begin(), about.end(), [](const auto& one) { return !one.pattern.ends_with("Glass"); });
    for (const auto& what : about) {
      if (what.pattern.ends_with(":breakGlass") && who.name == "not-on-the-list") continue;
      const auto compared = worst_of_all([&] {
        return compare(
            pairs, [&] { (void)asker.ask(what, hidden.reference); }, [&] { (void)asker.ask(what, hidden.missing); });
      });
      const auto words =
          fmt::format("{} {} as {}: {:.0f} µs hidden, {:.0f} µs missing, longer in {:.1f} % of pairs", what.method,
                      what.pattern, who.role, compared.hidden_us, compared.missing_us, 100 * compared.longer);
      INFO(words);
      CHECK(std::abs(compared.longer - 0.5) <= bar);
      ++addresses;
      if (!worst || std::abs(compared.longer - 0.5) > std::abs(worst->compared.longer - 0.5)) worst = {words, compared};
      if (std::abs(compared.longer - 0.5) > bar) fmt::print("MISSED {}\n", words);
      std::fflush(stdout);
    }
  }
  fmt::print("Hidden and missing alike at {} addresses and people, {} pairs each. The worst: {}\n", addresses, pairs,
             worst->what);
}

}  // namespace
}  // namespace review::access_test
