#include "reviewd/api/agreed_by_two.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "reviewd/act/act.hpp"
#include "reviewd/api/two_people_table.hpp"
#include "reviewd/base/now.hpp"

namespace reviewd {
namespace {

const Act& act_of(std::string_view name) {
  const auto* act = find_act(name);
  if (act == nullptr) throw std::logic_error("an act of this name is not in the table");
  return *act;
}

std::string life_words(std::chrono::hours life) {
  const auto days = std::chrono::duration_cast<std::chrono::days>(life).count();
  return days > 1 ? fmt::format("{} days", days) : fmt::format("{} hours", life.count());
}

}  // namespace

bool takes_two(const Call& call) { return !call.on_file && !call.storage.store().practice(); }

review::Refusal wants_second_person(std::string_view act) {
  const auto& row = act_of(act);
  const auto then = row.life.count() == 0
                        ? std::string("It is then done at once.")
                        : fmt::format("Then do it, within {} and exactly as it was proposed.", life_words(row.life));
  return {review::Code::second_person_required,
          fmt::format("This takes two people. Propose it, and let another person approve it: {}. {}",
                      deciders_words(row), then)};
}

review::Result<review::Approval> agreed_by_two(const Call& call, std::string_view act, const std::string& subject,
                                               const std::map<std::string, std::string>& proposal) {
  require_two_people(call);
  if (!takes_two(call)) return review::Approval();
  const auto at = now(std::nullopt).now;
  const auto& row = act_of(act);
  auto used = call.storage.approvals().use_up(act, subject, call.reader.person, at,
                                              {at - row.life, {}, proposal_of(proposal), row.gives_code});
  if (used || used.error().code != review::Code::second_person_required) return used;
  return review::refuse(wants_second_person(act));
}

}  // namespace reviewd
