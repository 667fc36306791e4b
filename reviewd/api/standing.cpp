#include "reviewd/api/standing.hpp"

#include <boost/json/array.hpp>

#include "libreview/vocabulary/write_message.hpp"
#include "reviewd/api/record_json.hpp"

namespace reviewd {

using review::v1::Case;
using review::v1::Clock;

review::Result<std::vector<review::Desk::Listed>> standings(const Call& call, review::ListQuery query, std::size_t most,
                                                            review::Desk::Notes notes) {
  constexpr int step = 200;
  query.limit = step;
  std::vector<review::Desk::Listed> all;
  for (;;) {
    auto page = call.desk().list_cases(query, call.reader, call.moment, notes, review::Desk::Told::standing);
    if (!page) return review::refuse(page.error());
    for (auto& one : page->items) {
      if (all.size() < most) all.push_back(std::move(one));
    }
    if (page->next.empty() || all.size() >= most) return all;
    query.after = std::move(page->next);
  }
}

bool waits(const Clock& clock) {
  const auto state = clock.state();
  return !clock.minimum() && (state == review::v1::CLOCK_STATE_RUNNING || state == review::v1::CLOCK_STATE_DUE_TODAY ||
                              state == review::v1::CLOCK_STATE_OVERDUE || state == review::v1::CLOCK_STATE_PAUSED);
}

const Clock* next_clock(const Case& of_case) {
  const Clock* next = nullptr;
  for (const auto& clock : of_case.clocks()) {
    if (!waits(clock) || clock.due_on().empty()) continue;
    if (next == nullptr || clock.due_on() < next->due_on()) next = &clock;
  }
  return next;
}

boost::json::object write_listed(const Clock& clock) {
  auto written = review::write_message(clock, review::Part::whole, review::EmptyLists::left_out);
  written.erase("working");
  if (written.erase("case") > 0) put_record(written, clock.case_());
  return written;
}

boost::json::array write_pseudonyms(const Case& of_case) {
  boost::json::array names;
  for (const auto& child : of_case.children()) {
    if (!child.pseudonym().empty()) names.push_back(boost::json::string(child.pseudonym()));
  }
  return names;
}

}  // namespace reviewd
