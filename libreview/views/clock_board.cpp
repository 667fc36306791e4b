#include "libreview/views/clock_board.hpp"

namespace review {

std::map<std::string, ClockCount> clock_board(Store& store, Date today) {
  return store.reading([&] {
    std::map<std::string, ClockCount> board;
    auto late = store.prepare(
        "SELECT iif(instr(clock, ':') = 0, clock, substr(clock, 1, instr(clock, ':') - 1)) AS name, count(*)"
        " FROM view_clocks WHERE live = 1 AND due_on < ? AND record NOT IN (SELECT s.record FROM view_seals s WHERE "
        "s.person = '')"
        " GROUP BY name");
    late.give(today.iso());
    while (late.step()) board[late.text(0)].overdue = late.small(1);
    auto next = store.prepare(
        "SELECT iif(instr(clock, ':') = 0, clock, substr(clock, 1, instr(clock, ':') - 1)) AS name, min(due_on)"
        " FROM view_clocks WHERE live = 1 AND due_on >= ? AND due_on <= ? AND record NOT IN"
        " (SELECT s.record FROM view_seals s WHERE s.person = '') GROUP BY name");
    next.give(today.iso(), std::string(last_day));
    while (next.step()) board[next.text(0)].next_due = Date::parse(next.text(1)).value();
    return board;
  });
}

}  // namespace review
