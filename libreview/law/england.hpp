#pragma once

#include "libreview/base/result.hpp"
#include "libreview/law/read_rule_book.hpp"
#include "libreview/law/rule_book.hpp"

namespace review {

/// The law of England as compiled in, with the default partnership.
[[nodiscard]] RuleBook england();
/// The same with a partnership's overlay laid over the default. Refused like `read_rule_book`.
[[nodiscard]] Result<RuleBook> england(const LawText& overlay);

}  // namespace review
