#include "reviewd/web/words/choice_words.hpp"

#include <algorithm>

#include "libreview/vocabulary/names.hpp"
#include "review/v1/entries.pb.h"
#include "reviewd/web/form_words.hpp"
#include "reviewd/web/words/practice_words.hpp"
#include "reviewd/web/words/stage_words.hpp"

namespace reviewd {

std::string choice_words(std::string_view type, const std::string& value) {
  if (type == "Stage") return stage_words(value);
  const auto* pool = review::v1::Entry::descriptor()->file()->pool();
  const auto* choices = pool->FindEnumTypeByName("review.v1." + std::string(type));
  const auto* found = choices == nullptr ? nullptr : review::find_value(*choices, value);
  return found == nullptr ? value : practice_words(review::choice_label(*found));
}

std::string name_words(const std::string& name) {
  std::string words = name;
  std::replace(words.begin(), words.end(), '-', ' ');
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

std::string agency_words(const std::string& agency) {
  auto known = body_words(agency);
  return known == agency ? name_words(agency) : practice_words(known);
}

}  // namespace reviewd
