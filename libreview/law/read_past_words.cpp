#include "libreview/law/read_past_words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
#include <utility>

#include "libreview/base/embedded.hpp"
#include "libreview/law/law_table.hpp"

namespace review {
namespace {

std::optional<PastSort> find_sort(std::string_view name) {
  using enum PastSort;
  static constexpr std::array<std::pair<std::string_view, PastSort>, 7> names{{{"text", text},
                                                                               {"day", day},
                                                                               {"yes-no", yes_no},
                                                                               {"choice", choice},
                                                                               {"agency", agency},
                                                                               {"age", age},
                                                                               {"address", address}}};
  const auto found = std::find_if(names.begin(), names.end(), [&](const auto& one) { return one.first == name; });
  return found == names.end() ? std::nullopt : std::optional(found->second);
}

std::set<std::string> set_of(const std::vector<std::string>& texts) { return {texts.begin(), texts.end()}; }

PastField read_field(LawTable table) {
  PastField field{.id = table.text("id"),
                  .label = table.text("label"),
                  .sort = table.choice<PastSort>("sort", find_sort),
                  .on = set_of(table.texts("on")),
                  .headings = set_of(table.texts("headings"))};
  if (field.on.empty()) table.refuse_at("on", "it stands on no sheet");
  for (const auto& one : field.on) {
    if (one != "cases" && one != "learning" && one != "chronology") table.refuse_at("on", one + " is no sheet");
  }
  table.no_other_keys();
  return field;
}

PastValue read_value(LawTable table) {
  PastValue value{.of = table.text("of"),
                  .is = table.text("is"),
                  .words = set_of(table.texts("words")),
                  .says = table.text_or_empty("says"),
                  .cites = table.citations("cites")};
  if (value.words.empty()) table.refuse_at("words", "there is no word");
  table.no_other_keys();
  return value;
}

PastWords read(LawTable root) {
  PastWords words;
  words.cites = root.citations("cites");
  words.grade = root.text("grade");
  words.unknown = set_of(root.texts("unknown"));
  words.inexact = set_of(root.texts("inexact"));
  words.yes = set_of(root.texts("yes"));
  words.no = set_of(root.texts("no"));
  for (auto& table : root.tables("field")) words.fields.push_back(read_field(table));
  for (auto& table : root.tables("value")) words.values.push_back(read_value(table));
  root.no_other_keys();
  return words;
}

}  // namespace

const PastField* PastWords::field(std::string_view id) const {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const PastField& one) { return one.id == id; });
  return found == fields.end() ? nullptr : &*found;
}

const PastValue* PastWords::value(std::string_view of, std::string_view written) const {
  const auto found = std::find_if(values.begin(), values.end(), [&](const PastValue& one) {
    return one.of == of && one.words.contains(std::string(written));
  });
  return found == values.end() ? nullptr : &*found;
}

Result<PastWords> read_past_words(std::string_view text) {
  LawReading reading{.file = "past.toml"};
  const auto table = parse_law(text, reading);
  if (!table) return refuse(std::move(*reading.fault));
  auto words = read(LawTable(*table, reading));
  if (reading.fault) return refuse(std::move(*reading.fault));
  return words;
}

const PastWords& past_words() {
  static const PastWords words = [] {
    const auto text = embedded("law/england/past.toml");
    if (!text) throw std::logic_error("law/england/past.toml is not compiled in");
    auto read = read_past_words(*text);
    if (!read) throw std::logic_error("law/england: " + read.error().says);
    return std::move(*read);
  }();
  return words;
}

}  // namespace review
