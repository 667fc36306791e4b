#include "libreview/registers/report_checks.hpp"

namespace review {

Result<void> ReportChecks::note(const ReportCheck& check, Instant now) {
  return store_.in_one_transaction([&]() -> Result<void> {
    store_
        .prepare(
            "INSERT INTO report_checks (record, document, digest, version, person, checked) VALUES (?, ?, ?, ?, ?, ?)")
        .with(check.record, check.document, check.digest, check.version, check.person, rfc3339(now))
        .run();
    return {};
  });
}

bool ReportChecks::was_run(std::string_view record, std::string_view document, std::string_view digest) {
  return store_.reading([&] {
    auto row = store_.prepare("SELECT 1 FROM report_checks WHERE record = ? AND document = ? AND digest = ? LIMIT 1");
    return row.with(record, document, digest).step();
  });
}

}  // namespace review
