#include <utility>

#include "libreview/calendar/london.hpp"
#include "reviewd/storage/storage.hpp"

namespace reviewd {
namespace {

/// What was given by then; before the first that is on record, the first.
struct GivenThen {
  std::optional<GivenRules> rules;
  bool is_told = false;
};

GivenThen given_then(review::Settings& settings, review::Instant before) {
  if (const auto value = settings.get_before(given_rules_setting, before)) return {read_given_rules(*value), true};
  const auto all = settings.history(given_rules_setting);
  if (all.empty()) return {};
  auto first = read_given_rules(all.front().value);
  const bool told = first && first->from_the_start;
  return {std::move(first), told};
}

}  // namespace

Storage::Known Storage::known_on(review::Date day) {
  constexpr std::size_t most_kept = 16;
  if (const auto found = known_.find(day); found != known_.end()) return found->second;
  const auto before = review::start_of_london_day(day.plus_days(1));
  const auto settled = settled_before(settings_, before);
  const auto given = given_then(settings_, before);
  const auto rules = given.rules.value_or(given_rules(config_));
  auto then = in_force(rules, settled);
  Known known{.rules = std::make_shared<const InForce>(then ? std::move(*then) : in_force_), .then = {}};
  known.then = {digest_told(rules.program), rules_digest(rules, settled), known.rules->stamp.days_off};
  known.is_told = given.is_told;
  if (known_.size() >= most_kept) known_.clear();
  known_[day] = known;
  return known;
}

Storage::Known Storage::known_on_or_now(review::Date day) {
  if (day < moment().today) return known_on(day);
  return {std::make_shared<const InForce>(in_force_), in_force_.stamp, true};
}

void Storage::note_given_rules() {
  auto rules = given_rules(config_);
  const auto newest = settings_.get(given_rules_setting);
  const auto noted = newest ? read_given_rules(*newest) : std::nullopt;
  if (noted && noted->is_same_as(rules)) return;
  rules.from_the_start = !newest && journal_.head().size == 0;
  static_cast<void>(settings_.put(given_rules_setting, given_rules_value(rules), "service", moment().now));
}

}  // namespace reviewd
