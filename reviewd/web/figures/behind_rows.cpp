#include "reviewd/web/figures/behind_rows.hpp"

#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

/// What the entry is, and where it can be read.
std::vector<Cell> row_of(const boost::json::value& behind) {
  const auto reference = text_in(behind, "case");
  const auto entry = text_in(behind, "entry");
  const auto at = record_address(reference);
  const auto* kind = review::find_kind(text_in(behind, "kind"));
  const auto what = kind == nullptr ? std::string("An update") : kind->label;
  return {{reference, at},
          entry.empty() ? Cell{"The " + record_word(reference)} : Cell{what, at + "/entries/" + percent_encoded(entry)},
          {day_words(text_in(behind, "occurredOn"))},
          {name_words(text_in(behind, "of"))}};
}

}  // namespace

Section behind_section(const boost::json::array& behind) {
  Section section;
  section.table = {"Behind the figure", {"Case or programme", "What counts", "Day", "Which"}, {}};
  for (const auto& one : behind) section.table.rows.push_back(row_of(one));
  if (section.table.rows.empty()) section = {.paragraphs = {"Nothing stands behind this figure: it is 0."}};
  return section;
}

}  // namespace reviewd
