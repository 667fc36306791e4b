#include <set>
#include <utility>

#include "libreview/access/cases_beside.hpp"
#include "libreview/desk/desk.hpp"
#include "libreview/desk/embargoed_case.hpp"
#include "libreview/views/find_in.hpp"

namespace review {

Embargoed Desk::embargoed(const v1::CaseFile& now, const Reader& reader, const Moment& moment) {
  return embargoed_for(reader, now, beside(now), moment.today, blot_of(now));
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
    if (!file) continue;
    all.push_back(covered == Covered::taken_along ? all_open(*file, blot_of(*file)) : embargoed(*file, reader, moment));
  }
  return all;
}

std::shared_ptr<const IdentityBlot> Desk::blot_of(const v1::CaseFile& now) {
  auto& blot = blots_once_[{now.case_(), now.version()}];
  if (!blot) {
    auto read = [this, case_id = now.case_()] { return entries_once(case_id); };
    blot = std::make_shared<const IdentityBlot>(now, std::move(read));
  }
  return blot;
}

std::vector<CaseBeside> Desk::beside(const v1::CaseFile& now) {
  return cases_beside(now, find_in(parts_.views), [this](const v1::CaseFile& other) { return blot_of(other); });
}

}  // namespace review
