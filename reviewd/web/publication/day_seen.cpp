#include "reviewd/web/publication/day_seen.hpp"

#include <fmt/format.h>

#include <utility>

#include "reviewd/web/form/form_summary.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

json::array against_it(const PublicationFacts& facts) {
  json::array all;
  for (const auto& one : list_in(facts.planner, "warnings")) {
    all.push_back(json::string(practice_words(text_in(one, "says"))));
  }
  const auto on = text_in(facts.planner, "on");
  const auto earliest = text_in(facts.forecast, "day");
  if (!on.empty() && on < earliest) {
    all.push_back(json::string(fmt::format("It is before the earliest safe day, {}.", day_words(earliest))));
  }
  return all;
}

/// A clock that starts again and stands as it stood does not move for who reads it.
json::array moves_of(const PublicationFacts& facts) {
  json::array moves;
  if (!facts.preview.is_object()) return moves;
  for (auto& row : clock_changes(list_in(facts.preview, "clocks"), facts.known)) {
    if (row.at("before") != row.at("after")) moves.push_back(std::move(row));
  }
  return moves;
}

}  // namespace

bool put_day_seen(View& view, const PublicationFacts& facts) {
  auto moves = moves_of(facts);
  auto against = against_it(facts);
  const auto on = text_in(facts.planner, "on");
  const bool is_of_weight = !moves.empty() || !against.empty();
  view["hasPreview"] = facts.preview.is_object();
  view["hasMoves"] = !moves.empty();
  view["moves"] = std::move(moves);
  view["seenDay"] = shown(on.empty() ? std::string() : day_words(on));
  view["hasAgainst"] = !against.empty();
  view["against"] = std::move(against);
  view["keptBack"] = shown(text_in(facts.planner, "keptBack"));
  return is_of_weight;
}

}  // namespace reviewd
