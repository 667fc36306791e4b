#include "reviewd/api/case_at_hand.hpp"

#include "libreview/access/may_read.hpp"
#include "libreview/access/sight.hpp"

namespace reviewd {

review::Result<review::v1::CaseFile> case_at_hand(Call& call, std::string_view case_id) {
  if (const auto may = review::may_read(call.reader); !may) return review::refuse(may.error());
  auto file = call.storage.views().find_for(call.reader, case_id, call.moment.today);
  if (!file) return review::refuse(review::no_case(std::string(case_id)));
  if (review::sees_by_glass(call.reader, *file, call.moment.today)) {
    return review::refuse(review::Code::not_permitted, "You opened this case for a while, to read it and no more.");
  }
  return std::move(*file);
}

}  // namespace reviewd
