#include "libreview/past/past_plan.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/past/case_entries.hpp"
#include "libreview/past/guess_mapping.hpp"
#include "libreview/past/learning_entries.hpp"
#include "libreview/past/plain_words.hpp"

namespace review {
namespace {

class Planning {
 public:
  Planning(const Workbook& book, const Mapping& mapping, const PastReading& reading)
      : book_(book), mapping_(mapping), reading_(reading) {}

  PastPlan run() {
    for (const auto& notice : book_.notices) put_notice(notice);
    for (const auto& sheet : mapping_.sheets) {
      if (find_sheet(sheet.name) == nullptr) {
        fault(
            sheet.name, "", "missing-reference",
            "The mapping names a sheet that the file does not have. Take it out of the mapping, or rename the sheet.");
      }
    }
    for (const auto& sheet : book_.sheets) check_sheet(sheet);
    for (const auto& sheet : book_.sheets) each_row(sheet, "cases", [this](PastRow& row) { put_case(row); });
    for (const auto& sheet : book_.sheets) each_row(sheet, "learning", [this](PastRow& row) { put_more(row); });
    close_all();
    return std::move(plan_);
  }

 private:
  [[nodiscard]] const Sheet* find_sheet(const std::string& name) const {
    const auto found =
        std::find_if(book_.sheets.begin(), book_.sheets.end(), [&](const Sheet& one) { return one.name == name; });
    return found == book_.sheets.end() ? nullptr : &*found;
  }
  [[nodiscard]] const MappedSheet* mapped(const std::string& name) const {
    const auto found = std::find_if(mapping_.sheets.begin(), mapping_.sheets.end(),
                                    [&](const MappedSheet& one) { return one.name == name; });
    return found == mapping_.sheets.end() ? nullptr : &*found;
  }

  void fault(const std::string& sheet, const std::string& column, std::string_view code, std::string says,
             int row = 0) {
    plan_.findings.push_back({sheet, row, column, std::string(code), std::move(says)});
  }

  void put_notice(const CellNotice& notice) {
    const auto* sheet = mapped(notice.sheet);
    if (sheet == nullptr || sheet->holds == "nothing") return;
    const auto column = static_cast<std::size_t>(notice.column);
    const bool named = notice.row > 0 && column < sheet->columns.size();
    if (named && sheet->columns[column].field == leave_column) return;
    fault(notice.sheet,
          named            ? sheet->columns[column].heading
          : notice.row > 0 ? column_letters(notice.column)
                           : std::string(),
          "malformed", notice.says, notice.row);
  }

  void check_sheet(const Sheet& sheet) {
    const auto* said = mapped(sheet.name);
    if (said == nullptr || said->holds.empty()) {
      if (sheet.rows.empty()) return;
      return fault(sheet.name, "", "missing-field",
                   "Say what this sheet holds: cases, recommendations and actions, or nothing to be imported.");
    }
    if (said->holds == "nothing") return;
    const auto headings = headings_of(sheet, said->heading_row);
    if (!std::equal(headings.begin(), headings.end(), said->columns.begin(), said->columns.end(),
                    [](const auto& heading, const auto& column) { return heading == column.heading; })) {
      return fault(sheet.name, "", "stale",
                   "The columns of this sheet are not those of the mapping. Make the mapping anew for this file.");
    }
    std::vector<std::string> taken;
    for (const auto& column : said->columns) {
      if (column.field.empty()) {
        fault(sheet.name, column.heading, "missing-field",
              "Nobody has said what this column is. Say which field it is, keep it in the note, or leave it out.");
        continue;
      }
      if (column.field == keep_column || column.field == leave_column || column.field == "note") continue;
      const auto* field = reading_.words.field(column.field);
      if (field == nullptr || !field->on.contains(said->holds)) {
        fault(sheet.name, column.heading, "not-a-choice", "This field does not stand on a sheet of this sort.");
      }
      if (std::find(taken.begin(), taken.end(), column.field) != taken.end()) {
        fault(sheet.name, column.heading, "already-recorded",
              "Another column is this field already. Keep this one in the note, or leave it out.");
      }
      taken.push_back(column.field);
    }
    if (std::find(taken.begin(), taken.end(), "reference") == taken.end()) {
      fault(sheet.name, "", "missing-field", "Say which column is the reference of the case.");
    }
  }

  template <class Put>
  void each_row(const Sheet& sheet, std::string_view holds, const Put& put) {
    const auto* said = mapped(sheet.name);
    if (said == nullptr || said->holds != holds) return;
    for (const auto& one : sheet.rows) {
      if (one.number <= said->heading_row) continue;
      const bool blank = std::all_of(one.cells.begin(), one.cells.end(),
                                     [](const std::string& cell) { return without_blanks(cell).empty(); });
      if (blank) continue;
      PastRow row(reading_, *said, one);
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
                   const std::vector<KnownAgency>& agencies, Date today) {
  const PastReading reading{words, mapping, agencies, today, book.from_1904};
  return Planning(book, mapping, reading).run();
}

}  // namespace review
