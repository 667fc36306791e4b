#include "reviewd/settings/mail_config.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "libreview/registers/contacts.hpp"
#include "reviewd/base/options.hpp"
#include "reviewd/settings/config_text.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::refuse;
using review::Result;
namespace fs = std::filesystem;

/// The first line of a file that nobody but its owner can read.
Result<std::string> secret_in(const fs::path& file) {
  std::error_code failed;
  const auto others = fs::perms::group_all | fs::perms::others_all;
  if ((fs::status(file, failed).permissions() & others) != fs::perms::none || failed) {
    return refuse(Code::not_permitted, "The file that mail.password-file names must be there, for its owner alone.");
  }
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  return line;
}

std::string host_of(const std::string& server) {
  const auto from = server.find("://") + 3;
  const auto bracket = server.find(']', from);
  return server.substr(from, bracket == std::string::npos ? server.find(':', from) - from : bracket + 1 - from);
}

Result<void> check(const MailSetup& mail) {
  const bool is_smtp = mail.server.starts_with("smtp://") || mail.server.starts_with("smtps://");
  if (!mail.server.empty() && !is_smtp) {
    return refuse(Code::malformed, "mail.server is an address such as smtp://mail.example.org:587.");
  }
  const bool has_all =
      review::is_mailbox(mail.from) && !mail.address.empty() && !mail.coordinators.empty() && !mail.governance.empty();
  if (!mail.server.empty() && !has_all) {
    return refuse(Code::missing_field, "Mail needs server, from, address, coordinators and governance.");
  }
  if (!mail.address.empty() && !mail.address.starts_with("https://") && !mail.address.starts_with("http://127.")) {
    return refuse(Code::malformed, "mail.address is an address such as https://reviews.example.org.");
  }
  for (const auto& [key, list] : {std::pair("coordinators", &mail.coordinators), {"governance", &mail.governance}}) {
    if (std::all_of(list->begin(), list->end(), [](const auto& one) { return review::is_mailbox(one); })) continue;
    return refuse(Code::malformed, fmt::format("mail.{} is a list of mail addresses.", key));
  }
  if (!mail.tls && !is_loopback(host_of(mail.server))) {
    return refuse(Code::malformed, "mail.tls is none only to a server on this machine.");
  }
  return {};
}

}  // namespace

Result<void> read_mail(const std::string& config, const toml::node& value, MailSetup& mail) {
  const auto* table = value.as_table();
  if (table == nullptr) return refuse(Code::wrong_type, "mail is a table.");
  const std::map<std::string_view, std::string*> texts{
      {"server", &mail.server},       {"from", &mail.from},
      {"user", &mail.user},           {"address", &mail.address},
      {"telephone", &mail.telephone}, {"safeguarding-telephone", &mail.safeguarding_telephone}};
  const std::map<std::string_view, std::vector<std::string>*> lists{
      {"domains", &mail.domains}, {"coordinators", &mail.coordinators}, {"governance", &mail.governance}};
  for (const auto& [node, given] : *table) {
    const auto key = node.str();
    if (const auto at = lists.find(key); at != lists.end()) {
      auto list = config_texts(given, "mail", key);
      if (!list) return refuse(list.error());
      *at->second = std::move(*list);
      continue;
    }
    auto text = config_text(given, "mail", key);
    if (!text) return refuse(text.error());
    if (key == "password-file") {
      auto secret = secret_in(fs::path(config).parent_path() / *text);
      if (!secret) return refuse(secret.error());
      mail.password = std::move(*secret);
    } else if (key == "tls") {
      if (*text != "required" && *text != "none") {
        return refuse(Code::not_a_choice, "mail.tls is required or none.");
      }
      mail.tls = *text == "required";
    } else if (const auto at = texts.find(key); at != texts.end()) {
      *at->second = std::move(*text);
    } else {
      return refuse(Code::unknown_field, fmt::format("There is no setting mail.{}.", key));
    }
  }
  return check(mail);
}

bool is_allowed(const MailSetup& mail, std::string_view mailbox) {
  const auto domain = review::domain_of(mailbox);
  return mail.domains.empty() || std::any_of(mail.domains.begin(), mail.domains.end(), [&](const auto& allowed) {
           return domain == allowed || domain.ends_with("." + allowed);
         });
}

}  // namespace reviewd
