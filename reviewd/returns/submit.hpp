#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

#include "libreview/desk/recording.hpp"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// Who speaks by a link: the contact, for the agency alone, in the case of the link alone.
[[nodiscard]] review::Reader reader_of(const review::ReturnLink& link);
/// The same, for the agency by the name that the record has for it.
[[nodiscard]] review::Reader reader_as(const review::ReturnLink& link, const std::string& name);

/// Records what an agency sent by its link, in the open transaction: by its contact, on behalf of the agency, as an
/// answer to the request of the link. `answer` is the content of `agencyReturnReceived` without agency and request.
/// The same checks as for everybody else who records: a refusal carries the pointers of the entry.
[[nodiscard]] review::Result<review::Recorded> submit_return(Storage& storage, const review::ReturnLink& link,
                                                             boost::json::object answer);

/// The same for another kind of entry, for the agency by the name that the record has for it. `kind` is as in JSON,
/// `said` its whole content.
[[nodiscard]] review::Result<review::Recorded> submit_as(Storage& storage, const review::ReturnLink& link,
                                                         const std::string& name, std::string_view kind,
                                                         boost::json::object said);

}  // namespace reviewd
