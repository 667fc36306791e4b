#include <catch2/catch.hpp>

#include "libreview/law/bank_holidays.hpp"
#include "reviewd/delivery/smtp.hpp"
#include "reviewd/returns/agency_days.hpp"
#include "reviewd/returns/mail_texts.hpp"
#include "reviewd/settings/mail_config.hpp"
#include "reviewd/web/agencies/return_list_view.hpp"

namespace reviewd {
namespace {

review::Date day(const char* iso) { return *review::Date::parse(iso); }

TEST_CASE("An agency's working days leave out its own closed days", "[unit]") {
  const auto calendar = review::england_and_wales();
  const review::Agency always{"police", "Police"};
  const review::Agency school{"school", "School", "", {"WEDNESDAY"}, {"2026-03-23", "2026-03-28"}};
  CHECK(*agency_days_between(day("2026-03-19"), day("2026-03-26"), always, calendar) == 5);
  CHECK(*agency_days_between(day("2026-03-19"), day("2026-03-26"), school, calendar) == 3);
  CHECK(due_words(day("2026-03-19"), day("2026-03-26"), always, calendar) ==
        "Thursday 26 March 2026. You have 5 working days left.");
  CHECK(due_words(day("2026-03-19"), day("2026-03-26"), school, calendar) ==
        "Thursday 26 March 2026. You have 3 working days left, not counting 2 days on which your agency is closed.");
  CHECK(due_words(day("2026-03-26"), day("2026-03-26"), school, calendar).ends_with("That is today."));
  CHECK(due_words(day("2026-03-27"), day("2026-03-26"), school, calendar).find("has passed") != std::string::npos);
}

TEST_CASE("A late agency is reminded, then called, then its lead is told", "[unit]") {
  CHECK(next_chase(0, false, false, false).empty());
  CHECK(next_chase(1, false, false, false) == "Remind them in writing");
  CHECK(next_chase(1, true, false, false).empty());
  CHECK(next_chase(2, true, false, false) == "Call them");
  CHECK(next_chase(3, true, true, false).empty());
  CHECK(next_chase(4, true, true, false) == "Raise it with the agency's lead");
  CHECK(next_chase(9, true, true, true).empty());
}

TEST_CASE("A mail is marked, dated and plain", "[unit]") {
  MailSetup setup;
  setup.from = "reviews@example.org";
  review::Mail mail;
  mail.mail = 7;
  mail.to = "b.jones@example.org";
  const auto words = code_mail({"Example partnership", "abcd2345", "", "", ""}, "012345");
  mail.subject = words.subject;
  mail.text = words.text;
  mail.made = "2026-03-17T09:05:00.000Z";
  const auto message = message_of(setup, mail);
  CHECK(message.starts_with("Date: Tue, 17 Mar 2026 09:05:00 +0000\r\nFrom: reviews@example.org\r\n"));
  CHECK(message.find("\r\n\r\nOFFICIAL-SENSITIVE\r\n") != std::string::npos);
  CHECK(message.find("Your code is 012345") != std::string::npos);
  CHECK(message.find("Message-ID: <mail-7.") != std::string::npos);
}

TEST_CASE("A mailbox is below one of the domains, or any where none are set", "[unit]") {
  MailSetup setup;
  CHECK(is_allowed(setup, "a@anywhere.example"));
  setup.domains = {"police.uk"};
  CHECK(is_allowed(setup, "a@police.uk"));
  CHECK(is_allowed(setup, "a@West.Police.UK"));
  CHECK_FALSE(is_allowed(setup, "a@notpolice.uk"));
  CHECK_FALSE(is_allowed(setup, "a@police.uk.example.org"));
}

}  // namespace
}  // namespace reviewd
