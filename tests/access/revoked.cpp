#include <fmt/format.h>

#include <functional>
#include <memory>
#include <mutex>

#include "reviewd/http/multipart.hpp"
#include "tests/access/race.hpp"
#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"

// A right that was taken away is gone before the next answer: from the moment that it is acknowledged nothing more is
// seen, by any way of looking.

namespace review::access_test {
namespace {

using service_test::HttpCaller;
using service_test::Practice;
using test::Browser;

/// A case of so many rounds is small; then comes the next one.
constexpr int rounds_a_case = 25;

const std::string revoked_boundary = "invented-boundary";

std::string file_document(Practice& practice, const std::string& id) {
  const auto form = reviewd::write_multipart(
      revoked_boundary,
      {{"title", std::nullopt, "", "Draft"}, {"file", "draft.txt", "text/plain", "An invented text."}});
  const auto filed = practice.coordinator.post("/v1/cases/" + id + "/documents", form,
                                               {{"Content-Type", "multipart/form-data; boundary=" + revoked_boundary}});
  INFO(filed.body);
  REQUIRE(filed.status == 201);
  return filed.text("/entry");
}

/// A case with a word of its own, a document and a clock.
struct Looked {
  explicit Looked(Practice& practice) : id(practice.open()) {
    practice.add(id, fmt::format(R"({{"noteAdded":{{"text":"Quillfeather {}"}}}})", id));
    entry = file_document(practice, id);
  }
  std::string id;
  std::string entry;
};

/// Every way to see a case with a token. Whoever looks has a connection of their own.
std::vector<Look> looks_of(const test::Daemon& daemon, const Looked& at, const std::function<std::string()>& token) {
  struct Eyes {
    const test::Daemon& daemon;
    std::function<std::string()> token;
    std::unique_ptr<HttpCaller> caller{};
    HttpCaller& now() {
      if (const auto held = token(); !caller || caller->token() != held) {
        caller = std::make_unique<HttpCaller>(daemon.caller(held));
      }
      return *caller;
    }
  };
  const auto eyes = std::make_shared<Eyes>(Eyes{daemon, token});
  std::vector<Look> looks;
  const auto gets = [&](const std::string& what, const std::string& address, const test::HttpFields& fields = {}) {
    looks.push_back({what, [eyes, address, fields] {
                       const auto status = eyes->now().get(address, fields).status;
                       return status == 200 || status == 304;
                     }});
  };
  const auto lists = [&](const std::string& what, const std::string& address) {
    looks.push_back(
        {what, [eyes, address, id = at.id] { return eyes->now().get(address).body.find(id) != std::string::npos; }});
  };
  const auto of_case = "/v1/cases/" + at.id;
  gets("case", of_case);
  gets("entries", of_case + "/entries");
  gets("entry", of_case + "/entries/" + at.entry);
  gets("clocks", of_case + "/clocks");
  gets("clock", of_case + "/clocks/notify-panel");
  gets("timetable", of_case + "/timetable");
  gets("an earlier state", of_case + "?asAt=2026-01-05");
  gets("a version that is known", of_case, {{"If-None-Match", "\"3\""}});
  gets("documents", of_case + "/documents");
  gets("content of a document", of_case + "/documents/document-1/versions/1/content");
  lists("list of cases", "/v1/cases?pageSize=200");
  lists("list of clocks", "/v1/cases/-/clocks?pageSize=200");
  lists("work list", "/v1/worklist");
  lists("overview", "/v1/overview");
  looks.push_back({"search", [eyes, id = at.id] {
                     const auto body = fmt::format(R"({{"words":"Quillfeather \"{}\""}})", id);
                     return eyes->now().post("/v1/cases:search", body).body.find("Quillfeather") != std::string::npos;
                   }});
  return looks;
}

/// The same on the pages, in a session.
void add_pages(std::vector<Look>& looks, const std::shared_ptr<Browser>& browser, const Looked& at) {
  for (const std::string address : {"", "/clocks/notify-panel", "/documents", "/documents/document-1/versions/1"}) {
    looks.push_back({"page " + address,
                     [browser, address, id = at.id] { return browser->open("/cases/" + id + address).status == 200; }});
  }
  looks.push_back(
      {"home page", [browser, id = at.id] { return browser->open("/").body.find(id) != std::string::npos; }});
}

void check(const Raced& raced, int rounds) {
  CAPTURE(raced.leaks);
  CHECK(raced.leaks.empty());
  CHECK(raced.looked >= rounds);
  CHECK(raced.seen_before > 0);
}

/// The coordinator records it, and the right is there again.
auto recording(const std::string& body) {
  return [body](Practice& practice, const std::string& id) { practice.add(id, body); };
}

/// A seal is opened by two.
void unseal(Practice& practice, const std::string& id) {
  auto second = practice.daemon.coordinator("coordinator-2");
  const auto version = second.get("/v1/cases/" + id).header("ETag");
  REQUIRE(second
              .post("/v1/cases/" + id + "/entries", R"({"unsealProposed":{"reasons":"Invented."}})",
                    {{"If-Match", version}})
              .status == 201);
  practice.add(id, R"({"caseUnsealed":{"reasons":"Invented."}})");
}

/// A race over several cases, in which a person with a token and a session looks and entries take the right away.
void race_in_cases(const std::string& person, const std::string& role, const std::string& begin,
                   const std::string& takes, const std::function<void(Practice&, const std::string&)>& gives) {
  Practice practice;
  const auto token = practice.daemon.issue(person, role);
  const auto browser = std::make_shared<Browser>(Browser::of(practice.daemon, person, role));
  for (int left = rounds_of_a_race(); left > 0; left -= rounds_a_case) {
    const Looked at(practice);
    if (!begin.empty()) practice.add(at.id, begin);
    auto looks = looks_of(practice.daemon, at, [token] { return token; });
    add_pages(looks, browser, at);
    const int rounds = std::min(left, rounds_a_case);
    check(race(
              rounds, looks, [&] { practice.add(at.id, takes); }, [&] { gives(practice, at.id); }),
          rounds);
  }
}

TEST_CASE("Whoever leaves a case sees nothing more of it from then on", "[service]") {
  const std::string member = R"({"memberAdded":{"person":"ann","role":"PANEL_MEMBER","agency":"police"}})";
  race_in_cases("ann", "panel-member", member, R"({"memberRemoved":{"person":"ann"}})", recording(member));
}

TEST_CASE("Whoever is kept out for a conflict sees nothing more of it from then on", "[service]") {
  race_in_cases("the-chair", "chair", "", R"({"conflictDeclared":{"person":"the-chair","managed":"EXCLUDED"}})",
                recording(R"({"conflictDeclared":{"person":"the-chair","managed":"STAYS_DECLARED"}})"));
}

TEST_CASE("A case that is sealed is seen by nobody else from then on", "[service]") {
  race_in_cases("the-chair", "chair", "",
                R"({"caseSealed":{"readers":["coordinator-1","coordinator-2"],"reasons":"Invented."}})", unseal);
}

/// A token that changes while somebody looks.
class HeldToken {
 public:
  void hold(std::string token) {
    const std::lock_guard lock(mutex_);
    token_ = std::move(token);
  }
  [[nodiscard]] std::string get() const {
    const std::lock_guard lock(mutex_);
    return token_;
  }

 private:
  mutable std::mutex mutex_;
  std::string token_;
};

TEST_CASE("A token that is revoked opens nothing more from then on", "[service]") {
  Practice practice;
  const Looked at(practice);
  auto administrator = practice.daemon.administrator();
  HeldToken held;
  std::string id;
  const auto issue = [&] {
    const auto issued = administrator.post("/v1/tokens", R"({"person":"the-reader","role":"reader"})");
    id = issued.text("/token");
    held.hold(issued.text("/secret"));
  };
  issue();
  const auto rounds = rounds_of_a_race();
  check(race(
            rounds, looks_of(practice.daemon, at, [&] { return held.get(); }),
            [&] { REQUIRE(administrator.post("/v1/tokens/" + id + ":revoke", "").status == 200); }, issue),
        rounds);
}

/// Somebody with an account: a token and a session, which are new each time that the account is let in again. To choose
/// a password takes a tenth of a second, so these races are fewer.
struct Person {
  explicit Person(const test::Daemon& of) : daemon(of) { let_in(); }

  void let_in() {
    const auto invited = administrator.post("/v1/accounts", R"({"person":"cat","role":"chair"})");
    REQUIRE(invited.status == 201);
    auto fresh = std::make_shared<Browser>(daemon);
    REQUIRE(fresh->open(invited.text("/link")).status == 200);
    REQUIRE(fresh->send(invited.text("/link"), {{"password", test::good_password}, {"again", test::good_password}})
                .status == 303);
    token.hold(daemon.issue("cat", "chair"));
    const std::lock_guard lock(mutex);
    browser = std::move(fresh);
  }
  /// Every look of a token, and the page.
  [[nodiscard]] std::vector<Look> looks(const Looked& at) {
    auto all = looks_of(daemon, at, [this] { return token.get(); });
    for (const auto& address : {std::string("/cases/") + at.id, std::string("/")}) {
      all.push_back({"page " + address, [this, address] {
                       std::shared_ptr<Browser> now;
                       {
                         const std::lock_guard lock(mutex);
                         now = browser;
                       }
                       return now->open(address).status == 200;
                     }});
    }
    return all;
  }

  const test::Daemon& daemon;
  HttpCaller administrator = daemon.administrator();
  HeldToken token{};
  std::mutex mutex{};
  std::shared_ptr<Browser> browser{};
};

int rounds_with_passwords() { return std::max(rounds_of_a_race() / 10, 3); }

TEST_CASE("An account that is shut out sees nothing more from then on, by token or by session", "[service]") {
  Practice practice;
  const Looked at(practice);
  Person cat(practice.daemon);
  check(race(
            rounds_with_passwords(), cat.looks(at),
            [&] { REQUIRE(cat.administrator.post("/v1/accounts/cat:disable", "").status == 200); },
            [&] { cat.let_in(); }),
        rounds_with_passwords());
}

TEST_CASE("A role that is changed gives nothing of the earlier one from then on", "[service]") {
  Practice practice;
  const Looked at(practice);
  Person cat(practice.daemon);
  auto second = practice.daemon.caller(practice.daemon.issue("administrator-2", "administrator"));
  const auto change = [&](const std::string& role) {
    const auto proposed = cat.administrator.post("/v1/accounts/cat:proposeRole",
                                                 fmt::format(R"({{"role":"{}","reason":"Invented."}})", role));
    INFO(proposed.body);
    REQUIRE(proposed.status == 201);
    REQUIRE(second.post("/v1/approvals/" + proposed.text("/approval") + ":approve", "").status == 200);
  };
  check(race(
            rounds_with_passwords(), cat.looks(at), [&] { change("panel-member"); },
            [&] {
              change("chair");
              cat.let_in();
            }),
        rounds_with_passwords());
}

}  // namespace
}  // namespace review::access_test
