#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "libreview/registers/feeds.hpp"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// Who fetches: the person of the feed as the rules of access see them now. Nothing where the feed is not live, the
/// person cannot come in any more, or the role reads no cases. A case that was opened in an emergency is read on its
/// page and in no calendar.
[[nodiscard]] std::optional<review::Reader> reader_of_feed(Storage& storage, const review::Feed& feed);

/// What a calendar gets: what makes the text, and what names its bytes.
struct FeedAnswer {
  std::string etag;                   ///< with its quotes
  std::function<std::string()> text;  ///< takes long and needs no store; from any thread
};

/// The feed behind the secret of an address, made anew with the rights that its person has now; nothing for an address
/// that is not there. `host` is what the request called this service. Nothing is noted as shown where the calendar has
/// these bytes already, which `has` names. In a transaction.
[[nodiscard]] review::Result<std::optional<FeedAnswer>> read_feed(Storage& storage, std::string_view line,
                                                                  const std::string& host, std::string_view has);

/// Whether If-None-Match names these bytes.
[[nodiscard]] bool names_etag(std::string_view if_none_match, std::string_view etag);

}  // namespace reviewd
