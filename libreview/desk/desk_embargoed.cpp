#include <set>
#include <utility>

#include "libreview/desk/desk.hpp"
#include "libreview/desk/embargoed_case.hpp"
#include "libreview/views/find_in.hpp"

namespace review {

Embargoed Desk::embargoed(const v1::CaseFile& now, const Reader& reader, const Moment& moment) {
  return embargoed_for(reader, now, reviewed_with(now, find_in(parts_.views)), moment.today, blot_of(now));
}

std::vector<Embargoed> Desk::embargoed_on_agenda(const Meeting& meeting, const Reader& reader, const Moment& moment,
                                                 Covered covered) {
  std::set<std::string> cases;
  for (const auto& item : meeting.items) {
    if (!item.case_id.empty()) cases.insert(item.case_id);
  }
  std::vector<Embargoed> all;
  for (const auto& name : cases) {
    const auto file = parts_.views.find(name);
    if (!file || file->embargoes().empty()) continue;
    all.push_back(covered == Covered::taken_along ? all_open(*file, blot_of(*file)) : embargoed(*file, reader, moment));
  }
  return all;
}

std::shared_ptr<const IdentityBlot> Desk::blot_of(const v1::CaseFile& now) {
  if (!blot_once_.blot || blot_once_.case_id != now.case_() || blot_once_.version != now.version()) {
    auto read = [this, case_id = now.case_()] { return entries_once(case_id); };
    blot_once_ = {now.case_(), now.version(), std::make_shared<const IdentityBlot>(now, std::move(read))};
  }
  return blot_once_.blot;
}

}  // namespace review
