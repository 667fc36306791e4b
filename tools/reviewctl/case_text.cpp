#include "tools/reviewctl/case_text.hpp"

#include <fmt/format.h>

#include "tools/reviewctl/clock_table.hpp"
#include "tools/reviewctl/json_fields.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

void say(Output& output, std::string_view name, const std::string& value) {
  if (!value.empty()) output.line(fmt::format("{:<18}{}", name, value));
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
  if (child.contains("ageWeeks")) return fmt::format("{} weeks", number_of(child, "ageWeeks"));
  return child.contains("ageYears") ? fmt::format("{} years", number_of(child, "ageYears")) : std::string();
}

void show_children(Output& output, const json::object& one) {
  for (const auto* child : objects_of(one, "children")) {
    say(output, text_of(*child, "child"),
        listed({text_of(*child, "pseudonym"), age_of(*child), in_plain(text_of(*child, "harm")),
                since("died", text_of(*child, "diedOn"))}));
  }
}

void show_decision(Output& output, const json::object& one) {
  const auto* decision = object_of(one, "decision");
  if (decision == nullptr) return;
  const std::string what =
      text_of(*decision, "outcome") + text_of(*decision, "referral") + text_of(*decision, "notification");
  say(output, "Decision",
      listed({in_plain(what), since("on", text_of(*decision, "decidedOn")),
              since("by", joined(list_of(*decision, "decidedBy")))}));
  for (const auto* earlier : objects_of(*decision, "earlier")) {
    say(output, "  before that",
        listed(
            {in_plain(text_of(*earlier, "outcome") + text_of(*earlier, "referral") + text_of(*earlier, "notification")),
             since("on", text_of(*earlier, "decidedOn"))}));
  }
}

void show_course(Output& output, const json::object& one) {
  if (const auto* view = object_of(one, "panelView")) {
    say(output, "Panel", listed({in_plain(text_of(*view, "view")), since("on", text_of(*view, "on"))}));
  }
  for (const auto* review : objects_of(one, "reviews")) {
    say(output, text_of(*review, "review"),
        listed({in_plain(text_of(*review, "kind")), since("commissioned", text_of(*review, "commissionedOn")),
                since("accepted", text_of(*review, "acceptedOn")), since("led by case", text_of(*review, "ledBy")),
                since("joins", joined(list_of(*review, "joinsCases")))}));
  }
  for (const auto* course : objects_of(one, "proceedings")) {
    say(output, text_of(*course, "proceedings"),
        listed({in_plain(text_of(*course, "kind")), is_true(*course, "open") ? "open" : "",
                since("listed", text_of(*course, "listedOn")), since("concluded", text_of(*course, "concludedOn"))}));
  }
  if (const auto* publication = object_of(one, "publication")) {
    say(output, "Publication",
        listed({since("planned for", text_of(*publication, "plannedOn")),
                since("published", text_of(*publication, "publishedOn")),
                since("declined", text_of(*publication, "declinedOn")),
                since("taken down", text_of(*publication, "takenDownOn"))}));
  }
  for (const auto* hold : objects_of(one, "holds")) {
    say(output, "Held by",
        listed({in_plain(text_of(*hold, "kind")) + " " + text_of(*hold, "name"),
                since("since", text_of(*hold, "since")), text_of(*hold, "why")}));
  }
  for (const auto* irregularity : objects_of(one, "irregularities")) {
    say(output, "Irregularity", text_of(*irregularity, "code"));
  }
}

void show_next(Output& output, const json::object& one) {
  std::string kinds;
  for (const auto* next : objects_of(one, "nextEntries")) {
    if (text_of(*next, "why").empty()) kinds += (kinds.empty() ? "" : ", ") + text_of(*next, "label");
  }
  if (kinds.empty()) return;
  output.line();
  output.line("Can be recorded next: " + kinds);
}

}  // namespace

void show_case(Output& output, const json::object& one) {
  output.line(fmt::format("Case {}{}", text_of(one, "case"), is_true(one, "practice") ? " (practice: invented)" : ""));
  say(output, "Stage", in_plain(text_of(one, "stage")) + (is_true(one, "legacy") ? " (legacy review)" : ""));
  say(output, "Opened", text_of(one, "openedOn"));
  say(output, "Local authority", text_of(one, "localAuthority"));
  say(output, "Incident",
      listed({in_plain(text_of(one, "harm")), since("abuse or neglect", in_plain(text_of(one, "abuseOrNeglect")))}));
  show_children(output, one);
  show_decision(output, one);
  show_course(output, one);
  say(output, "Version", std::to_string(number_of(one, "version")));
  say(output, "As of", text_of(one, "asOf"));
  const auto& clocks = list_of(one, "clocks");
  if (!clocks.empty()) {
    output.line();
    output.table(clock_listing({clocks.begin(), clocks.end()}, "").table);
  }
  show_next(output, one);
}

}  // namespace reviewctl
