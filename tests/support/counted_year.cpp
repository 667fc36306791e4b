#include "tests/support/counted_year.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "libreview/calendar/instant.hpp"
#include "libreview/calendar/london.hpp"
#include "libreview/clocks/reading.hpp"
#include "libreview/figures/figure_pack.hpp"
#include "libreview/record/fold.hpp"

namespace review::test {
namespace {

bool is_recorded_by(const v1::Entry& entry, Date as_at) {
  const auto recorded = parse_instant(entry.recorded_time());
  return recorded && london_day(*recorded) <= as_at;
}

template <class Lines>
std::size_t index_of(const Lines& lines, std::string_view id) {
  const auto found = std::ranges::find(lines, id, &FigureLine::id);
  if (found == lines.end()) throw std::invalid_argument("no line " + std::string(id));
  return static_cast<std::size_t>(found - lines.begin());
}

}  // namespace

SmallCase& CountedYear::begin(std::string_view day) { return cases_.emplace_back(day); }

std::string CountedYear::reference(std::size_t number) { return fmt::format("26-{:04}", number); }

void CountedYear::join(std::size_t lead, const std::vector<std::size_t>& others, std::string_view on) {
  for (const auto other : others) {
    auto joined = entry(fmt::format("{{'occurredOn':'{}','noteAdded':{{'text':'x'}}}}", on));
    joined.clear_note_added();
    joined.set_entry("joined");
    joined.set_recorded_time(std::string(on) + "T17:00:00Z");
    joined.set_recorded_by("ann");
    auto& review = *joined.mutable_review_joined();
    review.set_review("review-joined");
    review.set_led_by(reference(lead));
    review.set_lead_review("review-1");
    review.set_kind(v1::OUTCOME_THEMATIC_LCSPR);
    joined_[other].push_back(std::move(joined));
  }
}

std::vector<CountedCase> CountedYear::cases(Date as_at) const {
  std::vector<CountedCase> counted;
  for (std::size_t number = 1; number <= cases_.size(); ++number) {
    auto recorded = cases_[number - 1].entries();
    if (const auto joined = joined_.find(number); joined != joined_.end())
      recorded.insert(recorded.end(), joined->second.begin(), joined->second.end());
    std::erase_if(recorded, [&](const v1::Entry& one) { return !is_recorded_by(one, as_at); });
    if (recorded.empty()) continue;
    for (auto& one : recorded) one.set_case_(reference(number));
    auto file = fold(recorded);
    auto clocks = readings(file, law(), calendar(), as_at);
    auto entries = effective(recorded);
    counted.push_back({std::move(file), std::move(recorded), std::move(entries), std::move(clocks)});
  }
  return counted;
}

std::vector<FigureTable> CountedYear::pack(std::string_view from, std::string_view to, std::string_view as_at) const {
  const auto counted = cases(day(as_at));
  return figure_pack({counted, {day(from), day(to)}, day(as_at), law(), calendar()});
}

std::string incident_on(std::string_view on, std::string_view harm, std::string_view abuse, std::string_view facts) {
  return fmt::format(
      "{{'occurredOn':'{0}','incidentLogged':{{'localAuthorityAwareOn':'{0}','harm':'{1}','abuseOrNeglect':'{2}'{3}}}}"
      "}",
      on, harm, abuse, facts);
}

void rapid_review(SmallCase& one, std::string_view notified, std::string_view met, std::string_view sent,
                  std::string_view outcome) {
  one.on(notified).must("{'panelNotified':{'reference':'N-1'}}");
  one.on(met).must("{'meetingHeld':{'meeting':'meeting-1','quorate':true}}");
  one.must(
      fmt::format("{{'rapidReviewDecided':{{'outcome':'{}','criteria':{},'reasons':'why','meeting':'meeting-1'}}}}",
                  outcome, review_criteria));
  for (const char* body : {"LOCAL_AUTHORITY", "INTEGRATED_CARE_BOARD", "POLICE"})
    one.must(fmt::format("{{'signedOff':{{'of':'RAPID_REVIEW','body':'{}'}}}}", body));
  one.on(sent).must("{'rapidReviewSubmitted':{}}");
  one.must("{'panelResponded':{'view':'AGREES'}}");
}

const FigureTable& table_in(const std::vector<FigureTable>& pack, std::string_view table) {
  const auto found = std::ranges::find(pack, table, &FigureTable::id);
  if (found == pack.end()) throw std::invalid_argument("no table " + std::string(table));
  return *found;
}

int number_in(const std::vector<FigureTable>& pack, std::string_view table, std::string_view row,
              std::string_view column) {
  const auto& of = table_in(pack, table);
  return of.at({index_of(of.rows, row), index_of(of.columns, column)}).value();
}

std::string written(const std::vector<FigureTable>& pack) {
  std::string all;
  for (const auto& table : pack) {
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      for (std::size_t column = 0; column < table.columns.size(); ++column) {
        all += fmt::format("{}/{}/{}", table.id, table.rows[row].id, table.columns[column].id);
        for (const auto& behind : table.at({row, column}).behind)
          all += fmt::format(" {}:{}:{}", behind.case_id, behind.entry, behind.of);
        all += '\n';
      }
    }
    for (const auto& remark : table.remarks) all += remark.about.case_id + ": " + remark.says + '\n';
  }
  return all;
}

}  // namespace review::test
