#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reviewd/returns/mail_texts.hpp"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// An entry of a record, and an agency of which it asks something.
struct LinkRequest {
  std::string record;
  std::string request;
  std::string agency;
};
[[nodiscard]] LinkRequest request_of(const review::ReturnLink& link);

/// One sort of what a link can ask of an agency.
struct LinkAsk {
  bool (*asks)(Storage&, const LinkRequest&);                        ///< whether the request is one of this sort
  std::string_view path;                                             ///< below the link, where it is answered
  std::optional<review::Date> (*due)(Storage&, const LinkRequest&);  ///< the next day by which something is owed
  MailText (*mail)(const MailFacts&);                                ///< that goes out with the link
  bool chases_return;  ///< a reminder is recorded as a chase of a return; others stand among the uses of the link alone
};

/// What the link asks: the sort of its request; null where nothing was asked of the agency by that entry. A request is
/// of one sort at most.
[[nodiscard]] const LinkAsk* link_ask_of(Storage& storage, const LinkRequest& request);

}  // namespace reviewd
