#include "reviewd/returns/send_link.hpp"

#include <fmt/format.h>

#include "libreview/base/refuse_at.hpp"
#include "libreview/registers/return_link_embargoes.hpp"
#include "reviewd/returns/agency_days.hpp"
#include "reviewd/returns/link_ask.hpp"
#include "reviewd/returns/read_through.hpp"
#include "reviewd/storage/partnership_contact.hpp"

namespace reviewd {

using review::Code;
using review::refuse;
using review::refuse_at;

std::string address_of(Storage& storage, const std::string& host, const std::string& path) {
  const auto& set = storage.config().mail.address;
  return (set.empty() ? "http://" + host : set) + path;
}

MailFacts mail_facts(Storage& storage, const review::ReturnLink& link) {
  const auto request = request_of(link);
  const auto* ask = link_ask_of(storage, request);
  const auto due = ask == nullptr ? std::nullopt : ask->due(storage, request);
  return {storage.desk().law().partnership().name, link.link, "", due ? day_in_words(*due) : std::string(),
          partnership_contact(storage).telephone};
}

review::Result<void> mail_contact(Storage& storage, const review::ReturnLink& link, const MailText& mail,
                                  std::chrono::minutes useful) {
  const auto contact = storage.contacts().find_contact(link.contact);
  if (!contact) return refuse(Code::missing_reference, "There is no contact of this name.");
  return storage.outbox().add({contact->mailbox, mail.subject, mail.text, "return-links/" + link.link, useful},
                              now(std::nullopt).now);
}

review::Result<LinkSent> send_link(Storage& storage, const review::ReturnLinks::Wish& wish, const review::Reader& by,
                                   const std::string& host) {
  const auto moment = storage.moment();
  if (!storage.mail_goes_out()) {
    return refuse(
        Code::not_permitted,
        "Mail is not set up here, so nobody could be sent a code and no link can be made. Ask by letter or in "
        "your own mail, and record what comes back by hand.");
  }
  if (wish.expires_on < moment.today || wish.expires_on > moment.today.plus_days(longest_link)) {
    return refuse_at(Code::malformed,
                     fmt::format("The last day of a link is today or at most {} days off.", longest_link),
                     "/expiresOn");
  }
  const auto* ask = link_ask_of(storage, {wish.case_id, wish.request, wish.agency});
  if (ask == nullptr) {
    return refuse_at(Code::missing_reference,
                     "Nothing was asked of this agency, agreed with it or shared with it by that update.", "/request");
  }
  const auto contact = storage.contacts().find_contact(wish.contact);
  if (!contact || contact->agency != wish.agency || !contact->is_there(moment.today)) {
    return refuse_at(Code::missing_reference, "This agency has no such contact now.", "/contact");
  }
  auto made = storage.return_links().make(wish, by.person, moment.now);
  if (!made) return refuse(made.error());
  review::ReturnLinkEmbargoes(storage.store())
      .keep(made->link.link,
            {by.person, std::string(review::role_name(by.role)), read_through(storage, wish.case_id, by)});
  auto facts = mail_facts(storage, made->link);
  LinkSent sent{made->link, address_of(storage, host, "/return/" + made->line), {}};
  facts.address = sent.address;
  sent.mail = ask->mail(facts);
  if (const auto kept = mail_contact(storage, sent.link, sent.mail); !kept) return refuse(kept.error());
  return sent;
}

}  // namespace reviewd
