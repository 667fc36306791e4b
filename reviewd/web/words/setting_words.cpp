#include "reviewd/web/words/setting_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <vector>

#include "reviewd/web/words/form_offers.hpp"
#include "reviewd/web/words/form_typed.hpp"
#include "reviewd/web/words/screen_words.hpp"

namespace reviewd {
namespace {

bool names_bodies(const PartnershipSetting& setting) { return setting.name.ends_with("-bodies"); }

std::string small(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

/// Each part between commas, changed; joined again.
template <class Change>
std::string each_part(const std::string& list, Change change) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= list.size();) {
    const auto comma = std::min(list.find(',', at), list.size());
    if (auto part = typed_text(list.substr(at, comma - at)); !part.empty()) parts.push_back(change(part));
    at = comma + 1;
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace

std::string setting_words(const PartnershipSetting& setting, const std::string& value) {
  if (value.empty()) return "Nothing yet";
  if (setting.is_long) return "A file of rules";
  if (setting.name == "content-notes") return value == "on" ? "On" : "Off";
  return names_bodies(setting) ? each_part(value, body_words) : value;
}

std::string setting_to_type(const PartnershipSetting& setting, const std::string& value) {
  if (!names_bodies(setting)) return value;
  const auto& bodies = bodies_of_law();
  return each_part(value, [&](const std::string& part) {
    const auto found = std::find_if(bodies.begin(), bodies.end(), [&](const Offer& one) { return one.value == part; });
    return found == bodies.end() ? part : found->label;
  });
}

std::string setting_typed(const PartnershipSetting& setting, const std::string& typed) {
  if (!names_bodies(setting)) return typed;
  const auto& bodies = bodies_of_law();
  return each_part(typed, [&](const std::string& part) {
    const auto found =
        std::find_if(bodies.begin(), bodies.end(), [&](const Offer& one) { return small(one.label) == small(part); });
    return found == bodies.end() ? part : found->value;
  });
}

}  // namespace reviewd
