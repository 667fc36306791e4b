#include "reviewd/web/words/choice_words.hpp"

#include <algorithm>
#include <array>

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

std::string place_words(const std::string& place) {
  static constexpr std::array<std::string_view, 8> small{"and", "by", "in", "le", "of", "on", "the", "upon"};
  std::string words;
  for (std::size_t from = 0; from <= place.size();) {
    const auto to = std::min(place.find('-', from), place.size());
    auto word = name_words(place.substr(from, to - from));
    if (!words.empty() && std::ranges::count(small, place.substr(from, to - from)) > 0) {
      word = place.substr(from, to - from);
    }
    words += (words.empty() ? "" : " ") + word;
    from = to + 1;
  }
  return words;
}

std::string agency_words(const std::string& agency) {
  auto known = body_words(agency);
  return known == agency ? name_words(agency) : practice_words(known);
}

}  // namespace reviewd
