#pragma once

#include "libreview/desk/moment.hpp"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// Puts some of the reminders whose time has come into the outbox, in the open transaction: nothing outside of the
/// hours of a working day. One mail for a reminder that is wanted straight away; one a person and day for those that
/// are wanted as a list, at the start of the hours, which has all that waits for it. What nobody needs any more is
/// dropped: it is over, in hand or put off, or the person may not see it now. A list is put into the outbox in one go,
/// and what stands on it is marked a few hundred at a time, before there is any other list. Whether more is left.
[[nodiscard]] review::Result<bool> send_notices(Storage& storage, const review::Moment& moment);

}  // namespace reviewd
