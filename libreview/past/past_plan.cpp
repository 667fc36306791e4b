#include "libreview/past/past_plan.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/past/case_entries.hpp"
#include "libreview/past/learning_entries.hpp"
#include "libreview/past/mapping_faults.hpp"

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
    if (said == nullptr || said->holds != holds) return;
    for (const auto* one : rows_below_headings(sheet, *said)) {
      PastRow row(reading_, *said, *one);
      put(row);
    }
  }

  void put_case(PastRow& row) {
    auto made = case_of_row(row);
    for (const auto& other : plan_.cases) {
      if (!made.case_id.empty() && other.case_id == made.case_id) {
        row.error("reference", "already-recorded",
                  fmt::format("Row {} of the sheet {} has this reference too. Give each case one of its own, or make "
                              "one row of the two.",
                              other.row, other.sheet));
      } else if (is_same_child(made, other) && !is_told_apart(made)) {
        row.error("pseudonym", "already-recorded",
                  fmt::format("Row {} of the sheet {} has the same child and day. Take one of them out, or name this "
                              "one in the mapping under not-duplicates.",
                              other.row, other.sheet));
      }
    }
    made.findings = row.findings();
    plan_.cases.push_back(std::move(made));
    kept_rows_.push_back(row);
  }

  [[nodiscard]] static bool is_same_child(const PastCase& one, const PastCase& other) {
    return !one.incident_on.empty() && one.incident_on == other.incident_on && !one.pseudonyms.empty() &&
           one.pseudonyms == other.pseudonyms;
  }
  [[nodiscard]] bool is_told_apart(const PastCase& made) const {
    const auto& names = mapping_.not_duplicates;
    return std::find(names.begin(), names.end(), made.reference) != names.end();
  }

  void put_more(PastRow& row) {
    const auto id = case_id_of(row.text("reference"));
    const auto found = std::find_if(plan_.cases.begin(), plan_.cases.end(),
                                    [&](const PastCase& one) { return !id.empty() && one.case_id == id; });
    if (found == plan_.cases.end()) {
      row.error(
          "reference", "missing-reference",
          "No row of the sheets of cases has this reference. Put the case into its sheet, or mend the reference.");
      plan_.findings.insert(plan_.findings.end(), row.findings().begin(), row.findings().end());
      return;
    }
    put_learning(row, so_far_[found->case_id], *found);
    found->findings.insert(found->findings.end(), row.findings().begin(), row.findings().end());
  }

  void close_all() {
    for (std::size_t i = 0; i < plan_.cases.size(); ++i) {
      auto& row = kept_rows_[i];
      const auto before = row.findings().size();
      close_case(row, plan_.cases[i]);
      plan_.cases[i].findings.insert(plan_.cases[i].findings.end(),
                                     row.findings().begin() + static_cast<std::ptrdiff_t>(before),
                                     row.findings().end());
    }
  }

  const Workbook& book_;
  const Mapping& mapping_;
  const PastReading& reading_;
  PastPlan plan_{};
  std::vector<PastRow> kept_rows_{};  ///< of the cases, in their order
  std::map<std::string, LearningSoFar> so_far_{};
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
  const PastReading reading{words, mapping, agencies, today, book.from_1904, themes};
  return Planning(book, mapping, reading).run();
}

}  // namespace review
