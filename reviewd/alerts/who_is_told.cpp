#include "reviewd/alerts/who_is_told.hpp"

#include <fmt/format.h>

#include "libreview/access/sight.hpp"
#include "libreview/alerts/owner.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace reviewd {

review::ToldOf told_of(const review::v1::CaseFile& file, std::string_view clock, std::string_view step,
                       review::Date today) {
  review::ToldOf told{review::record_of(file.case_()), std::string(step)};
  told.owner = review::owner_of(file, clock);
  for (const auto& member : file.members()) {
    if (review::is_member(file, member.person(), today)) told.belonging.insert(member.person());
  }
  return told;
}

std::set<std::string> who_is_told(const Staff& staff, bool mails, const review::v1::CaseFile& file,
                                  std::string_view clock) {
  const auto told = told_of(file, clock, "moved", staff.today());
  const auto sees = [&](const std::string& person) { return staff.sees(person, file, clock); };
  if (mails) {
    if (auto by_mail = addressees(told, staff.people(), sees); !by_mail.empty()) return by_mail;
  }
  auto people = staff.people();
  for (auto& one : people) one = {.person = one.person, .role = one.role, .can_be_told = true};
  return addressees(told, people, sees);
}

}  // namespace reviewd
