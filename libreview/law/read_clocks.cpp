#include "libreview/law/read_clocks.hpp"

namespace review {
namespace {

ClockVersion read_clock_version(LawTable table, bool given) {
  ClockVersion version{.law = table.text("law"),
                       .from = table.date("from"),
                       .length = given ? 0 : table.number("length"),
                       .unit = given ? Unit::calendar_days : table.choice("unit", find_unit),
                       .counting = given ? Counting::day_after : table.choice("counting", find_counting),
                       .back = table.flag("back"),
                       .eased = table.flag("eased"),
                       .references = table.citations("cites"),
                       .cites = {},
                       .grade = table.text("grade"),
                       .note = table.text_or_empty("note")};
  table.no_other_keys();
  return version;
}

ClockRule read_clock(LawTable table) {
  ClockRule clock{.id = table.text("id"),
                  .title = table.text("title"),
                  .record = table.one_of("record", {"case", "programme"}),
                  .starts = table.texts("starts"),
                  .stops = table.texts("stops"),
                  .cancelled_by = table.texts("cancelled-by"),
                  .per = table.has("per") ? table.one_of("per", {"agency", "review", "embargo", "action", "proceedings",
                                                                 "child", "recommendation", "training", "request"})
                                          : std::string(),
                  .always_suffixed = table.flag("always-suffixed"),
                  .given = table.flag("given"),
                  .minimum = table.flag("minimum"),
                  .pausable = table.flag("pausable"),
                  .until_age = table.has("until-age") ? table.number("until-age") : 0,
                  .owed_by = table.choice("owed-by", find_owed_by),
                  .legal_status = table.choice("legal-status", find_legal_status),
                  .warnings = table.numbers("warnings"),
                  .versions = {},
                  .also_in = table.has("also-in") ? table.one_of("also-in", {"case", "programme"}) : std::string()};
  for (LawTable& version : table.tables("version")) clock.versions.push_back(read_clock_version(version, clock.given));
  table.no_other_keys();
  return clock;
}

}  // namespace

std::vector<ClockRule> read_clocks(LawTable root) {
  std::vector<ClockRule> clocks;
  for (LawTable& table : root.tables("clock")) clocks.push_back(read_clock(table));
  root.no_other_keys();
  return clocks;
}

}  // namespace review
