#include "reviewd/web/action/action_deed.hpp"

#include "libreview/access/entry_access.hpp"
#include "libreview/access/kind_table.hpp"
#include "libreview/record/bodies.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {

std::string action_form_address(const boost::json::value& action, const char* kind) {
  return record_address(record_in(action)) + "/add/" + kind + "?" + kind +
         ".action=" + percent_encoded(text_in(action, "action"));
}

bool may_record_of_action(const review::Reader& reader, const boost::json::value& action, std::string_view kind) {
  if (!review::records_kind(reader, kind)) return false;
  if (review::access_to(kind, reader.role).records != review::Records::own) return true;
  return review::is_same_body(reader.agency, text_in(action, "owner"));
}

Cell deed_for(const review::Reader& reader, const boost::json::value& action) {
  const bool complete = flag_in(action, "complete");
  if (!may_record_of_action(reader, action, complete ? "action-rechecked" : "action-updated")) return {""};
  return complete ? Cell{"Look at it again", action_form_address(action, "actionRechecked")}
                  : Cell{"Update", action_form_address(action, "actionUpdated")};
}

}  // namespace reviewd
