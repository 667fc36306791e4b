#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/law/rule_book.hpp"
#include "libreview/vocabulary/kinds.hpp"

namespace review {

/// The fields of an entry as `field=value` words say them: JSON such as a request would carry, without the kind's
/// message where no word is about it. Names are looked up in the schema, so there is no list of them here; criteria
/// come from the law. Refused with `malformed`: a word without `=`, an unknown field, a value given twice, a switch
/// that is neither yes nor no.
[[nodiscard]] Result<boost::json::object> entry_words(const Kind& kind, const std::vector<std::string>& words,
                                                      const RuleBook& law);

/// `B` → `story-case-b`: what stands for another case of the story until it has a reference.
[[nodiscard]] std::string case_placeholder(std::string_view letter);
/// `request` → `story-entry-request`: what stands for an entry of the story until it has an id.
[[nodiscard]] std::string entry_placeholder(std::string_view name);

}  // namespace review
