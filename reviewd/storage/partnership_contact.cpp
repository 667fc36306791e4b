#include "reviewd/storage/partnership_contact.hpp"

namespace reviewd {

PartnershipContact partnership_contact(Storage& storage) {
  const auto& mail = storage.config().mail;
  const auto settled = [&](std::string_view name, const std::string& otherwise) {
    const auto value = storage.settings().get(name);
    return value && !value->empty() ? *value : otherwise;
  };
  return {storage.desk().law().partnership().name,
          settled("coordinator-name", ""),
          settled("coordinator-telephone", mail.telephone),
          settled("coordinator-mailbox", mail.coordinators.empty() ? std::string() : mail.coordinators.front()),
          settled("safeguarding-telephone", mail.safeguarding_telephone),
          settled("content-notes", "on") != "off"};
}

}  // namespace reviewd
