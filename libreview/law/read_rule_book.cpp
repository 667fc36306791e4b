#include "libreview/law/read_rule_book.hpp"

#include <utility>

#include "libreview/law/law_table.hpp"
#include "libreview/law/read_alerts.hpp"
#include "libreview/law/read_audit_templates.hpp"
#include "libreview/law/read_clocks.hpp"
#include "libreview/law/read_figures.hpp"
#include "libreview/law/read_guidance.hpp"
#include "libreview/law/read_partnership.hpp"
#include "libreview/law/read_products.hpp"
#include "libreview/law/read_programmes.hpp"
#include "libreview/law/read_publication.hpp"
#include "libreview/law/read_questions.hpp"
#include "libreview/law/read_themes.hpp"

namespace review {
namespace {

/// What `read` makes of the file, or the first fault in it.
template <class Read>
auto read_file(const LawText& file, Read read) -> Result<decltype(read(std::declval<LawTable>()))> {
  LawReading reading{.file = file.name};
  const auto table = parse_law(file.text, reading);
  if (!table) return refuse(std::move(*reading.fault));
  auto contents = read(LawTable(*table, reading));
  if (reading.fault) return refuse(std::move(*reading.fault));
  return contents;
}

Result<Partnership> read_partnerships(const LawText& standard, const std::optional<LawText>& overlay) {
  auto base = read_file(standard, [](LawTable root) { return read_partnership(root, no_partnership()); });
  if (!base || !overlay) return base;
  return read_file(*overlay, [&](LawTable root) { return read_partnership(root, *base); });
}

}  // namespace

Result<RuleBook> read_rule_book(const LawTexts& texts, const std::optional<LawText>& overlay) {
  auto clocks = read_file(texts.clocks, read_clocks);
  if (!clocks) return refuse(std::move(clocks.error()));
  auto criteria = read_file(texts.criteria, read_criteria);
  if (!criteria) return refuse(std::move(criteria.error()));
  auto sources = read_file(texts.sources, read_sources);
  if (!sources) return refuse(std::move(sources.error()));
  auto not_computed = read_file(texts.not_computed, read_not_computed);
  if (!not_computed) return refuse(std::move(not_computed.error()));
  auto not_rules = read_file(texts.not_rules, read_not_rules);
  if (!not_rules) return refuse(std::move(not_rules.error()));
  auto retention = read_file(texts.retention, read_retention);
  if (!retention) return refuse(std::move(retention.error()));
  auto alerts = read_file(texts.alerts, read_alerts);
  if (!alerts) return refuse(std::move(alerts.error()));
  auto publication = read_file(texts.publication, read_publication);
  if (!publication) return refuse(std::move(publication.error()));
  auto themes = read_file(texts.themes, read_themes);
  if (!themes) return refuse(std::move(themes.error()));
  auto programmes = read_file(texts.programmes, read_programmes);
  if (!programmes) return refuse(std::move(programmes.error()));
  auto figures = read_file(texts.figures, read_figures);
  if (!figures) return refuse(std::move(figures.error()));
  auto audit_templates = read_file(texts.audit_standards, read_audit_templates);
  if (!audit_templates) return refuse(std::move(audit_templates.error()));
  auto questions = read_file(texts.questions, read_questions);
  if (!questions) return refuse(std::move(questions.error()));
  auto products = read_file(texts.products, read_products);
  if (!products) return refuse(std::move(products.error()));
  auto partnership = read_partnerships(texts.partnership, overlay);
  if (!partnership) return refuse(std::move(partnership.error()));
  return RuleBook(LawContents{.clocks = std::move(*clocks),
                              .criteria = std::move(*criteria),
                              .sources = std::move(*sources),
                              .not_computed = std::move(*not_computed),
                              .not_rules = std::move(*not_rules),
                              .retention = std::move(retention->rules),
                              .holds = std::move(retention->holds),
                              .alerts = std::move(*alerts),
                              .publication = std::move(*publication),
                              .themes = std::move(*themes),
                              .programmes = std::move(*programmes),
                              .figures = std::move(*figures),
                              .audit_templates = std::move(*audit_templates),
                              .questions = std::move(*questions),
                              .products = std::move(*products),
                              .partnership = std::move(*partnership)});
}

}  // namespace review
