#include "reviewd/web/action/action_cell.hpp"

#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {

Cell action_cell(const boost::json::value& action) {
  const auto what = text_in(action, "what");
  const auto at = record_address(record_in(action));
  return {what.empty() ? name_words(text_in(action, "action")) : what, at};
}

}  // namespace reviewd
