#include "reviewd/web/action/action_cell.hpp"

#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {

Cell action_cell(const boost::json::value& action) {
  const auto what = text_in(action, "what");
  const auto at = "/cases/" + percent_encoded(text_in(action, "case"));
  return {what.empty() ? name_words(text_in(action, "action")) : what, at};
}

}  // namespace reviewd
