#include "libreview/law/england.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

#include "libreview/base/embedded.hpp"

namespace review {
namespace {

LawText file(const std::string& name) {
  const auto text = embedded("law/england/" + name);
  if (!text) throw std::logic_error("law/england/" + name + " is not compiled in");
  return {name, *text};
}

LawTexts texts() {
  return {.clocks = file("clocks.toml"),
          .criteria = file("criteria.toml"),
          .sources = file("sources.toml"),
          .not_computed = file("not-computed.toml"),
          .not_rules = file("not-rules.toml"),
          .retention = file("retention.toml"),
          .alerts = file("alerts.toml"),
          .publication = file("publication.toml"),
          .themes = file("themes.toml"),
          .questions = file("scrutiny-questions.toml"),
          .programmes = file("programmes.toml"),
          .figures = file("figures.toml"),
          .audit_standards = file("audit-standards.toml"),
          .products = file("products.toml"),
          .partnership = file("partnership.toml")};
}

}  // namespace

RuleBook england() {
  auto book = read_rule_book(texts());
  if (!book) throw std::logic_error("law/england: " + book.error().says);
  return std::move(*book);
}

Result<RuleBook> england(const LawText& overlay) { return read_rule_book(texts(), overlay); }

const MustTell& must_tell(std::string_view kind) {
  static const std::vector<MustTell> all = england().publication().told;
  const auto row = std::ranges::find(all, kind, &MustTell::id);
  if (row == all.end()) throw std::logic_error("law/england: nobody is told by " + std::string(kind));
  return *row;
}

}  // namespace review
