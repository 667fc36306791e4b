#include <fmt/format.h>

#include "libreview/base/closest.hpp"
#include "reviewd/api/law_json.hpp"
#include "reviewd/base/practice_terms.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/verbs/counting_options.hpp"
#include "tools/reviewctl/verbs/offline_law.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;
using reviewd::practice_terms;

std::string length_of(const json::object& clock, const json::object& version) {
  if (is_true(clock, "given")) return "on the day given";
  return fmt::format("{}{} {}", is_true(version, "back") ? "back " : "", number_of(version, "length"),
                     text_of(version, "unit"));
}

Listing law_listing(const json::object& law) {
  Listing listing{"clocks",
                  {},
                  {{{"CLOCK", "clock"},
                    {"LENGTH", "length"},
                    {"COUNTING", "counting"},
                    {"LAW", "law"},
                    {"FROM", "from"},
                    {"OWED BY", "owedBy"},
                    {"STATUS", "legalStatus"},
                    {"GRADE", "grade"},
                    {"TITLE", "title"}}},
                  "There is no clock."};
  for (const auto* clock : objects_of(law, "clocks")) {
    const auto versions = objects_of(*clock, "versions");
    const json::object none;
    const auto& newest = versions.empty() ? none : *versions.back();
    listing.items.emplace_back(*clock);
    listing.table.rows.push_back({text_of(*clock, "clock"),
                                  length_of(*clock, newest),
                                  text_of(newest, "counting"),
                                  text_of(newest, "law"),
                                  text_of(newest, "from"),
                                  text_of(*clock, "owedBy"),
                                  text_of(*clock, "legalStatus"),
                                  text_of(newest, "grade"),
                                  {practice_terms(text_of(*clock, "title")), text_of(*clock, "title")}});
  }
  return listing;
}

std::string list_text(const json::object& object, std::string_view name) {
  std::string all;
  for (const auto& text : list_of(object, name)) all += (all.empty() ? "" : ", ") + std::string(text.get_string());
  return all.empty() ? "nothing" : all;
}

std::string counting_in(const json::object& version) {
  const auto name = text_of(version, "counting");
  const auto counting = review::find_counting(name);
  return counting ? counting_words(*counting) : name;
}

void show_law_clock(Output& output, const json::object& clock) {
  output.line(fmt::format("{} ({})", practice_terms(text_of(clock, "title")), text_of(clock, "clock")));
  output.line("Starts with: " + list_text(clock, "starts"));
  output.line("Stops with: " + list_text(clock, "stops"));
  output.line("Cancelled by: " + list_text(clock, "cancelledBy"));
  output.line(fmt::format("Owed by {}; {}", text_of(clock, "owedBy"), in_plain(text_of(clock, "legalStatus"))));
  for (const auto* version : objects_of(clock, "versions")) {
    output.line();
    output.line(fmt::format("{}, for what starts on {} or later: {}{}", text_of(*version, "law"),
                            text_of(*version, "from"), in_plain(length_of(clock, *version)),
                            is_true(clock, "given") ? "" : ", where " + counting_in(*version)));
    for (const auto& cite : list_of(*version, "cites")) output.line("  " + std::string(cite.get_string()));
    output.line("  Grade " + text_of(*version, "grade"));
    if (const auto note = text_of(*version, "note"); !note.empty()) output.line("  " + note);
  }
  if (const auto* local = object_of(clock, "local")) {
    output.line();
    output.line(fmt::format("Here: {} {}, where {}", number_of(*local, "length"), in_plain(text_of(*local, "unit")),
                            counting_in(*local)));
    for (const auto& cite : list_of(*local, "cites")) output.line("  " + std::string(cite.get_string()));
  }
}

Outcome<ExitCode> run_law_show(Call& call) {
  const auto law = offline_law(call.arguments);
  if (!law) return stop(law.error());
  const auto written = reviewd::law_json(*law);
  const auto wanted = call.arguments.find("CLOCK");
  if (!wanted) {
    if (call.output.format() == Format::json) {
      call.output.value(written);
    } else {
      call.output.list(law_listing(written));
    }
    return ExitCode::done;
  }
  for (const auto* clock : objects_of(written, "clocks")) {
    if (text_of(*clock, "clock") != *wanted) continue;
    if (call.output.for_people()) {
      show_law_clock(call.output, *clock);
    } else {
      call.output.value(*clock);
    }
    return ExitCode::done;
  }
  std::vector<std::string> known;
  for (const auto* clock : objects_of(written, "clocks")) known.push_back(text_of(*clock, "clock"));
  return stop(local_problem_of({review::Code::not_found, fmt::format("The law has no clock {}.{}\nreviewctl law show "
                                                                     "lists them.",
                                                                     *wanted, review::did_you_mean(*wanted, known))}));
}

}  // namespace

Verb law_show() {
  return {.noun = "law",
          .verb = "show",
          .summary = "Shows the rules in force with their citations",
          .lists = true,
          .operands = {{"CLOCK", "One clock; all if not given", false}},
          .options = {overlay_option()},
          .examples = {{"All clocks", "law show"},
                       {"One, with every version", "law show rapid-review"},
                       {"As a partnership counts", "law show notify-panel --overlay devon-style"}},
          .run = run_law_show};
}

}  // namespace reviewctl
