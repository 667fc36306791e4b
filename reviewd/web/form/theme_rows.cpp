#include "reviewd/web/form/theme_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// The message that the field stands in: `learningCaptured.findings.0`.
std::string message_of(const std::string& path) { return path.substr(0, path.rfind('.')); }

json::object boxes(const std::string& id, const std::string& name, const std::string& label,
                   const std::vector<Offer>& offers, const std::set<std::string>& chosen) {
  json::array choices;
  for (const auto& one : offers) {
    const auto number = choices.size() + 1;
    choices.push_back(json::object{{"choiceId", number == 1 ? id : fmt::format("{}-{}", id, number)},
                                   {"value", one.value},
                                   {"words", one.label},
                                   {"chosen", chosen.contains(one.value)}});
  }
  return {{"checkboxes", json::object{{"id", id},
                                      {"name", name},
                                      {"label", label},
                                      {"hint", false},
                                      {"error", false},
                                      {"describedBy", false},
                                      {"choices", std::move(choices)},
                                      {"inline", false},
                                      {"other", false}}}};
}

/// What is suggested, and then what is chosen besides.
std::vector<Offer> at_hand(const std::vector<std::string>& chosen, const std::vector<Offer>& suggested,
                           const Offers& offers) {
  auto all = suggested;
  for (const auto& one : chosen) {
    if (one.empty() || std::any_of(all.begin(), all.end(), [&](const Offer& other) { return other.value == one; }))
      continue;
    auto label = one;
    for (const auto& [title, themes] : offers.theme_lists()) {
      for (const auto& theme : themes) {
        if (theme.value == one) label = theme.label;
      }
    }
    all.push_back({one, label});
  }
  return all;
}

}  // namespace

bool holds_themes(const google::protobuf::FieldDescriptor& field) {
  return field.name() == "themes" && field.cpp_type() == google::protobuf::FieldDescriptor::CPPTYPE_STRING;
}

json::array theme_rows(const FieldWords& words, const Typed& typed, const Offers& offers) {
  const auto id = id_of(words.path);
  const auto given = typed.all(words.path);
  const std::set<std::string> chosen(given.begin(), given.end());
  const auto near = at_hand(given, offers.suggested(message_of(words.path)), offers);
  json::array rows;
  rows.push_back(json::object{{"opens", json::object{{"id", id},
                                                     {"legend", words.label + (words.optional ? " (optional)" : "")},
                                                     {"size", "s"},
                                                     {"hint", shown(words.hint)},
                                                     {"error", shown(words.error)}}}});
  if (!near.empty())
    rows.push_back(boxes(id + "-near", words.path, "Chosen, and suggested by what you wrote", near, chosen));
  rows.push_back(json::object{{"suggest", json::object{{"words", "Suggest themes"}, {"lands", id}}}});
  rows.push_back(json::object{{"opensDetails", json::object{{"words", "All themes"}, {"open", false}}}});
  std::size_t number = 0;
  for (const auto& [title, themes] : offers.theme_lists()) {
    auto others = themes;
    std::erase_if(others, [&](const Offer& one) {
      return std::any_of(near.begin(), near.end(), [&](const Offer& other) { return other.value == one.value; });
    });
    const auto list = fmt::format("{}-list-{}", id, ++number);
    if (!others.empty()) rows.push_back(boxes(list, words.path, title, others, chosen));
  }
  rows.push_back(json::object{{"closesDetails", true}});
  rows.push_back(json::object{{"closes", true}});
  return rows;
}

}  // namespace reviewd
