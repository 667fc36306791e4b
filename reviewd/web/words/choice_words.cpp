#include "reviewd/web/words/choice_words.hpp"

#include "libreview/vocabulary/names.hpp"
#include "review/v1/entries.pb.h"
#include "reviewd/base/short_name_words.hpp"
#include "reviewd/web/words/practice_words.hpp"
#include "reviewd/web/words/screen_words.hpp"
#include "reviewd/web/words/stage_words.hpp"

namespace reviewd {

std::string choice_words(std::string_view type, const std::string& value) {
  if (type == "Stage") return stage_words(value);
  const auto* pool = review::v1::Entry::descriptor()->file()->pool();
  const auto* choices = pool->FindEnumTypeByName("review.v1." + std::string(type));
  const auto* found = choices == nullptr ? nullptr : review::find_value(*choices, value);
  return found == nullptr ? value : practice_words(review::choice_label(*found));
}

std::string name_words(const std::string& name) { return short_name_words(name); }

std::string agency_words(const std::string& agency) {
  auto known = body_words(agency);
  return known == agency ? name_words(agency) : practice_words(known);
}

}  // namespace reviewd
