#include "reviewd/api/law_json.hpp"

#include <boost/json/array.hpp>
#include <string>

namespace reviewd {
namespace {

namespace json = boost::json;

json::array texts(const std::vector<std::string>& list) {
  json::array array;
  for (const auto& text : list) array.push_back(json::value(json::string(text)));
  return array;
}

json::object write(const review::ClockVersion& version) {
  json::object out{{"law", version.law},
                   {"from", version.from.iso()},
                   {"length", version.length},
                   {"unit", std::string(review::unit_name(version.unit))},
                   {"counting", std::string(review::counting_name(version.counting))},
                   {"back", version.back},
                   {"eased", version.eased},
                   {"cites", texts(version.cites)},
                   {"grade", version.grade}};
  if (!version.note.empty()) out["note"] = version.note;
  return out;
}

json::object write(const review::ClockRule& rule, const review::RuleBook& law) {
  json::array versions;
  for (const auto& version : rule.versions) versions.push_back(write(version));
  json::object out{{"clock", rule.id},
                   {"title", rule.title},
                   {"record", rule.record},
                   {"starts", texts(rule.starts)},
                   {"stops", texts(rule.stops)},
                   {"cancelledBy", texts(rule.cancelled_by)},
                   {"owedBy", std::string(review::owed_by_name(rule.owed_by))},
                   {"legalStatus", std::string(review::legal_status_name(rule.legal_status))},
                   {"given", rule.given},
                   {"minimum", rule.minimum},
                   {"versions", versions}};
  if (!rule.also_in.empty()) out["alsoIn"] = rule.also_in;
  if (!rule.per.empty()) out["per"] = rule.per;
  if (rule.until_age > 0) out["untilAge"] = rule.until_age;
  json::array warnings;
  for (const int days : rule.warnings) warnings.push_back(days);
  out["warnings"] = warnings;
  if (const auto* local = law.local(rule.id)) {
    out["local"] = json::object{{"length", local->length},
                                {"unit", std::string(review::unit_name(local->unit))},
                                {"counting", std::string(review::counting_name(local->counting))},
                                {"cites", texts(local->cites)}};
  }
  return out;
}

json::object write(const review::ThemeList& list) {
  json::array themes;
  for (const auto& theme : list.themes) {
    themes.push_back(json::object{
        {"theme", theme.id}, {"title", theme.title}, {"sentence", theme.sentence}, {"words", texts(theme.words)}});
  }
  json::object out{{"list", list.id},     {"title", list.title},        {"from", list.from.iso()},
                   {"local", list.local}, {"cites", texts(list.cites)}, {"grade", list.grade},
                   {"themes", themes}};
  if (!list.note.empty()) out["note"] = list.note;
  return out;
}

json::array groups(const review::Partnership& partnership) {
  json::array all;
  for (const auto& one : partnership.groups) {
    json::object group{{"group", one.id}, {"title", one.title}, {"everyMonths", one.every_months}};
    if (!one.escalates_to.empty()) group["escalatesTo"] = one.escalates_to;
    all.push_back(std::move(group));
  }
  return all;
}

json::object write(const review::QuestionArea& area) {
  json::array versions;
  for (const auto& version : area.versions) {
    json::array questions;
    for (const auto& one : version.questions)
      questions.push_back(json::object{{"question", one.id}, {"text", one.text}});
    json::object out{{"from", version.from.iso()},
                     {"questions", std::move(questions)},
                     {"cites", texts(version.cites)},
                     {"grade", version.grade}};
    if (!version.note.empty()) out["note"] = version.note;
    versions.push_back(std::move(out));
  }
  return {{"area", area.id},
          {"title", area.title},
          {"judged", area.judged},
          {"local", area.local},
          {"versions", std::move(versions)}};
}

json::object write(const review::ProgrammeRule& rule) {
  json::array versions;
  for (const auto& version : rule.versions) {
    json::array steps;
    for (const auto& step : version.steps) steps.push_back(json::object{{"step", step.id}, {"title", step.title}});
    json::object out{{"from", version.from.iso()},
                     {"steps", std::move(steps)},
                     {"cites", texts(version.cites)},
                     {"grade", version.grade}};
    if (!version.note.empty()) out["note"] = version.note;
    versions.push_back(std::move(out));
  }
  return {{"sort", rule.id}, {"versions", std::move(versions)}};
}

json::array named(const std::vector<review::NamedText>& list, const char* name) {
  json::array all;
  for (const auto& one : list) all.push_back(json::object{{name, one.id}, {"text", one.text}});
  return all;
}

json::object write(const review::AuditTemplate& rule) {
  json::array versions;
  for (const auto& version : rule.versions) {
    json::array lines;
    for (const auto& line : version.lines) {
      lines.push_back(json::object{{"line", line.id},
                                   {"area", line.area},
                                   {"question", line.question},
                                   {"standards", named(line.standards, "standard")}});
    }
    json::object out{{"from", version.from.iso()},
                     {"lines", std::move(lines)},
                     {"criteria", named(version.criteria, "criterion")},
                     {"cites", texts(version.cites)},
                     {"grade", version.grade}};
    if (!version.note.empty()) out["note"] = version.note;
    versions.push_back(std::move(out));
  }
  return {{"template", rule.id}, {"title", rule.title}, {"local", rule.local}, {"versions", std::move(versions)}};
}

json::object write(const review::ProductForm& form) {
  json::array headings;
  for (const auto& heading : form.headings) {
    headings.push_back(json::object{{"heading", heading.id}, {"title", heading.title}, {"hint", heading.hint}});
  }
  json::object out{{"from", form.from.iso()},
                   {"headings", std::move(headings)},
                   {"mostCharacters", form.most_characters},
                   {"secondPersonFor", texts(form.second_person_for)},
                   {"cites", texts(form.cites)},
                   {"grade", form.grade}};
  if (!form.note.empty()) out["note"] = form.note;
  return out;
}

}  // namespace

json::object law_json(const review::RuleBook& law) {
  json::array clocks;
  for (const auto& rule : law.clocks()) clocks.push_back(write(rule, law));
  json::array criteria;
  for (const auto& one : law.criteria()) {
    criteria.push_back(json::object{{"criterion", one.id},
                                    {"question", one.question},
                                    {"decision", one.decision},
                                    {"from", one.from.iso()},
                                    {"cites", texts(one.cites)},
                                    {"grade", one.grade}});
  }
  json::array sources;
  for (const auto& one : law.sources()) {
    sources.push_back(
        json::object{{"source", one.id}, {"title", one.title}, {"address", one.address}, {"dated", one.dated}});
  }
  json::array not_computed;
  for (const auto& one : law.not_computed()) {
    not_computed.push_back(
        json::object{{"id", one.id}, {"wording", one.wording}, {"why", one.why}, {"cites", texts(one.cites)}});
  }
  json::array not_rules;
  for (const auto& one : law.not_rules()) {
    not_rules.push_back(json::object{{"id", one.id},
                                     {"claim", one.claim},
                                     {"why", one.why},
                                     {"seenIn", texts(one.seen_in_cites)},
                                     {"cites", texts(one.cites)}});
  }
  json::array theme_lists;
  for (const auto& list : law.theme_lists()) theme_lists.push_back(write(list));
  json::array programmes;
  for (const auto& rule : law.programmes()) programmes.push_back(write(rule));
  json::array audit_templates;
  for (const auto& one : law.audit_templates()) audit_templates.push_back(write(one));
  json::array question_areas;
  for (const auto& area : law.question_areas()) question_areas.push_back(write(area));
  json::array product_forms;
  for (const auto& form : law.product_forms()) product_forms.push_back(write(form));
  const auto& partnership = law.partnership();
  return json::object{{"clocks", clocks},
                      {"programmes", programmes},
                      {"productForms", product_forms},
                      {"criteria", criteria},
                      {"sources", sources},
                      {"notComputed", not_computed},
                      {"notRules", not_rules},
                      {"themeLists", theme_lists},
                      {"auditTemplates", audit_templates},
                      {"questionAreas", question_areas},
                      {"partnership", json::object{{"id", partnership.id},
                                                   {"name", partnership.name},
                                                   {"signOffBodies", texts(partnership.sign_off_bodies)},
                                                   {"quorum", partnership.quorum},
                                                   {"quorumBodies", texts(partnership.quorum_bodies)},
                                                   {"groups", groups(partnership)},
                                                   {"productsHeldWithReport", partnership.products_held_with_report}}}};
}

json::object calendar_json(const review::Calendar& calendar) {
  json::array holidays;
  for (const auto& holiday : calendar.holidays()) {
    holidays.push_back(json::object{
        {"date", holiday.date.iso()}, {"name", holiday.name}, {"kind", holiday.kind}, {"source", holiday.source}});
  }
  return json::object{{"calendar", "england-and-wales"},
                      {"first", calendar.first().iso()},
                      {"last", calendar.last().iso()},
                      {"holidays", holidays}};
}

}  // namespace reviewd
