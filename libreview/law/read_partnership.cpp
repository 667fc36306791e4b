#include "libreview/law/read_partnership.hpp"

#include <algorithm>
#include <utility>

#include "libreview/law/read_audit_templates.hpp"
#include "libreview/law/read_publication.hpp"
#include "libreview/law/read_questions.hpp"
#include "libreview/law/read_themes.hpp"

namespace review {
namespace {

constexpr int longest_closure = 31;

LocalRule read_local(LawTable table) {
  LocalRule rule{.clock = table.text("clock"),
                 .starts = table.texts("starts"),
                 .from = table.date("from"),
                 .length = table.number("length"),
                 .unit = table.choice("unit", find_unit),
                 .counting = table.choice("counting", find_counting),
                 .back = table.flag("back"),
                 .references = table.citations("cites"),
                 .cites = {},
                 .grade = table.text("grade"),
                 .note = table.text_or_empty("note")};
  table.no_other_keys();
  return rule;
}

TimetableStep read_step(LawTable table) {
  TimetableStep step{.step = table.text("step"),
                     .title = table.text("title"),
                     .day_from = table.number("day-from"),
                     .day_to = table.number("day-to"),
                     .stops = table.text("stops")};
  table.no_other_keys();
  return step;
}

MonitoringGroup read_group(LawTable table) {
  MonitoringGroup group{.id = table.text("id"),
                        .title = table.text("title"),
                        .every_months = table.number("every-months"),
                        .escalates_to = table.text_or_empty("escalates-to")};
  table.no_other_keys();
  return group;
}

/// A group of the file takes the place of the base's of the same id.
void lay_group(std::vector<MonitoringGroup>& groups, MonitoringGroup own) {
  const auto found = std::ranges::find(groups, own.id, &MonitoringGroup::id);
  if (found == groups.end()) {
    groups.push_back(std::move(own));
  } else {
    *found = std::move(own);
  }
}

void read_closure(LawTable table, std::vector<BankHoliday>& closures) {
  const Date first = table.date("date");
  const Date last = table.has("through") ? table.date("through") : first;
  const std::string name = table.text("name");
  table.no_other_keys();
  if (last < first || first.days_until(last) >= longest_closure) {
    table.refuse_at("through", "'through' must be within 31 days of 'date'");
    return;
  }
  for (Date day = first; day <= last; day = day.plus_days(1)) closures.push_back({day, name, "closure", "partnership"});
}

LikenessRule read_likeness(LawTable table) {
  LikenessRule rule{.of = table.one_of("of", {"nearest", "repeated", "same-event"}),
                    .percent = table.number("percent"),
                    .references = table.citations("cites"),
                    .grade = table.text("grade"),
                    .note = table.text_or_empty("note")};
  table.no_other_keys();
  return rule;
}

ShareRule read_shares(LawTable table) {
  ShareRule rule{.fewest = table.number("fewest"),
                 .references = table.citations("cites"),
                 .grade = table.text("grade"),
                 .note = table.text_or_empty("note")};
  table.no_other_keys();
  return rule;
}

void lay_over(std::vector<LikenessRule>& rules, LikenessRule own) {
  std::erase_if(rules, [&](const LikenessRule& rule) { return rule.of == own.of; });
  rules.push_back(std::move(own));
}

/// The base's rules for clocks that the file does not name, then the file's.
std::vector<LocalRule> laid_over(const std::vector<LocalRule>& base, std::vector<LocalRule> own) {
  std::vector<LocalRule> rules;
  std::ranges::copy_if(base, std::back_inserter(rules), [&](const LocalRule& rule) {
    return std::ranges::find(own, rule.clock, &LocalRule::clock) == own.end();
  });
  std::ranges::move(own, std::back_inserter(rules));
  return rules;
}

}  // namespace

Partnership read_partnership(LawTable root, const Partnership& base) {
  Partnership partnership = base;
  partnership.id = root.text("id");
  partnership.name = root.text("name");
  if (root.has("sign-off-bodies")) partnership.sign_off_bodies = root.texts("sign-off-bodies");
  if (root.has("quorum")) partnership.quorum = root.number("quorum");
  if (root.has("quorum-bodies")) partnership.quorum_bodies = root.texts("quorum-bodies");
  if (root.has("timetable-counting")) partnership.timetable_counting = root.choice("timetable-counting", find_counting);
  if (root.has("timetable")) {
    partnership.timetable.clear();
    for (LawTable& table : root.tables("timetable")) partnership.timetable.push_back(read_step(table));
  }
  if (root.has("chase-after")) partnership.ladder.chase = root.number("chase-after");
  if (root.has("escalate-after")) partnership.ladder.escalate = root.number("escalate-after");
  if (root.has("again-every")) partnership.ladder.again = root.number("again-every");
  if (root.has("recall-minutes")) partnership.recall_minutes = root.number("recall-minutes");
  if (root.has("chronology-gap-days")) partnership.chronology_gap_days = root.number("chronology-gap-days");
  if (root.has("chronology-clash-days")) partnership.chronology_clash_days = root.number("chronology-clash-days");
  if (root.has("products-held-with-report"))
    partnership.products_held_with_report = root.flag("products-held-with-report");
  for (LawTable& table : root.tables("group")) lay_group(partnership.groups, read_group(table));
  partnership.events.clear();
  for (LawTable& table : root.tables("event")) partnership.events.push_back(read_local_event(table));
  partnership.themes = read_theme_lists(root);
  for (ThemeList& list : partnership.themes) list.local = true;
  partnership.audit_templates = read_audit_template_list(root);
  for (AuditTemplate& one : partnership.audit_templates) one.local = true;
  partnership.questions = read_question_areas(root);
  for (QuestionArea& area : partnership.questions) area.local = true;
  std::vector<LocalRule> own;
  for (LawTable& table : root.tables("local")) own.push_back(read_local(table));
  partnership.local = laid_over(base.local, std::move(own));
  for (LawTable& table : root.tables("likeness")) lay_over(partnership.likeness, read_likeness(table));
  for (LawTable& table : root.tables("shares")) partnership.shares = read_shares(table);
  partnership.closures.clear();
  for (LawTable& table : root.tables("closure")) read_closure(table, partnership.closures);
  root.no_other_keys();
  return partnership;
}

Partnership no_partnership() {
  return {.id = {},
          .name = {},
          .sign_off_bodies = {},
          .quorum = 0,
          .quorum_bodies = {},
          .local = {},
          .timetable_counting = Counting::day_after,
          .timetable = {},
          .ladder = {},
          .closures = {}};
}

}  // namespace review
