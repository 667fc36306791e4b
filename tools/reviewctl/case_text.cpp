#include "tools/reviewctl/case_text.hpp"

#include <fmt/format.h>

#include "libreview/vocabulary/names.hpp"
#include "tools/reviewctl/clock_table.hpp"
#include "tools/reviewctl/counted.hpp"
#include "tools/reviewctl/json_fields.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

void say(Output& output, std::string_view name, const std::string& value) {
  if (!value.empty()) output.line(fmt::format("{:<17} {}", name, value));
}

std::string joined(const json::array& texts) {
  std::string all;
  for (const auto& text : texts) {
    if (text.is_string()) all += (all.empty() ? "" : ", ") + std::string(text.get_string());
  }
  return all;
}

std::string since(std::string_view what, const std::string& day) {
  return day.empty() ? std::string() : fmt::format("{} {}", what, day);
}

/// The parts that are not empty, with commas between them.
std::string listed(std::initializer_list<std::string> parts) {
  std::string all;
  for (const auto& part : parts) {
    if (!part.empty()) all += (all.empty() ? "" : ", ") + part;
  }
  return all;
}

std::string age_of(const json::object& child) {
  if (is_true(child, "unborn")) return "unborn";
  if (child.contains("ageWeeks")) return counted(number_of(child, "ageWeeks"), "week", "weeks");
  return child.contains("ageYears") ? counted(number_of(child, "ageYears"), "year", "years") : std::string();
}

void show_children(Output& output, const json::object& one) {
  for (const auto* child : objects_of(one, "children")) {
    say(output, text_of(*child, "child"),
        listed({text_of(*child, "pseudonym"), age_of(*child), in_plain(text_of(*child, "harm")),
                since("died", text_of(*child, "diedOn"))}));
  }
}

/// What was decided, when and by whom.
std::string decision_text(const json::object& decision) {
  std::string what = text_of(decision, "outcome") + text_of(decision, "referral") + text_of(decision, "notification");
  if (what.empty()) what = text_of(decision, "kind");
  return listed({in_plain(what), since("on", text_of(decision, "decidedOn")),
                 since("by", joined(list_of(decision, "decidedBy")))});
}

void show_decision(Output& output, const json::object& one) {
  const auto* decision = object_of(one, "decision");
  if (decision == nullptr) return;
  say(output, "Decision", decision_text(*decision));
  for (const auto* earlier : objects_of(*decision, "earlier")) say(output, "  before that", decision_text(*earlier));
}

void show_proceedings(Output& output, const json::object& one) {
  for (const auto* course : objects_of(one, "proceedings")) {
    const int slips = number_of(*course, "slips");
    say(output, text_of(*course, "proceedings"),
        listed({in_plain(text_of(*course, "kind")), is_true(*course, "open") ? "open" : "",
                since("listed", text_of(*course, "listedOn")),
                since("expected to end", text_of(*course, "expectedEnd")),
                slips > 0 ? counted(slips, "date slipped", "dates slipped") : "",
                is_true(*course, "open") && !is_true(*course, "holdsPublication") ? "does not hold publication" : "",
                since("concluded", text_of(*course, "concludedOn"))}));
  }
  for (const auto* order : objects_of(one, "courtOrders")) {
    say(output, text_of(*order, "order"),
        listed({"court order", since("since", text_of(*order, "since")), since("ends", text_of(*order, "endsOn")),
                is_true(*order, "binding") ? "" : "no longer binding"}));
  }
  for (const auto* embargo : objects_of(one, "embargoes")) {
    say(output, text_of(*embargo, "embargo"),
        listed({"embargo on " + in_plain(joined(list_of(*embargo, "covers"))),
                since("since", text_of(*embargo, "since")),
                is_true(*embargo, "lifted") ? "lifted" : since("to be looked at by", text_of(*embargo, "reviewOn")),
                is_true(*embargo, "liftProposed") && !is_true(*embargo, "lifted")
                    ? "a lift is proposed and waits for a second person"
                    : ""}));
  }
}

void show_holds(Output& output, const json::object& one) {
  for (const auto* hold : objects_of(one, "holds")) {
    const auto what = listed({in_plain(text_of(*hold, "kind")) + " " + text_of(*hold, "name"),
                              since("in case", text_of(*hold, "case")), since("since", text_of(*hold, "since")),
                              since("to be looked at by", text_of(*hold, "reviewOn"))});
    say(output, "Held by", what + ". " + text_of(*hold, "why"));
  }
}

void show_course(Output& output, const json::object& one) {
  if (const auto* view = object_of(one, "panelView")) {
    say(output, "National Panel", listed({in_plain(text_of(*view, "view")), since("on", text_of(*view, "on"))}));
  }
  for (const auto* review : objects_of(one, "reviews")) {
    say(output, text_of(*review, "review"),
        listed({in_plain(text_of(*review, "kind")), since("commissioned", text_of(*review, "commissionedOn")),
                since("reviewed by", joined(list_of(*review, "reviewers"))),
                since("accepted", text_of(*review, "acceptedOn")), since("led by case", text_of(*review, "ledBy")),
                since("joins", joined(list_of(*review, "joinsCases")))}));
  }
  show_proceedings(output, one);
  if (const auto* publication = object_of(one, "publication")) {
    say(output, "Publication",
        listed({since("planned for", text_of(*publication, "plannedOn")),
                since("advance copy sent", text_of(*publication, "advanceCopySentOn")),
                since("published", text_of(*publication, "publishedOn")),
                since("declined", text_of(*publication, "declinedOn")),
                since("taken down", text_of(*publication, "takenDownOn"))}));
  }
  show_holds(output, one);
  for (const auto* action : objects_of(one, "actions")) {
    say(output, text_of(*action, "action"),
        listed({"action of " + text_of(*action, "owner"), since("due", text_of(*action, "dueOn")),
                is_true(*action, "complete") ? "complete" : ""}));
  }
  for (const auto* irregularity : objects_of(one, "irregularities")) {
    say(output, "Irregularity",
        listed({text_of(*irregularity, "code"), since("on", text_of(*irregularity, "occurredOn")),
                since("authorised by", text_of(*irregularity, "authorisedBy"))}));
  }
}

/// The kinds as entry add takes them, in lines that a terminal holds.
void show_next(Output& output, const json::object& one) {
  constexpr std::size_t width = 100;
  std::string line;
  bool first = true;
  const auto flush = [&] {
    if (line.empty()) return;
    if (first) {
      output.line();
      output.line(fmt::format("Next, with reviewctl entry add {}:", reference_in(one)));
    }
    first = false;
    output.line("  " + line);
    line.clear();
  };
  for (const auto* next : objects_of(one, "nextEntries")) {
    const auto kind = review::kebab(review::snake(text_of(*next, "kind")));
    if (!text_of(*next, "why").empty()) continue;
    if (line.size() + 2 + kind.size() > width) flush();
    line += (line.empty() ? "" : "  ") + kind;
  }
  flush();
}

/// What a programme says besides what a case does.
void show_programme(Output& output, const json::object& one) {
  say(output, "Title", text_of(one, "title"));
  say(output, "Sort", in_plain(text_of(one, "sort")));
  say(output, "From", listed({text_of(one, "from"), since("to", text_of(one, "to"))}));
  say(output, "Owner", text_of(one, "owner"));
  say(output, "Agencies", joined(list_of(one, "agencies")));
  for (const auto* step : objects_of(one, "steps")) {
    say(output, "Step",
        listed({text_of(*step, "step"), text_of(*step, "title"), since("done", text_of(*step, "doneOn"))}));
  }
  say(output, "Reported", listed({text_of(one, "reportedOn"), since("to", joined(list_of(one, "reportedTo")))}));
}

}  // namespace

void show_case(Output& output, const json::object& one) {
  const auto reference = reference_in(one);
  const bool exists = !reference.empty();
  const std::string sort = one.contains("title") || one.contains("programme") ? "programme" : "case";
  output.line(fmt::format("{}{}", exists ? (sort == "case" ? "Case " : "Programme ") + reference : "The new " + sort,
                          is_true(one, "practice") ? " (practice: invented)" : ""));
  show_programme(output, one);
  say(output, "Stage", in_plain(text_of(one, "stage")) + (is_true(one, "legacy") ? " (legacy review)" : ""));
  say(output, "Opened", text_of(one, "openedOn"));
  say(output, "Local authority", text_of(one, "localAuthority"));
  say(output, "Incident",
      listed({in_plain(text_of(one, "harm")), since("abuse or neglect", in_plain(text_of(one, "abuseOrNeglect")))}));
  for (const auto* area : objects_of(one, "areas")) {
    say(output, "Other area",
        listed({text_of(*area, "area"), in_plain(text_of(*area, "role")), is_true(*area, "leads") ? "leads" : ""}));
  }
  show_children(output, one);
  show_decision(output, one);
  show_course(output, one);
  say(output, "Version", std::to_string(number_of(one, "version")));
  say(output, "As of", text_of(one, "asOf"));
  const auto& clocks = list_of(one, "clocks");
  if (!clocks.empty()) {
    output.line();
    auto table = clock_listing({clocks.begin(), clocks.end()}, "").table;
    for (auto& row : table.rows) row.front().text.clear();  // the case is said above
    output.table(table);
  }
  if (exists) show_next(output, one);
}

}  // namespace reviewctl
