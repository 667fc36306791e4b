#include "libreview/past/known_words.hpp"

#include <utility>

#include "libreview/past/plain_words.hpp"

namespace review {
namespace {

constexpr std::string_view of_themes = "themes";
constexpr std::size_t most_near_themes = 3;

/// What stands there under that key; null where nothing does.
template <class Map>
auto* found_in(const Map& map, std::string_view key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace

KnownWords::KnownWords(const PastWords& words, const Mapping& mapping, const std::vector<KnownAgency>& agencies,
                       const std::vector<KnownTheme>& themes) {
  for (const auto& one : mapping.defaults) defaults_.emplace(one.field, one.written);
  for (const auto& one : mapping.words) mapped_[one.of].emplace(plain_words(one.written), one.is);
  for (const auto& one : agencies) {
    auto name = plain_words(one.name);
    agencies_.emplace(name, one.agency);
    spelled_agencies_.push_back({std::move(name), one.name, one.agency});
  }
  for (const auto& one : agencies) agencies_.emplace(one.agency, one.agency);
  for (const auto& one : themes) {
    theme_ids_.insert(one.theme);
    for (const auto& written : {one.theme, one.title}) {
      auto plain = plain_words(written);
      themes_.emplace(plain, one.theme);
      spelled_themes_.push_back({std::move(plain), written, one.theme});
    }
  }
  for (const auto& one : words.values) {
    for (const auto& word : one.words) {
      values_[one.of].emplace(word, &one);
      spelled_[one.of].push_back({plain_words(word), word, one.is});
      if (one.of == of_themes && theme_ids_.contains(one.is))
        spelled_themes_.push_back({plain_words(word), word, one.is});
    }
  }
}

std::string KnownWords::default_of(std::string_view field) const {
  const auto* found = found_in(defaults_, field);
  return found == nullptr ? std::string() : *found;
}

const std::string* KnownWords::mapped(std::string_view of, const std::string& plain) const {
  const auto* words = found_in(mapped_, of);
  if (words == nullptr) return nullptr;
  const auto found = words->find(plain);
  return found == words->end() ? nullptr : &found->second;
}

const PastValue* KnownWords::value(std::string_view of, const std::string& plain) const {
  const auto* words = found_in(values_, of);
  const auto* found = words == nullptr ? nullptr : found_in(*words, plain);
  return found == nullptr ? nullptr : *found;
}

std::string KnownWords::agency(const std::string& written) const {
  const auto* found = found_in(agencies_, plain_words(written));
  if (found == nullptr) found = found_in(agencies_, written);
  return found == nullptr ? std::string() : *found;
}

std::string KnownWords::theme(const std::string& written) const {
  const auto plain = plain_words(written);
  if (const auto* is = mapped(of_themes, plain)) return theme_ids_.contains(*is) ? *is : std::string();
  if (const auto* found = found_in(themes_, plain)) return *found;
  const auto* means = value(of_themes, plain);
  return means != nullptr && theme_ids_.contains(means->is) ? means->is : std::string();
}

std::vector<std::string> KnownWords::near(std::string_view of, const std::string& written,
                                          const std::vector<KnownWord>& known, std::size_t most) const {
  const auto plain = plain_words(written);
  const auto key = std::string(of) + "|" + plain;
  if (const auto found = looked_for_.find(key); found != looked_for_.end()) return found->second;
  if (looked_for_.size() >= most_looked_for) return {};
  return looked_for_.emplace(key, nearest(plain, known, most)).first->second;
}

std::vector<std::string> KnownWords::nearest_values(std::string_view of, const std::string& written) const {
  const auto* known = found_in(spelled_, of);
  return known == nullptr ? std::vector<std::string>() : near(of, written, *known, 1);
}

std::vector<std::string> KnownWords::nearest_agencies(const std::string& written) const {
  return near("agency", written, spelled_agencies_, 1);
}

std::vector<std::string> KnownWords::nearest_themes(const std::string& written) const {
  return near(of_themes, written, spelled_themes_, most_near_themes);
}

}  // namespace review
