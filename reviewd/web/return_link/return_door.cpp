#include "reviewd/returns/link_ask.hpp"
#include "reviewd/returns/open_link.hpp"
#include "reviewd/returns/send_link.hpp"
#include "reviewd/storage/partnership_contact.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/return_link/return_cookie.hpp"
#include "reviewd/web/return_link/return_page.hpp"
#include "reviewd/web/words/form_typed.hpp"

/// What anybody sees who holds a link, or something that looks like one: the same words for a live link and for one
/// that is unknown, over or revoked.
namespace reviewd {
namespace {

View door_view(const ReturnCall& call, std::string_view title) {
  const auto contact = partnership_contact(call.storage);
  return {{"title", title},
          {"partnership", contact.partnership},
          {"coordinator", contact.name},
          {"telephone", contact.telephone},
          {"mailbox", contact.mailbox},
          {"safeguarding", contact.safeguarding},
          {"door", call.address("")}};
}

std::optional<review::ReturnLink> live(const ReturnCall& call) { return open_link(call.storage, call.line()); }

Response show_door(ReturnCall& call) {
  if (const auto link = live(call)) call.storage.return_links().note(link->link, "OPENED", call.storage.moment().now);
  return render_open(200, "return_door", door_view(call, "You have been asked for information"),
                     call.storage.store().practice());
}

Response send_code(ReturnCall& call) {
  if (const auto link = live(call)) {
    const auto code = call.storage.return_links().new_code(link->link, now(std::nullopt).now);
    if (code) {
      const auto mail = code_mail(mail_facts(call.storage, *link), *code);
      const auto sent = mail_contact(call.storage, *link, mail, review::return_code_life);
      if (!sent) return Response{507};
    }
  }
  return see_other(call.address("/code"));
}

Response code_page(const ReturnCall& call, int status, std::string_view fault) {
  auto view = door_view(call, "Enter the code that we sent");
  view["hasErrors"] = !fault.empty();
  view["fault"] = fault;
  return render_open(status, "return_code", std::move(view), call.storage.store().practice());
}

Response show_code(ReturnCall& call) { return code_page(call, 200, ""); }

Response come_in(ReturnCall& call) {
  std::string digits;
  for (const char c : value_of(call.form, "code")) {
    if (c != ' ' && c != '-') digits.push_back(c);
  }
  if (const auto link = live(call)) {
    if (const auto session = call.storage.return_links().come_in(link->link, digits, now(std::nullopt).now)) {
      const auto* ask = link_ask_of(call.storage, request_of(*link));
      auto response = see_other(call.address(ask == nullptr ? "/tasks" : ask->path));
      set_return_session(response, *session);
      return response;
    }
  }
  return code_page(call, 400,
                   "That code is not right, or it has run out. Check it, or ask for a new one. A code can be typed "
                   "five times within 10 minutes.");
}

}  // namespace

std::vector<ReturnPage> return_door_pages() {
  return {{"GET", "/return/{return}", "returnDoor", show_door},
          {"POST", "/return/{return}", "sendReturnCode", send_code},
          {"GET", "/return/{return}/code", "returnCodePage", show_code},
          {"POST", "/return/{return}/code", "enterReturn", come_in}};
}

}  // namespace reviewd
