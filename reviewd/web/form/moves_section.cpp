#include "reviewd/web/form/moves_section.hpp"

#include <fmt/format.h>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/clock_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/joined_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

/// Both dates where the national and the local rule differ.
std::string days_in_words(const boost::json::value& moved, std::string_view when) {
  const auto due = text_in(moved, fmt::format("due{}", when));
  const auto local = text_in(moved, fmt::format("localDue{}", when));
  if (due.empty() && local.empty()) return "No date";
  if (local.empty()) return day_words(due);
  return fmt::format("{}; by your own rules {}", due.empty() ? "No date" : day_words(due), day_words(local));
}

std::string told_words(const boost::json::value& moved, const Register& known) {
  const auto words = joined_words(moved, "told", [&](const std::string& one) { return known.person(one); });
  return words.empty() ? "Nobody: no review coordinator sees the case" : words;
}

}  // namespace

Section moves_section(const boost::json::value& moves, const Register& known) {
  Section section{.heading = "Open deadlines that would move"};
  const auto count = number_in(moves, "count");
  const auto& clocks = list_in(moves, "clocks");
  if (count == 0) {
    section.paragraphs = {"No open deadline would move, as far as you may see them."};
    return section;
  }
  section.paragraphs = {counted_words(count, "open deadline would move.", "open deadlines would move.")};
  if (clocks.empty()) {
    section.paragraphs.emplace_back(
        "Your role sees no cases. Review coordinators and chairs see which they are, as far as they may see the "
        "cases.");
  }
  section.table = {"Deadline by deadline", {"Case", "What", "Due now", "Would be due", "Who is told"}, {}};
  for (const auto& moved : clocks) {
    const auto reference = record_in(moved);
    const auto address = record_address(reference);
    section.table.rows.push_back(
        {{reference, address},
         {clock_title(moved, known), address + "/clocks/" + percent_encoded(text_in(moved, "clock"))},
         {days_in_words(moved, "Before")},
         {days_in_words(moved, "After")},
         {told_words(moved, known)}});
  }
  return section;
}

}  // namespace reviewd
