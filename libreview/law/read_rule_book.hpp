#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "libreview/base/result.hpp"
#include "libreview/law/rule_book.hpp"

namespace review {

/// A file of law: its text, and the name that messages give it.
struct LawText {
  std::string name;
  std::string_view text;
};

/// The files that make a rule book.
struct LawTexts {
  LawText clocks;
  LawText criteria;
  LawText sources;
  LawText not_computed;
  LawText not_rules;
  LawText retention;
  LawText alerts;
  LawText publication;
  LawText themes;
  LawText questions;
  LawText programmes;
  LawText figures;
  LawText audit_standards;
  LawText products;
  LawText partnership;  ///< what holds where a partnership's overlay says nothing
};

/// Reads the law. An overlay, where there is one, is laid over the default partnership: what it names takes the place
/// of the default, its rules for a clock that of all the default's rules for that clock. Refused with `malformed`,
/// file, line and column: what is no TOML, a missing or wrong value, a key that is not known. What can be read may
/// still be wrong: see `law_check`.
[[nodiscard]] Result<RuleBook> read_rule_book(const LawTexts& texts, const std::optional<LawText>& overlay = {});

}  // namespace review
