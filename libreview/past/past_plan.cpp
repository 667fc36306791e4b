#include "libreview/past/past_plan.hpp"

#include <fmt/format.h>

#include <iterator>
#include <set>
#include <utility>

#include "libreview/past/case_entries.hpp"
#include "libreview/past/learning_entries.hpp"
#include "libreview/past/mapping_faults.hpp"
#include "libreview/past/odd_authorities.hpp"
#include "libreview/past/told_findings.hpp"

namespace review {
namespace {

const SheetDemand demand{"cases, recommendations and actions, or nothing to be imported",
                         {{"reference", "Say which column is the reference of the case."}}};

class Planning {
 public:
  Planning(const Workbook& book, const Mapping& mapping, const PastReading& reading)
      : book_(book), mapping_(mapping), reading_(reading) {}

  PastPlan run() {
    plan_.findings = mapping_faults(book_, mapping_, reading_.words, demand);
    for (const auto& sheet : book_.sheets) each_row(sheet, "cases", [this](PastRow& row) { put_case(row); });
    for (const auto& sheet : book_.sheets) each_row(sheet, "learning", [this](PastRow& row) { put_more(row); });
    close_all();
    return std::move(plan_);
  }

 private:
  template <class Put>
  void each_row(const Sheet& sheet, std::string_view holds, const Put& put) {
    const auto* said = mapped_sheet(mapping_, sheet.name);
    if (said == nullptr || said->holds != holds || !has_columns_of(sheet, *said)) return;
    for (const auto* one : rows_below_headings(sheet, *said)) {
      PastRow row(reading_, *said, *one);
      put(row);
    }
  }

  void put_case(PastRow& row) {
    auto made = case_of_row(row);
    const auto number = plan_.cases.size();
    const bool is_named = !made.case_id.empty();
    const auto [named, is_new] = is_named ? by_id_.emplace(made.case_id, number) : std::pair(by_id_.end(), true);
    if (!is_new) {
      const auto& other = plan_.cases[named->second];
      row.error("reference", "already-recorded",
                fmt::format("Row {} of the sheet {} has this reference too. Give each case one of its own, or make one "
                            "row of the two.",
                            other.row, other.sheet));
    }
    if (!made.incident_on.empty() && !made.pseudonyms.empty()) {
      const auto [same, is_first] = by_child_.emplace(std::pair(made.pseudonyms, made.incident_on), number);
      if (!is_first && is_new && !told_apart_.contains(made.reference)) {
        const auto& other = plan_.cases[same->second];
        row.error("pseudonym", "already-recorded",
                  fmt::format("Row {} of the sheet {} has the same child and day. Take one of them out, or name this "
                              "one in the mapping under not-duplicates.",
                              other.row, other.sheet));
      }
    }
    plan_.cases.push_back(std::move(made));
    kept_rows_.push_back(row);
  }

  void put_more(PastRow& row) {
    const auto id = case_id_of(row.text("reference"));
    const auto found = by_id_.find(id);
    if (found == by_id_.end()) {
      row.error(
          "reference", "missing-reference",
          "No row of the sheets of cases has this reference. Put the case into its sheet, or mend the reference.");
      return tell(row, plan_.findings);
    }
    auto& of_case = plan_.cases[found->second];
    put_learning(row, so_far_[id], of_case);
    tell(row, of_case.findings);
  }

  void close_all() {
    warn_of_odd_authorities(kept_rows_);
    for (std::size_t i = 0; i < plan_.cases.size(); ++i) {
      close_case(kept_rows_[i], plan_.cases[i]);
      tell(kept_rows_[i], plan_.cases[i].findings);
    }
    const auto left = told_.what_is_left();
    plan_.findings.insert(plan_.findings.end(), left.begin(), left.end());
  }

  void tell(const PastRow& row, std::vector<RowFinding>& into) {
    auto findings = row.findings();
    told_.thin(findings);
    into.insert(into.end(), std::make_move_iterator(findings.begin()), std::make_move_iterator(findings.end()));
  }

  const Workbook& book_;
  const Mapping& mapping_;
  const PastReading& reading_;
  PastPlan plan_{};
  std::vector<PastRow> kept_rows_{};            ///< of the cases, in their order
  std::map<std::string, std::size_t> by_id_{};  ///< the first case of each reference
  std::map<std::pair<std::vector<std::string>, std::string>, std::size_t> by_child_{};  ///< and of children and day
  std::set<std::string> told_apart_{mapping_.not_duplicates.begin(), mapping_.not_duplicates.end()};
  std::map<std::string, LearningSoFar> so_far_{};
  ToldFindings told_{};
};

}  // namespace

std::string PastEntry::column_of(const std::string& pointer) const {
  std::string best;
  std::size_t longest = 0;
  for (const auto& [at, heading] : from) {
    const bool leads = pointer == at || pointer.starts_with(at + "/");
    if (!leads || at.size() < longest) continue;
    longest = at.size();
    best = heading;
  }
  return best;
}

PastPlan plan_past(const Workbook& book, const Mapping& mapping, const PastWords& words,
                   const std::vector<KnownAgency>& agencies, const std::vector<KnownTheme>& themes, Date today) {
  const KnownWords known(words, mapping, agencies, themes);
  const PastReading reading{words, known, today, book.from_1904};
  return Planning(book, mapping, reading).run();
}

}  // namespace review
