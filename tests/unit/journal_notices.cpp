#include "libreview/registers/channels.hpp"
#include "libreview/registers/notice_settings.hpp"
#include "libreview/registers/notices.hpp"
#include "libreview/registers/outbox.hpp"
#include "libreview/registers/tokens.hpp"
#include "libreview/store/system_random.hpp"
#include "tests/unit/journal_support.hpp"

namespace review::journal_test {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

const Instant notices_nine = *parse_instant("2026-04-02T09:00:00Z");
const std::string ann = "ann";

struct NoticesOffice {
  InMemory memory;
  SystemRandom random;
  Tokens tokens{*memory.store, random};
  NoticeSettings settings{*memory.store, random};
  Notices notices{*memory.store};
  Outbox outbox{*memory.store};
  Alerts alerts{*memory.store, random};

  NoticesOffice() { REQUIRE(tokens.issue({ann, "coordinator", "reviewctl"}, notices_nine)); }

  template <class Work>
  auto in_transaction(Work&& work) {
    memory.store->begin();
    auto result = work();
    REQUIRE(memory.store->commit());
    return result;
  }
  std::string code(const std::string& mailbox, Instant now) {
    const auto code = settings.ask_for_code(ann, mailbox, now);
    REQUIRE(code);
    return code->value_or("");
  }
  Alert raise(const std::string& step) {
    const KeptArm arm{"cases/26-0001", {"rapid-review", "an-entry", *Date::parse("2026-04-02"), ""}, 1};
    auto raised = in_transaction([&] {
      return alerts.raise(arm, {step, *Date::parse("2026-04-02")}, *Date::parse("2026-04-02"), notices_nine);
    });
    REQUIRE(raised);
    return **raised;
  }
};

TEST_CASE("A mailbox counts when its code came back, and the one of before until then", "[unit][journal]") {
  NoticesOffice office;
  CHECK(office.settings.of(ann).mailbox.empty());
  const auto first = office.code("ann@example.org", notices_nine);
  REQUIRE(first.size() == 6);
  CHECK(office.settings.of(ann).asked == "ann@example.org");
  CHECK(office.code("ann@example.org", notices_nine + std::chrono::seconds(59)).empty());
  CHECK(office.settings.confirm(ann, first, notices_nine + minutes(9)).value());
  CHECK_FALSE(office.settings.confirm(ann, first, notices_nine + minutes(9)).value());
  CHECK(office.settings.of(ann).mailbox == "ann@example.org");
  const auto second = office.code("other@example.org", notices_nine + hours(1));
  CHECK(office.settings.of(ann).mailbox == "ann@example.org");
  CHECK_FALSE(office.settings.confirm(ann, second, notices_nine + hours(1) + minutes(10)).value());
  REQUIRE(office.settings.forget_mailbox(ann, notices_nine));
  CHECK(office.settings.of(ann).mailbox.empty());
}

TEST_CASE("A code is tried five times at most", "[unit][journal]") {
  NoticesOffice office;
  const auto code = office.code("ann@example.org", notices_nine);
  const auto wrong = code == "000000" ? "000001" : "000000";
  for (int i = 0; i < 5; ++i) CHECK_FALSE(office.settings.confirm(ann, wrong, notices_nine).value());
  CHECK_FALSE(office.settings.confirm(ann, code, notices_nine).value());
}

TEST_CASE("Coordinators and chairs are told daily unless they choose, others not", "[unit][journal]") {
  NoticesOffice office;
  auto wish = office.settings.of(ann);
  CHECK(wish.when("coordinator") == "DAILY");
  CHECK(wish.when("chair") == "DAILY");
  CHECK(wish.when("reader") == "NONE");
  wish.chosen = "IMMEDIATE";
  wish.away_from = "2026-04-03";
  wish.away_until = "2026-04-10";
  wish.cover = "bob";
  REQUIRE(office.settings.choose(wish, notices_nine));
  const auto kept = office.settings.all();
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].when("reader") == "IMMEDIATE");
  CHECK_FALSE(kept[0].is_away(*Date::parse("2026-04-02")));
  CHECK(kept[0].is_away(*Date::parse("2026-04-10")));
}

TEST_CASE("A person is told of an alert once, by a mail with one key", "[unit][journal]") {
  NoticesOffice office;
  const auto alert = office.raise("due");
  const auto add = [&] { return office.notices.add(alert, ann, NoticeSort::immediate, notices_nine); };
  REQUIRE(office.in_transaction(add));
  REQUIRE(office.in_transaction(add));
  const auto waiting = office.notices.waiting(10);
  REQUIRE(waiting.size() == 1);
  const NewMail mail{"ann@example.org", "S", "T", "notices/1", hours(1), "alert/" + waiting[0].key + "/ann", true};
  const auto first = office.in_transaction([&] { return office.outbox.put(mail, notices_nine); });
  CHECK(office.in_transaction([&] { return office.outbox.put(mail, notices_nine); }).value() == first.value());
  CHECK(office.outbox.due(notices_nine, 10).size() == 1);
  CHECK(office.outbox.due(notices_nine, 10, false).empty());
  REQUIRE(office.in_transaction([&] { return office.notices.mailed(waiting[0].notice, *first); }));
  CHECK(office.notices.waiting(10).empty());
  CHECK(office.notices.of_alert(alert.alert).at(0).delivered.empty());
  REQUIRE(office.outbox.delivered(*first, notices_nine + minutes(1)));
  CHECK(office.notices.of_alert(alert.alert).at(0).delivered == rfc3339(notices_nine + minutes(1)));
}

TEST_CASE("A list holds what was told before it is made, and there is one a day", "[unit][journal]") {
  NoticesOffice office;
  const auto day = *Date::parse("2026-04-02");
  const auto early = office.raise("due");
  const auto late = office.raise("overdue");
  REQUIRE(office.in_transaction([&] { return office.notices.add(early, ann, NoticeSort::daily, notices_nine); }));
  REQUIRE(
      office.in_transaction([&] { return office.notices.add(late, ann, NoticeSort::daily, notices_nine + hours(1)); }));
  CHECK(office.notices.wait_for_list(notices_nine - minutes(1), day, 10).empty());
  CHECK(office.notices.wait_for_list(notices_nine, day, 10) == std::vector<std::string>{ann});
  CHECK_FALSE(office.notices.end_of_list(ann, notices_nine - minutes(1)));
  const auto first = office.notices.end_of_list(ann, notices_nine).value();
  const auto both = office.notices.end_of_list(ann, notices_nine + hours(1)).value();
  CHECK(office.notices.list_of(ann, first, 10).size() == 1);
  CHECK(office.notices.list_of(ann, both, 10).size() == 2);
  CHECK(office.notices.list_of(ann, both, 1).size() == 1);
  CHECK_FALSE(office.notices.unfinished_list());
  const NewMail mail{"ann@example.org",           "S", "T", Notices::list_about(first), hours(1),
                     Notices::list_key(ann, day), true};
  const auto put = office.in_transaction([&] { return office.outbox.put(mail, notices_nine); });
  REQUIRE(put);
  const auto unfinished = office.notices.unfinished_list();
  REQUIRE(unfinished);
  CHECK(unfinished->mail == *put);
  CHECK(unfinished->person == ann);
  CHECK(unfinished->last == first);
  CHECK(unfinished->day == day.iso());
  REQUIRE(office.in_transaction([&] { return office.notices.mailed(first, *put); }));
  CHECK_FALSE(office.notices.unfinished_list());
  CHECK(office.notices.wait_for_list(notices_nine + hours(1), day, 10).empty());
  CHECK(office.notices.wait_for_list(notices_nine + hours(1), day.plus_days(1), 10).size() == 1);
}

TEST_CASE("A token that is narrowed lets nobody be told", "[unit][journal]") {
  NoticesOffice office;
  TokenWish narrow{"nell", "coordinator", "reviewctl"};
  narrow.reach.cases = {"26-0001"};
  REQUIRE(office.tokens.issue(narrow, notices_nine));
  const auto people = office.notices.insiders(notices_nine);
  REQUIRE(people.size() == 1);
  CHECK(people[0].person == ann);
  CHECK(office.notices.insiders(notices_nine + std::chrono::days(91)).empty());
}

TEST_CASE("A way of telling fails since the first try that failed, and works again with one that goes well",
          "[unit][journal]") {
  NoticesOffice office;
  Channels channels(*office.memory.store);
  const auto day = *Date::parse("2026-04-02");
  CHECK(channels.list().empty());
  REQUIRE(channels.failing("mail", false, day, notices_nine));
  REQUIRE(channels.failing("mail", true, day.plus_days(1), notices_nine + hours(24)));
  const auto failing = channels.list();
  REQUIRE(failing.size() == 1);
  CHECK(failing[0].failing_since == rfc3339(notices_nine));
  CHECK(failing[0].failing_on == "2026-04-02");
  CHECK(failing[0].gave_up);
  REQUIRE(channels.works("mail"));
  CHECK(channels.list().at(0).failing_since.empty());
  CHECK_FALSE(channels.list().at(0).gave_up);
}

}  // namespace
}  // namespace review::journal_test
