#include <algorithm>

#include "libreview/figures/build_table.hpp"
#include "libreview/figures/choice_rows.hpp"
#include "libreview/figures/counted_reviews.hpp"
#include "libreview/figures/figure_tables.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/holds.hpp"
#include "libreview/record/reviewed_with.hpp"

namespace review {
namespace {

constexpr std::string_view no_known_day = "not-known";

/// The case with its holds as they were on a day, in the light of what is recorded: what ended after the day holds
/// still, what began after it is not there.
v1::CaseFile holds_as_on(v1::CaseFile file, Date day) {
  auto begins_later = [&](const std::string& since) { return !since.empty() && !is_by(since, day); };
  auto& proceedings = *file.mutable_proceedings();
  proceedings.erase(std::remove_if(proceedings.begin(), proceedings.end(),
                                   [&](const auto& one) { return begins_later(one.opened_on()); }),
                    proceedings.end());
  for (auto& one : proceedings) {
    if (!one.concluded_on().empty() && !is_by(one.concluded_on(), day)) one.set_open(true);
  }
  auto& orders = *file.mutable_orders();
  orders.erase(std::remove_if(orders.begin(), orders.end(), [&](const auto& one) { return begins_later(one.since()); }),
               orders.end());
  auto& embargoes = *file.mutable_embargoes();
  embargoes.erase(
      std::remove_if(embargoes.begin(), embargoes.end(), [&](const auto& one) { return begins_later(one.since()); }),
      embargoes.end());
  for (auto& one : embargoes) {
    if (one.lifted() && !one.lifted_on().empty() && !is_by(one.lifted_on(), day)) one.set_lifted(false);
  }
  return file;
}

struct HoldOn {
  std::string row;
  std::string since;
  std::string case_id;
  std::string entry;
};

/// The first entry that says that the thing is there: its name is said by the entry that begins it.
template <class Names>
std::string beginning_of(const CountedCase* one, const Names& names) {
  if (one == nullptr) return {};
  const auto found = std::ranges::find_if(one->entries, names);
  return found == one->entries.end() ? std::string() : found->entry();
}

void add_holds(const v1::CaseFile& file, const FigureQuestion& asked, std::vector<HoldOn>& holds) {
  const Date day = asked.end();
  const auto* in = find_counted(asked, file.case_());
  const auto then = holds_as_on(file, day);
  for (const auto& one : then.proceedings()) {
    if (!holds_on_day(one, day)) continue;
    const auto entry = beginning_of(in, [&](const v1::Entry& said) {
      return said.has_proceedings_opened() && said.proceedings_opened().proceedings() == one.proceedings();
    });
    holds.push_back({choice_row(*v1::ProceedingsKind_descriptor(), one.kind()), one.opened_on(), file.case_(), entry});
  }
  for (const auto& one : then.orders()) {
    if (!holds_on_day(one, day)) continue;
    const auto entry = beginning_of(in, [&](const v1::Entry& said) {
      return said.has_court_order_recorded() && said.court_order_recorded().order() == one.order();
    });
    holds.push_back({"court-order", one.since(), file.case_(), entry});
  }
  for (const auto& one : then.embargoes()) {
    if (!holds_on_day(one, day)) continue;
    const auto entry = beginning_of(in, [&](const v1::Entry& said) {
      return said.has_embargo_placed() && said.embargo_placed().embargo() == one.embargo();
    });
    holds.push_back({"embargo", one.since(), file.case_(), entry});
  }
}

/// The review, by what holds it; where that is in another case, the review is named with its own.
Behind behind_hold(const CountedReview& counted, const HoldOn& hold) {
  const auto& lead = counted.in->file.case_();
  const auto& review = counted.review->review();
  return {hold.case_id, hold.entry, hold.case_id == lead ? review : review + "-of-" + lead};
}

std::string band_of(const std::string& since, const FigureQuestion& asked) {
  const auto first = whole_day(since);
  if (!first) return std::string(no_known_day);
  const int days = first->days_until(asked.end());
  for (const auto& band : asked.law.figures().held) {
    if (band.below == 0 || days < band.below) return band.id;
  }
  return std::string(no_known_day);
}

std::vector<FigureLine> columns_of(const FigureQuestion& asked) {
  std::vector<FigureLine> columns;
  for (const auto& band : asked.law.figures().held) columns.push_back({band.id, band.title});
  columns.push_back({std::string(no_known_day), "Since when is not known"});
  return columns;
}

}  // namespace

FigureTable held_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  auto rows = choice_rows(*v1::ProceedingsKind_descriptor());
  rows.push_back({"court-order", "Court order"});
  rows.push_back({"embargo", "Embargo"});
  rows.push_back({std::string(all_lines), "Any of these"});
  auto table = empty_table(rule, std::move(rows), columns_of(asked));
  std::vector<v1::CaseFile> files;
  for (const auto& one : asked.cases) files.push_back(one.file);
  for (const auto& counted : counted_reviews(asked)) {
    const bool waits = counted.standing == ReviewStanding::in_progress || counted.standing == ReviewStanding::accepted;
    if (!waits || !ends_in_publication(*counted.in, *counted.review)) continue;
    std::vector<HoldOn> holds;
    add_holds(counted.in->file, asked, holds);
    for (const auto& other : reviewed_with(counted.in->file, *counted.review, find_among(files)))
      add_holds(other, asked, holds);
    if (holds.empty()) continue;
    std::ranges::stable_sort(holds, {}, &HoldOn::since);
    std::vector<std::string> told;
    for (const auto& hold : holds) {
      // Of two of one sort, the longer counts.
      if (std::ranges::find(told, hold.row) != told.end()) continue;
      told.push_back(hold.row);
      count_in(table, hold.row, band_of(hold.since, asked), behind_hold(counted, hold));
    }
    count_in(table, all_lines, band_of(holds.front().since, asked), behind_hold(counted, holds.front()));
  }
  add_column_of_all(table);
  return table;
}

}  // namespace review
