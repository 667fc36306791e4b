#include "libreview/law/read_alerts.hpp"

namespace review {
namespace {

Watch read_watch(LawTable table) {
  Watch watch{.id = table.text("id"),
              .title = table.text("title"),
              .of_clock = table.text_or_empty("clock"),
              .once = table.flag("once"),
              .warnings = table.numbers("warnings"),
              .references = table.citations("cites"),
              .cites = {},
              .note = table.text_or_empty("note")};
  table.no_other_keys();
  return watch;
}

}  // namespace

AlertRules read_alerts(LawTable root) {
  AlertRules rules;
  rules.calendar_ends = root.numbers("calendar-ends");
  if (root.has("cancelled-days")) rules.cancelled_days = root.number("cancelled-days");
  for (LawTable& table : root.tables("watch")) rules.watches.push_back(read_watch(table));
  root.no_other_keys();
  return rules;
}

}  // namespace review
