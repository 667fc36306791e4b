#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <utility>
#include <vector>

#include "tools/reviewctl/output.hpp"

namespace reviewctl {

/// How a member of an answer stands in a cell. What is absent leaves the cell empty.
enum class Shown {
  text,
  choice,  ///< as people read it
  flag,    ///< yes or no
  number,
  texts,     ///< all of a list
  reference  ///< of the case or programme that the row is of
};

struct AnswerColumn {
  std::string title;
  std::string name;  ///< of the member
  Shown as = Shown::text;
};

/// The objects of a list in an answer of the service, a row for each.
[[nodiscard]] Listing listing_of(const boost::json::object& answer, const std::string& list,
                                 const std::vector<AnswerColumn>& columns, std::string none);

/// For people a table of each list; nothing of one that is empty.
void show_lists(Output& output, const boost::json::object& answer,
                const std::vector<std::pair<std::string, std::vector<AnswerColumn>>>& lists);

}  // namespace reviewctl
