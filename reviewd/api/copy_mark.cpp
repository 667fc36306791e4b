#include "reviewd/api/copy_mark.hpp"

#include <fmt/format.h>

#include <utility>

#include "libreview/calendar/london.hpp"

namespace reviewd {

Mark copy_mark(const Call& call, std::string reference) {
  const auto account = call.storage.accounts().find(call.reader.person);
  const auto at = call.moment.now;
  return {call.reader.person, account ? account->name : std::string(),
          fmt::format("{} at {}", review::london_day(at).words(), review::london_time(at)), std::move(reference)};
}

std::string version_reference(const std::string& record, const review::DocumentRow& row) {
  return fmt::format("{} {} version {}", record, row.document, row.version);
}

}  // namespace reviewd
