#include "libreview/law/rule_book.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace review {
namespace {

template <class Row>
const Row* find_row(const std::vector<Row>& rows, std::string_view id) {
  const auto row = std::ranges::find(rows, id, &Row::id);
  return row == rows.end() ? nullptr : &*row;
}

std::vector<std::string> cited(const RuleBook& book, const std::vector<Citation>& references) {
  std::vector<std::string> cites;
  for (const Citation& reference : references) cites.push_back(book.cite(reference));
  return cites;
}

template <class Rows>
void cite_all(const RuleBook& book, Rows& rows) {
  for (auto& row : rows) row.cites = cited(book, row.references);
}

/// A local clock takes its versions from the partnership, and its starts where the partnership names others.
void adopt(ClockRule& clock, const Partnership& partnership) {
  for (const LocalRule& rule : partnership.local) {
    if (rule.clock != clock.id) continue;
    if (!rule.starts.empty()) clock.starts = rule.starts;
    clock.versions.push_back({.law = partnership.id,
                              .from = rule.from,
                              .length = rule.length,
                              .unit = rule.unit,
                              .counting = rule.counting,
                              .back = rule.back,
                              .eased = false,
                              .references = rule.references,
                              .cites = rule.cites,
                              .grade = rule.grade,
                              .note = rule.note});
  }
}

}  // namespace

RuleBook::RuleBook(LawContents contents) : contents_(std::move(contents)) {
  cite_all(*this, contents_.partnership.local);
  for (ClockRule& clock : contents_.clocks) {
    cite_all(*this, clock.versions);
    if (clock.legal_status == LegalStatus::local) adopt(clock, contents_.partnership);
  }
  std::ranges::copy(contents_.partnership.themes, std::back_inserter(contents_.themes));
  contents_.partnership.themes.clear();
  cite_all(*this, contents_.themes);
  cite_all(*this, contents_.criteria);
  cite_all(*this, contents_.not_computed);
  cite_all(*this, contents_.not_rules);
  for (NotRule& row : contents_.not_rules) row.seen_in_cites = cited(*this, row.seen_in);
  cite_all(*this, contents_.retention);
  cite_all(*this, contents_.holds);
  cite_all(*this, contents_.alerts.watches);
  cite_all(*this, contents_.publication.events);
  cite_all(*this, contents_.publication.yearly);
  cite_all(*this, contents_.publication.warnings);
  cite_all(*this, contents_.publication.told);
  for (ProgrammeRule& rule : contents_.programmes) cite_all(*this, rule.versions);
  cite_all(*this, contents_.figures.small);
  std::ranges::copy(contents_.partnership.audit_templates, std::back_inserter(contents_.audit_templates));
  contents_.partnership.audit_templates.clear();
  for (AuditTemplate& one : contents_.audit_templates) cite_all(*this, one.versions);
  std::ranges::copy(contents_.partnership.questions, std::back_inserter(contents_.questions));
  contents_.partnership.questions.clear();
  for (QuestionArea& area : contents_.questions) cite_all(*this, area.versions);
  cite_all(*this, contents_.products);
}

RuleBook RuleBook::with_bodies(std::string name, std::vector<std::string> sign_off_bodies, int quorum,
                               std::vector<std::string> quorum_bodies) const {
  RuleBook other = *this;
  auto& partnership = other.contents_.partnership;
  partnership.name = std::move(name);
  partnership.sign_off_bodies = std::move(sign_off_bodies);
  partnership.quorum = quorum;
  partnership.quorum_bodies = std::move(quorum_bodies);
  return other;
}

const ClockRule* RuleBook::clock(std::string_view id) const { return find_row(contents_.clocks, id); }
const Watch* RuleBook::watch(std::string_view id) const { return find_row(contents_.alerts.watches, id); }
const Source* RuleBook::source(std::string_view id) const { return find_row(contents_.sources, id); }

const ThemeList* RuleBook::list_of_theme(std::string_view id) const {
  const auto found = std::ranges::find_if(contents_.themes, [id](const ThemeList& list) {
    return std::ranges::find(list.themes, id, &Theme::id) != list.themes.end();
  });
  return found == contents_.themes.end() ? nullptr : &*found;
}

const Theme* RuleBook::theme(std::string_view id) const {
  const ThemeList* list = list_of_theme(id);
  return list == nullptr ? nullptr : find_row(list->themes, id);
}

const ClockVersion* RuleBook::version(const ClockRule& rule, Date start) const {
  const ClockVersion* newest = nullptr;
  for (const ClockVersion& version : rule.versions) {
    if (version.from <= start && (newest == nullptr || newest->from < version.from)) newest = &version;
  }
  return newest;
}

const ProgrammeSteps* RuleBook::programme_steps(v1::ProgrammeSort sort, Date opened) const {
  const auto* rule = find_row(contents_.programmes, programme_rule_id(sort));
  if (rule == nullptr) return nullptr;
  const ProgrammeSteps* newest = nullptr;
  for (const auto& version : rule->versions) {
    if (version.from <= opened && (newest == nullptr || newest->from < version.from)) newest = &version;
  }
  return newest;
}

const AuditTemplate* RuleBook::audit_template(std::string_view id) const {
  return find_row(contents_.audit_templates, id);
}

const ProductForm* RuleBook::product_form(Date drafted) const {
  const ProductForm* newest = nullptr;
  for (const auto& form : contents_.products) {
    if (form.from <= drafted) newest = &form;
  }
  return newest;
}

const LocalRule* RuleBook::local(std::string_view clock_id, Date start) const {
  const ClockRule* rule = clock(clock_id);
  if (rule == nullptr || rule->legal_status == LegalStatus::local) return nullptr;
  const LocalRule* newest = nullptr;
  for (const LocalRule& each : contents_.partnership.local) {
    if (each.clock == clock_id && each.from <= start && (newest == nullptr || newest->from < each.from)) newest = &each;
  }
  return newest;
}

const LocalRule* RuleBook::local(std::string_view clock_id) const {
  return local(clock_id, Date{std::chrono::year{2199} / 12 / 31});
}

std::string RuleBook::cite(const Citation& citation) const {
  const Source* found = source(citation.source);
  const std::string& title = found == nullptr ? citation.source : found->title;
  return citation.at.empty() ? title : title + ", " + citation.at;
}

}  // namespace review
