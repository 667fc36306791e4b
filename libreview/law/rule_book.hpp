#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/law/alert_rules.hpp"
#include "libreview/law/audit_template.hpp"
#include "libreview/law/clock_rule.hpp"
#include "libreview/law/figure_rules.hpp"
#include "libreview/law/guidance.hpp"
#include "libreview/law/partnership.hpp"
#include "libreview/law/product_rules.hpp"
#include "libreview/law/programme_rules.hpp"
#include "libreview/law/publication_rules.hpp"
#include "libreview/law/question_area.hpp"
#include "libreview/law/theme_list.hpp"

namespace review {

/// Everything that the files of the law say, in their order.
struct LawContents {
  std::vector<ClockRule> clocks;
  std::vector<Criterion> criteria;
  std::vector<Source> sources;
  std::vector<NotComputed> not_computed;
  std::vector<NotRule> not_rules;
  std::vector<RetentionRule> retention;
  std::vector<LegalHold> holds;
  AlertRules alerts;
  PublicationRules publication;
  std::vector<ThemeList> themes;
  std::vector<ProgrammeRule> programmes;
  FigureRules figures;
  std::vector<AuditTemplate> audit_templates;
  std::vector<QuestionArea> questions;
  std::vector<ProductForm> products;
  Partnership partnership;
};

/// The law, national and local, as values. A local clock carries its partnership's rules as its versions, so whoever
/// reads clocks need not know whose rule it is.
class RuleBook {
 public:
  explicit RuleBook(LawContents contents);

  [[nodiscard]] const std::vector<ClockRule>& clocks() const { return contents_.clocks; }
  [[nodiscard]] const std::vector<Criterion>& criteria() const { return contents_.criteria; }
  [[nodiscard]] const std::vector<Source>& sources() const { return contents_.sources; }
  [[nodiscard]] const std::vector<NotComputed>& not_computed() const { return contents_.not_computed; }
  [[nodiscard]] const std::vector<NotRule>& not_rules() const { return contents_.not_rules; }
  [[nodiscard]] const std::vector<RetentionRule>& retention() const { return contents_.retention; }
  [[nodiscard]] const std::vector<LegalHold>& holds() const { return contents_.holds; }
  [[nodiscard]] const AlertRules& alerts() const { return contents_.alerts; }
  [[nodiscard]] const PublicationRules& publication() const { return contents_.publication; }
  /// The national lists of themes, and then the partnership's own.
  [[nodiscard]] const std::vector<ThemeList>& theme_lists() const { return contents_.themes; }
  [[nodiscard]] const std::vector<ProgrammeRule>& programmes() const { return contents_.programmes; }
  /// The templates of audits, and then the partnership's own.
  [[nodiscard]] const std::vector<AuditTemplate>& audit_templates() const { return contents_.audit_templates; }
  [[nodiscard]] const FigureRules& figures() const { return contents_.figures; }
  /// The areas of questions of scrutiny, and then the partnership's own.
  [[nodiscard]] const std::vector<QuestionArea>& question_areas() const { return contents_.questions; }
  /// The forms of learning products, oldest first.
  [[nodiscard]] const std::vector<ProductForm>& product_forms() const { return contents_.products; }
  [[nodiscard]] const Partnership& partnership() const { return contents_.partnership; }

  /// The same law for a partnership of another name, with other bodies that sign and another quorum.
  [[nodiscard]] RuleBook with_bodies(std::string name, std::vector<std::string> sign_off_bodies, int quorum,
                                     std::vector<std::string> quorum_bodies) const;

  /// The clock, or null.
  [[nodiscard]] const ClockRule* clock(std::string_view id) const;
  /// The watch, or null.
  [[nodiscard]] const Watch* watch(std::string_view id) const;
  /// The steps of a programme of this sort that was opened on the day, or null where it has no list of them.
  [[nodiscard]] const ProgrammeSteps* programme_steps(v1::ProgrammeSort sort, Date opened) const;
  /// The template of an audit, or null.
  [[nodiscard]] const AuditTemplate* audit_template(std::string_view id) const;
  /// The form of a learning product that is drafted on the day, or null where there was none yet.
  [[nodiscard]] const ProductForm* product_form(Date drafted) const;
  /// The source, or null.
  [[nodiscard]] const Source* source(std::string_view id) const;
  /// The theme, or null; of whatever list.
  [[nodiscard]] const Theme* theme(std::string_view id) const;
  /// The list that the theme is in, or null.
  [[nodiscard]] const ThemeList* list_of_theme(std::string_view id) const;
  /// The newest version that was in force on `start`, or null where the clock began before the first.
  [[nodiscard]] const ClockVersion* version(const ClockRule& rule, Date start) const;
  /// The partnership's second date for a clock of the national law that started on `start`: its newest rule in force
  /// then, or null. Null for local clocks, whose versions are the partnership's.
  [[nodiscard]] const LocalRule* local(std::string_view clock, Date start) const;
  /// The same whatever the day: its newest rule, or null.
  [[nodiscard]] const LocalRule* local(std::string_view clock) const;
  /// `Working Together to Safeguard Children 2023, chapter 5`; the bare id where the source is unknown.
  [[nodiscard]] std::string cite(const Citation& citation) const;
  /// The title of a source given by id, as refusals cite it; the bare id where it is unknown.
  [[nodiscard]] std::string cite(std::string_view source_id) const {
    return cite(Citation{std::string(source_id), {}});
  }

 private:
  LawContents contents_;
};

}  // namespace review
