#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "libreview/figures/build_table.hpp"
#include "libreview/figures/choice_rows.hpp"
#include "libreview/figures/figure_tables.hpp"

namespace review {
namespace {

/// The row of those who answered in words alone.
constexpr const char* in_words = "answered";

/// A family that was contacted in the period, as the record has it by its end.
struct FamilyAtEnd {
  const CountedCase* in = nullptr;
  std::string row = "not-recorded";    ///< what it says to taking part
  const v1::Entry* says_so = nullptr;  ///< the entry that has the answer, else the newest contact
  const v1::Entry* contact = nullptr;  ///< the newest
  const v1::Entry* shown = nullptr;    ///< the newest in which it was shown the report
  bool offered = false;
};

std::vector<const v1::Entry*> contacts_by(const CountedCase& one, Date end) {
  std::vector<const v1::Entry*> contacts;
  for (const auto& entry : one.entries) {
    if (entry.has_family_contacted() && is_by(entry.occurred_on(), end)) contacts.push_back(&entry);
  }
  std::ranges::stable_sort(contacts, {}, [](const v1::Entry* entry) { return entry->occurred_on(); });
  return contacts;
}

bool is_answer(v1::FamilyAnswer answer) {
  return answer != v1::FAMILY_ANSWER_UNSPECIFIED && answer != v1::FAMILY_ANSWER_NOT_ANSWERED &&
         answer != v1::FAMILY_ANSWER_NOT_ASKED;
}

/// The newest choice stands. Words without one, as older entries have them, are an answer where there was none before.
void take_answer(FamilyAtEnd& family, v1::FamilyAnswer& stands, const v1::Entry& entry) {
  const auto& said = entry.family_contacted();
  if (said.answer() != v1::FAMILY_ANSWER_UNSPECIFIED) {
    stands = said.answer();
    family.row = choice_row(*v1::FamilyAnswer_descriptor(), stands);
    family.says_so = &entry;
  } else if (!said.response().empty() && !is_answer(stands)) {
    stands = v1::FAMILY_ANSWER_UNSPECIFIED;
    family.row = in_words;
    family.says_so = &entry;
  }
}

FamilyAtEnd family_of(const CountedCase& one, Date end) {
  FamilyAtEnd family{&one};
  auto stands = v1::FAMILY_ANSWER_UNSPECIFIED;
  for (const auto* entry : contacts_by(one, end)) {
    family.contact = entry;
    family.offered = family.offered || !entry->family_contacted().offer().empty();
    if (entry->family_contacted().shown()) family.shown = entry;
    take_answer(family, stands, *entry);
  }
  if (family.says_so == nullptr) family.says_so = family.contact;
  return family;
}

std::vector<FamilyAtEnd> families_of(const FigureQuestion& asked) {
  std::vector<FamilyAtEnd> families;
  for (const auto& one : asked.cases) {
    auto family = family_of(one, asked.end());
    if (family.contact != nullptr && asked.period.has(family.contact->occurred_on()))
      families.push_back(std::move(family));
  }
  return families;
}

/// The last row and column are the same number in both tables.
void share_all(FigureTable& table) { table.figures.back().back().shared = "families/all"; }

}  // namespace

FigureTable family_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  auto rows = choice_rows(*v1::FamilyAnswer_descriptor());
  rows.push_back({in_words, "Answered, not said how"});
  rows.push_back({"not-recorded", "No answer is recorded"});
  auto table =
      empty_table(rule, std::move(rows), {{"offered", "Offered something"}, {"not-offered", "No offer is recorded"}});
  for (const auto& family : families_of(asked)) {
    count_in(table, family.row, family.offered ? "offered" : "not-offered",
             {family.in->file.case_(), family.says_so->entry()});
  }
  add_row_of_all(table, "Families contacted");
  add_column_of_all(table);
  share_all(table);
  return table;
}

FigureTable family_report_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  auto table = empty_table(rule, {{"shown", "Shown the report"}, {"not-shown", "Not recorded as shown"}},
                           {{std::string(all_lines), "Families"}});
  for (const auto& family : families_of(asked)) {
    const auto* entry = family.shown != nullptr ? family.shown : family.contact;
    count_in(table, family.shown != nullptr ? "shown" : "not-shown", all_lines,
             {family.in->file.case_(), entry->entry()});
  }
  add_row_of_all(table, "Families contacted");
  share_all(table);
  return table;
}

}  // namespace review
