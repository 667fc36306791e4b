#include "reviewd/web/case/case_list.hpp"

#include "reviewd/http/percent.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {

ApiAnswer case_list(const PageCall& call, const std::string& list, boost::json::array& into) {
  const auto address = case_api(call) + "/" + list + "?pageSize=200";
  auto answer = ask(call, {"GET", address});
  while (answer.good()) {
    for (const auto& one : list_in(answer.json, list)) into.push_back(one);
    const auto next = text_in(answer.json, "nextPageToken");
    if (next.empty()) break;
    answer = ask(call, {"GET", address + "&pageToken=" + percent_encoded(next)});
  }
  return answer;
}

}  // namespace reviewd
