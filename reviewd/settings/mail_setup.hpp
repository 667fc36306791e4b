#pragma once

#include <string>
#include <vector>

namespace reviewd {

/// How mail is sent, and what agencies are told about whom to reach. All empty where the configuration says nothing.
struct MailSetup {
  std::string server{};                     ///< `smtp://` or `smtps://`, host and port; empty: no mail is sent
  std::string from{};                       ///< the mailbox that mails come from
  std::string user{};                       ///< empty: the server asks for none
  std::string password{};                   ///< read from a file
  bool tls = true;                          ///< the server must speak TLS; only on loopback it need not
  std::vector<std::string> domains{};       ///< of contacts' mailboxes, with what is below them; empty: any
  std::vector<std::string> coordinators{};  ///< mailboxes that alerts go to
  std::vector<std::string> governance{};    ///< mailboxes that hear of a case that was opened in an emergency
  std::string address{};                    ///< of this service, as others reach it: `https://reviews.example.org`
  std::string telephone{};                  ///< of the review coordinators
  std::string safeguarding_telephone{};     ///< of children's social care, for a child who is at risk now

  [[nodiscard]] bool is_set_up() const { return !server.empty(); }
};

}  // namespace reviewd
