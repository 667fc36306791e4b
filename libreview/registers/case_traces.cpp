#include "libreview/registers/case_traces.hpp"

#include <vector>

namespace review {

int CaseTraces::drafts(const std::string& case_id) {
  return store_.reading([&] {
    auto count = store_.prepare("SELECT count(*) FROM drafts WHERE case_id = ?");
    return count.with(case_id).step() ? count.small(0) : 0;
  });
}

Result<void> CaseTraces::forget_drafts(const std::string& case_id) {
  return store_.in_one_transaction([&]() -> Result<void> {
    store_.prepare("DELETE FROM drafts WHERE case_id = ?").with(case_id).run();
    return {};
  });
}

Result<void> CaseTraces::forget_returns(const std::string& case_id, const std::set<std::string>& requests,
                                        Instant now) {
  return store_.in_one_transaction([&]() -> Result<void> {
    std::vector<std::string> links;
    {
      auto rows = store_.prepare("SELECT link, request FROM return_links WHERE record = ?");
      rows.give(case_id);
      while (rows.step()) {
        if (requests.contains(rows.text(1))) links.push_back(rows.text(0));
      }
    }
    for (const auto& link : links) {
      store_.prepare("UPDATE return_links SET draft = NULL WHERE link = ?").with(link).run();
      store_
          .prepare(
              "UPDATE outbox SET body = '', failed = CASE WHEN delivered IS NULL THEN coalesce(failed, ?) END "
              "WHERE about = ?")
          .with(rfc3339(now), "return-links/" + link)
          .run();
    }
    return {};
  });
}

}  // namespace review
