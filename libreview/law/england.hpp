#pragma once

#include <string_view>

#include "libreview/base/result.hpp"
#include "libreview/law/read_rule_book.hpp"
#include "libreview/law/rule_book.hpp"

namespace review {

/// The law of England as compiled in, with the default partnership.
[[nodiscard]] RuleBook england();
/// The same with a partnership's overlay laid over the default. Refused like `read_rule_book`.
[[nodiscard]] Result<RuleBook> england(const LawText& overlay);

/// Who has to be told by entries of a kind: `advance-copy-sent`, `delay-reported`, `publication-declined`. It is
/// national law, which no partnership changes: what was told in a case is the same under every overlay.
[[nodiscard]] const MustTell& must_tell(std::string_view kind);

}  // namespace review
