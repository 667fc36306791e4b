#include "reviewd/api/shown_pack.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "libreview/base/refuse_at.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::Date;
using review::Result;

/// So many earlier packs are looked at: each costs as much as the pack itself.
constexpr std::size_t most_besides = 10;

Result<Date> day_in(std::string_view text, std::string_view name) {
  const auto day = Date::parse(text);
  if (day) return *day;
  return review::refuse_at(Code::not_a_date, "Enter a real day, such as 31/3/2026.", "/" + std::string(name));
}

Result<Date> day_asked(const Call& call, std::string_view name, Date otherwise) {
  const auto text = call.request.parameter(name);
  if (!text || text->empty()) return otherwise;
  return day_in(*text, name);
}

/// Where no period is asked for, that of the day as at which it is: asked again next year, it is the same.
Result<review::Period> period_asked(const Call& call, const review::FigureRules& rules, Date as_at) {
  const auto usual = review::last_reported_year(rules, as_at);
  const auto from = day_asked(call, "from", usual.from);
  if (!from) return review::refuse(from.error());
  const auto to = day_asked(call, "to", usual.to);
  if (!to) return review::refuse(to.error());
  if (*to < *from) return review::refuse_at(Code::malformed, "The last day is before the first.", "/to");
  return review::Period{*from, *to};
}

/// Oldest first: each pack was published beside those before it.
Result<std::vector<Date>> besides_asked(const Call& call, Date as_at) {
  const std::string text(call.request.parameter("besides").value_or(""));
  std::vector<Date> days;
  for (std::size_t from = 0; !text.empty() && from <= text.size();) {
    const auto comma = std::min(text.find(',', from), text.size());
    const auto day = day_in(std::string_view(text).substr(from, comma - from), "besides");
    if (!day) return review::refuse(day.error());
    if (*day >= as_at)
      return review::refuse_at(Code::malformed, "A pack that was published before is as at an earlier day.",
                               "/besides");
    days.push_back(*day);
    from = comma + 1;
  }
  if (days.size() > most_besides)
    return review::refuse_at(Code::malformed, "At most 10 earlier packs can be looked at.", "/besides");
  std::ranges::sort(days);
  return days;
}

/// Years that are reported have no day in common, so the figures of two that were published cannot be taken from each
/// other: what was left out of one could be worked out so.
Result<void> is_reported_year(const review::FigureRules& rules, review::Period period) {
  const auto year = review::reported_year_of(rules, period.from);
  if (period == year) return {};
  return review::refuse_at(Code::malformed,
                           fmt::format("Figures for everybody are of one year as years are reported: {} to {}. From "
                                       "two periods that share days, what was left out could be worked out.",
                                       year.from.words(), year.to.words()),
                           "/from");
}

int small_below(const review::FigureRules& rules) { return rules.small.empty() ? 0 : rules.small.front().below; }

}  // namespace

const review::FigureTable* ShownPack::table(std::string_view id) const {
  const auto found = std::ranges::find(tables, id, &review::FigureTable::id);
  return found == tables.end() ? nullptr : &*found;
}

review::Hidden ShownPack::why_hidden(const review::FigureTable& table, review::FigurePlace place) const {
  return review::hidden_in(hidden, {table.id, table.rows[place.row].id, table.columns[place.column].id});
}

std::string ShownPack::figure_words(const review::FigureTable& table, review::FigurePlace place) const {
  if (published && why_hidden(table, place) != review::Hidden::no) return std::string(left_out);
  return std::to_string(table.at(place).value());
}

bool sees_every_case(const review::Reader& reader) {
  return review::reach_of(reader.role) == review::Reach::every && !reader.cases;
}

Result<PackAsked> pack_asked(const Call& call) {
  if (!review::reads_incidents(call.reader.role))
    return review::refuse(Code::not_permitted, "Your role does not see the yearly report.");
  const auto day = as_at(call);
  if (!day) return review::refuse(day.error());
  const auto as_at_day = day->value_or(call.moment.today);
  if (as_at_day > call.moment.today) return review::refuse_at(Code::malformed, "asAt is a day up to today.", "/asAt");
  const auto known = call.storage.known_on_or_now(as_at_day);
  const auto& rules = known.rules->law.figures();
  const auto period = period_asked(call, rules, as_at_day);
  if (!period) return review::refuse(period.error());
  const auto published = flag(call, "published");
  if (!published) return review::refuse(published.error());
  if (*published && !sees_every_case(call.reader))
    return review::refuse(Code::not_permitted,
                          "You see your own cases only. Figures for everybody are made over all cases: ask the review "
                          "coordinator for them.");
  if (*published) {
    if (const auto year = is_reported_year(rules, *period); !year) return review::refuse(year.error());
  }
  PackAsked asked{.pack = {.period = *period,
                           .as_at = as_at_day,
                           .published = *published,
                           .below = small_below(rules),
                           .practice = call.desk().practice(),
                           .of_every_case = sees_every_case(call.reader),
                           .stamp = pack_stamp(known)}};
  auto besides = besides_asked(call, asked.pack.as_at);
  if (!besides) return review::refuse(besides.error());
  asked.besides = std::move(*besides);
  return asked;
}

}  // namespace reviewd
