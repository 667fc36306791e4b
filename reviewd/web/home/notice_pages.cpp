#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/home/notice_view.hpp"
#include "reviewd/web/words/form_typed.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

const std::string own_notices = "/v1/people/me/notices";

Response page_of_notices(const PageCall& call, int status, const NoticeTyped* typed, const json::value& problem) {
  const auto notices = ask(call, {"GET", own_notices});
  if (!notices.good()) return refused_page(call, notices.status, notices.json);
  const auto people = ask(call, {"GET", "/v1/people"});
  const auto done = call.request.parameter("done").value_or("");
  const auto kept = notice_typed(notices.json);
  const auto listed = people.good() ? people.json : json::value();
  return sections_page(call, notice_page(notices.json, listed, typed == nullptr ? kept : *typed, done, problem),
                       status);
}

Response show_notices(PageCall& call) { return page_of_notices(call, 200, nullptr, {}); }

Response save_notices(PageCall& call) {
  const auto form = form_values(call.request.body).value_or(NameValues());
  const NoticeTyped typed{typed_text(value_of(form, "mailbox")), value_of(form, "when"), day_typed(form, "awayFrom"),
                          day_typed(form, "awayUntil"), typed_text(value_of(form, "cover"))};
  const json::object wish{{"mailbox", typed.mailbox},
                          {"when", typed.when},
                          {"awayFrom", typed.away_from},
                          {"awayUntil", typed.away_until},
                          {"cover", typed.cover}};
  const auto kept = ask(call, {"PUT", own_notices, json::serialize(wish)});
  if (kept.good()) {
    const bool waits = !typed.mailbox.empty() && text_in(kept.json, "waiting") == typed.mailbox;
    return see_other(waits ? "/reminders/email?done=code" : "/reminders/email?done=saved");
  }
  if (kept.status == 400) return page_of_notices(call, 400, &typed, kept.json);
  return refused_page(call, kept.status, kept.json);
}

Response confirm_mailbox(PageCall& call) {
  const auto form = form_values(call.request.body).value_or(NameValues());
  const auto code = typed_text(value_of(form, "code"));
  const auto done = ask(call, {"POST", own_notices + ":confirmMailbox", json::serialize(json::object{{"code", code}})});
  if (done.good()) return see_other("/reminders/email?done=confirmed");
  if (done.status == 400) return page_of_notices(call, 400, nullptr, done.json);
  return refused_page(call, done.status, done.json);
}

}  // namespace

std::vector<Page> notice_pages() {
  return {{"GET", "/reminders/email", "noticesPage", Use::read, show_notices},
          {"POST", "/reminders/email", "saveNotices", Use::write, save_notices},
          {"POST", "/reminders/email/code", "confirmMailboxPage", Use::write, confirm_mailbox}};
}

}  // namespace reviewd
