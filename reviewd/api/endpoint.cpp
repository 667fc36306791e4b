#include "reviewd/api/endpoint.hpp"

namespace reviewd {

const std::vector<Endpoint>& endpoints() {
  static const std::vector<Endpoint> all = [] {
    std::vector<Endpoint> rows;
    for (const auto& part : {case_endpoints(), entry_endpoints(), clock_endpoints(), law_endpoints(), store_endpoints(),
                             transfer_endpoints(), token_endpoints(), practice_endpoints()}) {
      rows.insert(rows.end(), part.begin(), part.end());
    }
    return rows;
  }();
  return all;
}

}  // namespace reviewd
