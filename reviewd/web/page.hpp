#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reviewd/api/endpoint.hpp"
#include "reviewd/http/request.hpp"
#include "reviewd/http/response.hpp"
#include "reviewd/http/router.hpp"
#include "reviewd/storage.hpp"
#include "reviewd/web/visitor.hpp"

namespace reviewd {

/// One request of a page by somebody who is signed in, on the storage thread. A page knows what the API answers to this
/// visitor (`ask`), and nothing else.
struct PageCall {
  const Request& request;
  const RouteMatch& match;
  Storage& storage;
  const Visitor& visitor;
  review::Moment moment;

  /// A part of the path, for example `case`.
  [[nodiscard]] std::string path(std::string_view name) const { return std::string(match.parameter(name)); }
};

/// One row of the table of pages.
struct Page {
  std::string method;
  std::string pattern;
  std::string name;  ///< for logs and metrics, for example `casePage`
  Use use;           ///< `read`, or `write` where it asks an endpoint that writes
  Response (*answer)(PageCall&);
  bool takes_files = false;  ///< its form is sent as `multipart/form-data`
};

/// Every page that needs somebody to be signed in.
[[nodiscard]] const std::vector<Page>& pages();
[[nodiscard]] const Page* page_of(const RouteMatch& match);

[[nodiscard]] std::vector<Page> home_pages();            ///< home, cases
[[nodiscard]] std::vector<Page> case_pages();            ///< a case, its clocks and entries
[[nodiscard]] std::vector<Page> governance_pages();      ///< who has seen what, cases opened in an emergency
[[nodiscard]] std::vector<Page> entry_forms();           ///< what a new entry is recorded with
[[nodiscard]] std::vector<Page> document_pages();        ///< the documents of a case
[[nodiscard]] std::vector<Page> administration_pages();  ///< the landing page, the day of a practice store
[[nodiscard]] std::vector<Page> people_pages();
[[nodiscard]] std::vector<Page> approval_pages();
[[nodiscard]] std::vector<Page> token_pages();
[[nodiscard]] std::vector<Page> setting_pages();
[[nodiscard]] std::vector<Page> closure_pages();
[[nodiscard]] std::vector<Page> scrutiny_pages();

}  // namespace reviewd
