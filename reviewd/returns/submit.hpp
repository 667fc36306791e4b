#pragma once

#include <boost/json/object.hpp>

#include "libreview/desk/recording.hpp"
#include "reviewd/storage.hpp"

namespace reviewd {

/// Records what an agency sent by its link, in the open transaction: by its contact, on behalf of the agency, as an
/// answer to the request of the link. `answer` is the content of `agencyReturnReceived` without agency and request.
/// The same checks as for everybody else who records: a refusal carries the pointers of the entry.
[[nodiscard]] review::Result<review::Recorded> submit_return(Storage& storage, const review::ReturnLink& link,
                                                             boost::json::object answer);

}  // namespace reviewd
