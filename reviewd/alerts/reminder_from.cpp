#include "reviewd/alerts/reminder_from.hpp"

#include "reviewd/storage/partnership_contact.hpp"

namespace reviewd {

ReminderFrom reminder_from(Storage& storage) {
  const auto contact = partnership_contact(storage);
  return {contact.partnership, storage.config().mail.address, contact.telephone};
}

}  // namespace reviewd
