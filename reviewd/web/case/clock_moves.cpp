#include "reviewd/web/case/clock_moves.hpp"

#include <fmt/format.h>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// The move that gave the clock the day that it has.
const json::value* last_move(const json::array& moves, const json::value& clock) {
  const json::value* last = nullptr;
  for (const auto& move : moves) {
    const bool is_it =
        text_in(move, "clock") == text_in(clock, "clock") && text_in(move, "dueOn") == text_in(clock, "dueOn");
    if (is_it && (last == nullptr || text_in(*last, "raised") < text_in(move, "raised"))) last = &move;
  }
  return last;
}

std::string move_words(const json::value& move) {
  return fmt::format("Moved from {} to {}, because {}.", day_words(text_in(move, "movedFrom")),
                     day_words(text_in(move, "dueOn")), text_in(move, "movedBecause"));
}

void put_into(json::value& rows, const std::string& address, const std::string& words) {
  for (auto& row : rows.as_array()) {
    auto& moved = row.as_object()["moved"];
    if (moved.is_null()) moved = "";
    if (!words.empty() && text_in(row, "address") == address) moved = words;
  }
}

}  // namespace

json::array clock_moves(const PageCall& call) {
  json::array moves;
  const auto address = "/v1/alerts?settled=true&step=moved&pageSize=200&" + record_word(call.record()) + "=" +
                       percent_encoded(call.record());
  std::string next;
  do {
    const auto page = next.empty() ? std::string() : "&pageToken=" + percent_encoded(next);
    const auto answer = ask(call, {"GET", address + page});
    for (const auto& move : list_in(answer.json, "alerts")) moves.push_back(move);
    next = answer.good() ? text_in(answer.json, "nextPageToken") : std::string();
  } while (!next.empty());
  return moves;
}

void put_moves(View& view, const json::value& of_case, const json::array& moves) {
  const auto of = record_address(record_in(of_case)) + "/clocks/";
  for (const auto* rows : {"clocks", "done"}) {
    put_into(view.at(rows), "", "");
    for (const auto& clock : list_in(of_case, "clocks")) {
      if (const auto* move = last_move(moves, clock))
        put_into(view.at(rows), of + percent_encoded(text_in(clock, "clock")), move_words(*move));
    }
  }
}

void put_moves_of_clock(View& view, const json::value& clock, const json::array& moves) {
  json::array rows;
  for (const auto& move : moves) {
    if (text_in(move, "clock") != text_in(clock, "clock")) continue;
    rows.push_back(json::object{{"on", day_words(text_in(move, "raisedOn"))}, {"words", move_words(move)}});
  }
  view["hasMoves"] = !rows.empty();
  view["moves"] = std::move(rows);
}

}  // namespace reviewd
