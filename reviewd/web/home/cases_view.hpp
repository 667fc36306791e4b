#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "reviewd/api/case_query.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// What the page of the list of cases is made of.
struct CasesFacts {
  boost::json::value cases;    ///< the API's list
  boost::json::value choices;  ///< local authorities and agencies to choose from
  boost::json::value saved;    ///< the visitor's saved views
  bool narrows = true;         ///< whether the visitor may narrow and order the list by dates and agencies
  Register known{};
  CaseQuery query{};
  std::string typed_from;  ///< the days as they were typed, right or wrong
  std::string typed_until;
  std::vector<review::Violation> violations;
  std::string save_fault;  ///< why the view could not be saved; empty where it was not tried
};

/// The address of the list: `/cases?stage=LOGGED&held=yes`.
[[nodiscard]] std::string cases_address(const CaseQuery& query);

/// The list of cases, what it is narrowed to with a link that removes each, and the saved views.
[[nodiscard]] View cases_view(const CasesFacts& facts);

/// Saved views as links: `name`, `address`, and `delete`, where the form that deletes it goes.
[[nodiscard]] boost::json::array saved_links(const boost::json::value& saved);

}  // namespace reviewd
