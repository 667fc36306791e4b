#include "reviewd/api/export_everything.hpp"

#include <boost/json/serialize.hpp>

#include "libreview/vocabulary/write_message.hpp"

namespace reviewd {

Response export_everything(Call& call, review::Desk::Covered covered) {
  constexpr std::size_t entries_a_step = 500;
  Response response;
  response.content_type = "application/x-ndjson";
  response.headers.emplace_back("Content-Disposition",
                                call.storage.store().practice()
                                    ? "attachment; filename=\"practice-OFFICIAL-SENSITIVE.ndjson\""
                                    : "attachment; filename=\"everything-OFFICIAL-SENSITIVE.ndjson\"");
  std::int64_t last = 0;
  for (;;) {
    const auto step = call.desk().outgoing(last, entries_a_step, call.reader, call.moment, covered);
    if (!step) return refused(call, step.error());
    if (step->last == 0) return response;
    last = step->last;
    for (const auto& entry : step->entries) {
      response.body += boost::json::serialize(review::write_message(entry));
      response.body += '\n';
    }
  }
}

}  // namespace reviewd
