#include "reviewd/web/case/case_entries.hpp"

#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {

CaseEntries case_entries(const PageCall& call, const std::string& case_id, const std::string& kinds) {
  const auto address =
      "/v1" + record_address(case_id) + "/entries?pageSize=200" + (kinds.empty() ? "" : "&kinds=" + kinds);
  CaseEntries all{boost::json::array(call.memory), ask(call, {"GET", address})};
  while (all.answer.good()) {
    auto* const page = all.answer.json.as_object().if_contains("entries");
    if (page == nullptr) break;
    for (auto& entry : page->as_array()) all.entries.push_back(std::move(entry));
    const auto next = text_in(all.answer.json, "nextPageToken");
    if (next.empty()) break;
    all.answer = ask(call, {"GET", address + "&pageToken=" + percent_encoded(next)});
  }
  return all;
}

}  // namespace reviewd
