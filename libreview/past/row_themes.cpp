#include "libreview/past/row_themes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/past/nearest.hpp"
#include "libreview/past/plain_words.hpp"

namespace review {
namespace {

constexpr std::string_view themes_field = "themes";
constexpr std::size_t most_near = 3;

bool is_theme(const PastReading& reading, const std::string& id) {
  return std::ranges::find(reading.themes, id, &KnownTheme::theme) != reading.themes.end();
}

/// The theme that the words mean; empty where they mean none.
std::string theme_called(const PastReading& reading, const std::string& written) {
  const auto plain = plain_words(written);
  for (const auto& one : reading.mapping.words) {
    if (one.of == themes_field && plain_words(one.written) == plain) return is_theme(reading, one.is) ? one.is : "";
  }
  for (const auto& one : reading.themes) {
    if (plain_words(one.theme) == plain || plain_words(one.title) == plain) return one.theme;
  }
  const auto* value = reading.words.value(themes_field, plain);
  return value != nullptr && is_theme(reading, value->is) ? value->is : "";
}

/// `; the nearest are "Neglect" and "Babies"`, or nothing.
std::string nearest_themes(const PastReading& reading, const std::string& written) {
  std::vector<std::string> known;
  for (const auto& one : reading.themes) {
    known.push_back(one.theme);
    known.push_back(one.title);
  }
  for (const auto& one : reading.words.values) {
    if (one.of == themes_field) known.insert(known.end(), one.words.begin(), one.words.end());
  }
  std::vector<std::string> near;
  std::vector<std::string> told;
  while (near.size() < most_near) {
    const auto one = nearest(written, known);
    if (one.empty()) break;
    std::erase(known, one);
    const auto theme = theme_called(reading, one);
    if (std::ranges::find(told, theme) != told.end()) continue;
    told.push_back(theme);
    near.push_back(one);
  }
  if (near.empty()) return {};
  std::string all;
  for (std::size_t i = 0; i < near.size(); ++i)
    all += fmt::format("{}\"{}\"", i == 0 ? "" : i + 1 == near.size() ? " and " : ", ", near[i]);
  return fmt::format("; the nearest {} {}", near.size() == 1 ? "is" : "are", all);
}

/// The title of a theme has commas itself, so a part is looked for as a whole first.
std::vector<std::string> parts_at_commas(const PastReading& reading, const std::string& part) {
  if (!theme_called(reading, part).empty()) return {part};
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= part.size();) {
    const auto to = std::min(part.find(',', from), part.size());
    if (auto one = without_blanks(std::string_view(part).substr(from, to - from)); !one.empty())
      parts.push_back(std::move(one));
    from = to + 1;
  }
  return parts;
}

}  // namespace

std::vector<std::string> themes_of_row(PastRow& row) {
  const auto& reading = row.reading();
  std::vector<std::string> themes;
  for (const auto& part : parts_of_cell(row.text(themes_field))) {
    for (const auto& one : parts_at_commas(reading, part)) {
      const auto theme = theme_called(reading, one);
      if (!theme.empty()) {
        if (std::ranges::find(themes, theme) == themes.end()) themes.push_back(theme);
      } else if (reading.words.unknown.contains(plain_words(one))) {
        row.keep(themes_field, one);
      } else {
        row.error(
            themes_field, "not-a-choice",
            fmt::format("There is no theme \"{}\"{}. Write one of the themes, with semicolons between several, or "
                        "say in the mapping which one it is.",
                        one, nearest_themes(reading, one)));
      }
    }
  }
  return themes;
}

}  // namespace review
