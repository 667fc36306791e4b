#include "libreview/registers/notices.hpp"

#include <algorithm>

#include "libreview/base/refuse_at.hpp"
#include "libreview/registers/notice_settings.hpp"
#include "libreview/registers/people.hpp"
#include "libreview/vocabulary/names.hpp"
#include "reviewd/alerts/reminder_from.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/json_fields.hpp"
#include "reviewd/settings/mail_config.hpp"
#include "reviewd/storage/reminder_hours.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::refuse_at;
using review::Result;
using review::Right;

review::NoticeSettings settings_of(Call& call) { return {call.storage.store(), call.storage.random()}; }

json::object write(Call& call) {
  const auto wish = settings_of(call).of(call.reader.person);
  json::object out{{"person", "people/" + call.reader.person},
                   {"when", wish.when(review::role_name(call.reader.role))},
                   {"hours", reminder_hours_text(call.storage)},
                   {"mailGoesOut", call.storage.mail_goes_out()}};
  if (!wish.mailbox.empty()) out["mailbox"] = wish.mailbox;
  if (!wish.asked.empty()) out["waiting"] = wish.asked;
  if (!wish.away_from.empty()) {
    out["awayFrom"] = wish.away_from;
    out["awayUntil"] = wish.away_until;
    out["cover"] = "people/" + wish.cover;
  }
  return out;
}

/// Whether somebody of this name can come in; who may not list people is not told, and it counts as so.
bool may_be_there(Call& call, const std::string& person) {
  const auto lists = {Right::decide, Right::manage_meetings, Right::manage_contacts};
  if (std::ranges::none_of(lists, [&](Right right) { return call.reader.may(right); })) return true;
  const auto insiders = review::Notices(call.storage.store()).insiders(now(std::nullopt).now);
  return std::ranges::find(insiders, person, &review::Insider::person) != insiders.end();
}

/// The days away and who covers: all three or none.
Result<void> take_absence(Call& call, const JsonFields& fields, review::NoticeWish& wish) {
  const auto given = [&](const char* name, const std::string& now) {
    return fields.texts.contains(name) ? fields.text(name) : now;
  };
  wish.away_from = given("awayFrom", wish.away_from);
  wish.away_until = given("awayUntil", wish.away_until);
  const auto cover = given("cover", wish.cover);
  wish.cover = review::bare_reference(cover).value_or(cover);
  if (wish.away_from.empty() && wish.away_until.empty() && wish.cover.empty()) return {};
  const auto is_no_day = [](const std::string& text) { return !text.empty() && !review::Date::parse(text); };
  if (is_no_day(wish.away_from)) {
    return refuse_at(Code::not_a_date, "The first day that you are away must be a real date, with day, month and year.",
                     "/awayFrom");
  }
  if (is_no_day(wish.away_until)) {
    return refuse_at(Code::not_a_date, "The last day that you are away must be a real date, with day, month and year.",
                     "/awayUntil");
  }
  if (wish.away_from.empty()) {
    return refuse_at(Code::not_a_date, "Enter the first day that you are away.", "/awayFrom");
  }
  if (wish.away_until.empty()) {
    return refuse_at(Code::not_a_date, "Enter the last day that you are away.", "/awayUntil");
  }
  if (wish.away_until < wish.away_from) {
    return refuse_at(Code::not_a_date, "The last day away is not before the first.", "/awayUntil");
  }
  if (!review::is_person(wish.cover) || wish.cover == wish.person || !may_be_there(call, wish.cover)) {
    return refuse_at(Code::not_a_choice, "Say who is reminded instead of you.", "/cover");
  }
  return {};
}

Result<void> take_choice(Call& call, const JsonFields& fields, review::NoticeWish& wish) {
  if (fields.texts.contains("when")) {
    wish.chosen = fields.text("when");
    if (wish.chosen != "NONE" && wish.chosen != "IMMEDIATE" && wish.chosen != "DAILY") {
      return refuse_at(Code::not_a_choice, "Choose NONE, IMMEDIATE or DAILY.", "/when");
    }
  }
  return take_absence(call, fields, wish);
}

Result<void> may_ask_for(Call& call, const std::string& mailbox) {
  const auto& setup = call.storage.config().mail;
  if (!review::is_mailbox(mailbox)) {
    return refuse_at(Code::malformed, "Enter a mail address, like b.jones@example.org.", "/mailbox");
  }
  if (!is_allowed(setup, mailbox)) {
    std::string domains;
    for (const auto& domain : setup.domains) domains += (domains.empty() ? "" : ", ") + domain;
    return refuse_at(Code::not_a_choice, "Reminders go to a mailbox below one of " + domains + ".", "/mailbox");
  }
  if (call.storage.mail_goes_out()) return {};
  return review::refuse(Code::not_permitted, "Mail is not set up here, so nobody could be sent a code.");
}

/// Mails a code to it; the mailbox of before counts until the code comes back.
Result<void> ask_for(Call& call, const std::string& mailbox) {
  // Codes run out by the clock of the machine, whatever day a practice store has.
  const auto at = now(std::nullopt).now;
  const auto code = settings_of(call).ask_for_code(call.reader.person, mailbox, at);
  if (!code) return review::refuse(code.error());
  if (!*code) {
    return refuse_at(Code::malformed, "A code went out a moment ago. Wait a minute before you ask for another.",
                     "/mailbox");
  }
  const auto mail = mailbox_code_mail(**code, reminder_from(call.storage));
  return call.storage.outbox().add({mailbox, mail.subject, mail.text, "mailboxes/" + call.reader.person,
                                    std::chrono::duration_cast<std::chrono::minutes>(review::return_code_life)},
                                   at);
}

Response get_notices(Call& call) { return json_answer(200, write(call)); }

Response put_notices(Call& call) {
  const auto fields = json_fields(call, {.optional = {"mailbox", "when", "awayFrom", "awayUntil", "cover"}});
  if (!fields) return refused(call, fields.error());
  const auto before = settings_of(call).of(call.reader.person);
  auto wish = before;
  if (const auto taken = take_choice(call, *fields, wish); !taken) return refused(call, taken.error());
  const auto mailbox = fields->text("mailbox");
  const bool is_new = !mailbox.empty() && mailbox != before.mailbox;
  if (is_new) {
    if (const auto may = may_ask_for(call, mailbox); !may) return refused(call, may.error());
  }
  const bool ends = fields->texts.contains("mailbox") && mailbox.empty();
  const auto kept = call.storage.store().in_one_transaction([&]() -> Result<void> {
    if (is_new) {
      if (const auto asked = ask_for(call, mailbox); !asked) return asked;
    }
    if (ends) {
      if (const auto gone = settings_of(call).forget_mailbox(call.reader.person, call.moment.now); !gone) return gone;
    }
    return settings_of(call).choose(wish, call.moment.now);
  });
  if (!kept) return refused(call, kept.error());
  return json_answer(200, write(call));
}

Response confirm_mailbox(Call& call) {
  const auto fields = json_fields(call, {.required = {"code"}});
  if (!fields) return refused(call, fields.error());
  const auto confirmed = settings_of(call).confirm(call.reader.person, fields->text("code"), now(std::nullopt).now);
  if (!confirmed) return refused(call, confirmed.error());
  if (!*confirmed) {
    return refused(call, Code::malformed, "This is not the code, or it is too old. Ask for another one.", "/code");
  }
  return json_answer(200, write(call));
}

Endpoint row(std::string method, std::string pattern, std::string name, std::string summary, Use use, std::string takes,
             Response (*answer)(Call&)) {
  return {std::move(method),
          std::move(pattern),
          std::move(name),
          std::move(summary),
          {Right::read_cases, Right::manage_settings, Right::manage_store},
          use,
          {},
          std::move(takes),
          "Notices",
          200,
          answer};
}

}  // namespace

std::vector<Endpoint> notice_endpoints() {
  return {row("GET", "/v1/people/me/notices", "getNotices", "How one is reminded by mail oneself", Use::read, "",
              get_notices),
          row("PUT", "/v1/people/me/notices", "setNotices",
              "Changes what is given, and leaves the rest; a new mailbox is sent a code", Use::write, "NoticesWish",
              put_notices),
          row("POST", "/v1/people/me/notices:confirmMailbox", "confirmMailbox",
              "The code came back, and reminders go to the mailbox", Use::write, "MailboxCode", confirm_mailbox)};
}

}  // namespace reviewd
