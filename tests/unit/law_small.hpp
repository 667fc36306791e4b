#pragma once

#include <optional>
#include <string>

#include "libreview/law/read_rule_book.hpp"

namespace review::law_test {

/// A law of one clock in which nothing is wrong, to be spoilt in one place.
struct SmallLaw {
  std::string sources = "[[source]]\nid = \"act\"\ntitle = \"An Act\"\n";
  std::string clock_head =
      "[[clock]]\n"
      "id = \"tell\"\n"
      "title = \"Tell\"\n"
      "record = \"case\"\n"
      "starts = [\"incident-logged\"]\n"
      "stops = [\"informed\"]\n"
      "owed-by = \"us\"\n"
      "legal-status = \"statute\"\n";
  std::string version =
      "[[clock.version]]\n"
      "law = \"england-2018\"\n"
      "from = 2018-06-29\n"
      "length = 5\n"
      "unit = \"working-days\"\n"
      "counting = \"day-after\"\n"
      "cites = [{ source = \"act\", at = \"section 1\" }]\n"
      "grade = \"S\"\n";
  std::string more_clocks{};
  std::string criteria{};
  std::string not_computed{};
  std::string not_rules{};
  std::string retention{};
  std::string publication{};
  std::string themes{};
  std::string questions{};
  std::string programmes{};
  std::string figures{};
  std::string audit_standards{};
  std::string products{};
  std::string partnership =
      "id = \"default\"\n"
      "name = \"Default\"\n"
      "sign-off-bodies = [\"POLICE\"]\n"
      "quorum = 1\n"
      "quorum-bodies = [\"POLICE\"]\n";
  std::string more_partnership{};
  std::optional<std::string> overlay{};

  [[nodiscard]] Result<RuleBook> read() const {
    const std::string clocks = clock_head + version + more_clocks;
    const std::string standard = partnership + more_partnership;
    const LawTexts texts{.clocks = {"clocks.toml", clocks},
                         .criteria = {"criteria.toml", criteria},
                         .sources = {"sources.toml", sources},
                         .not_computed = {"not-computed.toml", not_computed},
                         .not_rules = {"not-rules.toml", not_rules},
                         .retention = {"retention.toml", retention},
                         .alerts = {"alerts.toml", ""},
                         .publication = {"publication.toml", publication},
                         .themes = {"themes.toml", themes},
                         .questions = {"scrutiny-questions.toml", questions},
                         .programmes = {"programmes.toml", programmes},
                         .figures = {"figures.toml", figures},
                         .audit_standards = {"audit-standards.toml", audit_standards},
                         .products = {"products.toml", products},
                         .partnership = {"partnership.toml", standard}};
    return read_rule_book(texts, overlay ? std::optional<LawText>({"overlay.toml", *overlay}) : std::nullopt);
  }
};

/// `text` with the first `what` replaced.
[[nodiscard]] inline std::string with(std::string text, const std::string& what, const std::string& instead) {
  return text.replace(text.find(what), what.size(), instead);
}

}  // namespace review::law_test
