#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "libreview/vocabulary/record_name.hpp"
#include "tools/reviewctl/clock_table.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

/// What an option narrows the list by.
struct Narrows {
  const char* option;
  const char* field;
};
constexpr Narrows narrowing[] = {{"clock", "clock"},
                                 {"agency", "agency"},
                                 {"person", "person"},
                                 {"legal-status", "legalStatus"},
                                 {"owed-by", "owedBy"}};

/// `statutory-guidance` or `STATUTORY_GUIDANCE`, as the filter writes it.
std::string as_choice(std::string word) {
  std::transform(word.begin(), word.end(), word.begin(), [](char c) {
    return c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return word;
}

Outcome<std::string> filter_of(const Arguments& arguments) {
  std::string filter = "state=\"OVERDUE\"";
  for (const auto& [option, field] : narrowing) {
    auto value = arguments.text(option);
    if (value.empty()) continue;
    if (value.find('"') != std::string::npos) return misused(fmt::format("--{} has no quotation marks.", option));
    const std::string_view name = field;
    if (name == "legalStatus" || name == "owedBy") value = as_choice(std::move(value));
    // A clock without its subject means all of that name.
    if (name == "clock" && value.find(':') == std::string::npos) value += ":*";
    filter += fmt::format(" AND {}=\"{}\"", name, value);
  }
  const auto days = arguments.number("days-late", 0, 10'000);
  if (!days) return stop(days.error());
  if (*days) filter += fmt::format(" AND daysLate>={}", **days);
  return filter;
}

bool is_due_before(const boost::json::value& left, const boost::json::value& right) {
  return text_of(left.get_object(), "dueOn") < text_of(right.get_object(), "dueOn");
}

/// The clocks of cases and of programmes, by due day; of those alone that a reference is of.
Outcome<std::vector<boost::json::value>> overdue_in(Service& service, const Arguments& arguments,
                                                    const std::string& filter) {
  std::vector<boost::json::value> all;
  for (const std::string sort : {"case", "programme"}) {
    const auto reference = arguments.text("case");
    if (!reference.empty() && review::sort_of(reference).name != sort) continue;
    auto asked = filter;
    if (!reference.empty()) asked += fmt::format(" AND {}=\"{}\"", sort, reference);
    auto clocks = ask_list(service, {fmt::format("/v1/{}s/-/clocks", sort), "clocks", asked, "dueOn"});
    if (!clocks) return stop(clocks.error());
    std::move(clocks->begin(), clocks->end(), std::back_inserter(all));
  }
  std::ranges::stable_sort(all, is_due_before);
  return all;
}

Outcome<ExitCode> run_overdue(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto filter = filter_of(call.arguments);
  if (!filter) return stop(filter.error());
  auto clocks = overdue_in(**service, call.arguments, *filter);
  if (!clocks) return stop(clocks.error());
  const bool any = !clocks->empty();
  call.output.list(clock_listing(std::move(*clocks), "Nothing is overdue."));
  return any ? ExitCode::overdue : ExitCode::done;
}

}  // namespace

Verb overdue() {
  return {.noun = "overdue",
          .verb = "",
          .summary = "Lists what is overdue, the longest overdue first; exit 6 if anything is",
          .reach = Reach::server,
          .lists = true,
          .options = {{"clock", "CLOCK", "Only this clock, with all its subjects: rapid-review, agency-return"},
                      {"agency", "AGENCY", "Only what runs for this agency"},
                      {"person", "PERSON", "Only of cases that this person belongs to"},
                      {"legal-status",
                       "STATUS",
                       "Only what rests on this",
                       {"statute", "statutory-guidance", "panel-guidance", "local"}},
                      {"owed-by", "WHO", "Only what they owe", {"us", "agency", "panel", "reviewer"}},
                      {"case", "CASE", "Only of this case or programme"},
                      {"days-late", "N", "Only what is at least so many working days late"}},
          .more = "Made for cron: it prints nothing on standard output and leaves with 0 where nothing is late.",
          .examples = {{"Every morning", "overdue --token-file /etc/libreview/token"},
                       {"What the law asks for, a week late", "overdue --legal-status statute --days-late 5"}},
          .run = run_overdue};
}

}  // namespace reviewctl
