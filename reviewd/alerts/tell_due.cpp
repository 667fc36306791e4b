#include "reviewd/alerts/tell_due.hpp"

#include "reviewd/alerts/hand_out.hpp"
#include "reviewd/alerts/send_notices.hpp"
#include "reviewd/alerts/watch_channels.hpp"

namespace reviewd {

review::Result<bool> tell_due(Storage& storage) {
  return storage.store().in_one_transaction([&]() -> review::Result<bool> {
    const auto moment = storage.moment();
    if (const auto kept = watch_channels(storage); !kept) return review::refuse(kept.error());
    const auto told = storage.tell_due();
    if (!told) return told;
    const auto handed = hand_out(storage, moment);
    if (!handed) return handed;
    // The list of a day is whole: it is made when everything that belongs on it was handed out.
    if (*told || *handed) return true;
    return send_notices(storage, moment);
  });
}

}  // namespace reviewd
