#include "reviewd/web/words/form_typed.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "review/v1/entries.pb.h"

namespace reviewd {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr int gone = -1;

bool is_of_entry(const std::string& name) {
  static const auto* const type = review::v1::Entry::descriptor();
  const auto head = name.substr(0, name.find('.'));
  for (int i = 0; i < type->field_count(); ++i) {
    if (type->field(i)->json_name() == head) return true;
  }
  return false;
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || stopped != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

/// What the form itself writes into an item: a criterion or a point of quality of the law, a rule set aside, the length
/// of a list.
bool is_given_by_form(std::string_view list, std::string_view part) {
  const auto ends = [&](std::string_view name) { return list == name || list.ends_with(std::string(".") += name); };
  return (part == "criterion" && ends("criteria")) || (part == "code" && ends("despite")) ||
         (part == "point" && ends("quality")) || part.ends_with(".count");
}

bool are_blank(const std::vector<std::string>& values) {
  return std::all_of(values.begin(), values.end(), [](const std::string& one) { return typed_text(one).empty(); });
}

}  // namespace

std::string below(std::string_view path, std::string_view field) {
  return path.empty() ? std::string(field) : std::string(path) + "." + std::string(field);
}

std::string below(std::string_view path, int index) { return below(path, std::to_string(index)); }

std::string typed_text(std::string_view text) {
  const auto from = text.find_first_not_of(blanks);
  if (from == std::string_view::npos) return {};
  return std::string(text.substr(from, text.find_last_not_of(blanks) - from + 1));
}

Typed::Typed(const NameValues& values) {
  for (const auto& [name, value] : values) {
    if (is_of_entry(name)) add(name, value);
  }
}

std::string Typed::first(const std::string& name) const {
  const auto& values = all(name);
  return values.empty() ? std::string() : values.front();
}

const std::vector<std::string>& Typed::all(const std::string& name) const {
  static const std::vector<std::string> none;
  const auto found = values_.find(name);
  return found == values_.end() ? none : found->second;
}

bool Typed::is_blank(const std::string& name) const {
  if (!are_blank(all(name))) return false;
  const auto prefix = name + ".";
  for (auto at = values_.lower_bound(prefix); at != values_.end() && at->first.starts_with(prefix); ++at) {
    if (!is_given_by_form(name.substr(0, name.rfind('.')), std::string_view(at->first).substr(prefix.size())) &&
        !are_blank(at->second)) {
      return false;
    }
  }
  return true;
}

int Typed::count(const std::string& list) const {
  int count = number(first(list + ".count")).value_or(0);
  const auto prefix = list + ".";
  for (auto at = values_.lower_bound(prefix); at != values_.end() && at->first.starts_with(prefix); ++at) {
    const auto rest = std::string_view(at->first).substr(prefix.size());
    const auto item = number(rest.substr(0, std::min(rest.find('.'), rest.size())));
    if (item) count = std::max(count, std::min(*item, most_items) + 1);
  }
  return std::clamp(count, 0, most_items);
}

void Typed::put(const std::string& name, std::string value) { values_[name] = {std::move(value)}; }

void Typed::add(const std::string& name, std::string value) { values_[name].push_back(std::move(value)); }

void Typed::replace(const std::string& name, const Typed& from) {
  const auto is_there = [&](const std::string& one) { return one == name || one.starts_with(name + "."); };
  std::erase_if(values_, [&](const auto& one) { return is_there(one.first); });
  for (const auto& [one, values] : from.values_) {
    if (is_there(one)) values_[one] = values;
  }
}

void Typed::set_count(const std::string& list, int count) { put(list + ".count", std::to_string(count)); }

void Typed::add_item(const std::string& list) { set_count(list, std::min(count(list) + 1, most_items)); }

void Typed::remove_item(const std::string& list, int index) {
  const int before = count(list);
  if (index < 0 || index >= before) return;
  std::vector<int> places;
  for (int i = 0; i < before; ++i) places.push_back(i == index ? gone : i - (i > index ? 1 : 0));
  move_items(list, places);
}

void Typed::drop_empty_items() {
  constexpr std::string_view ending = ".count";
  std::vector<std::string> lists;
  for (const auto& [name, values] : values_) {
    if (name.ends_with(ending)) lists.push_back(name.substr(0, name.size() - ending.size()));
  }
  for (const auto& list : lists) {
    std::vector<int> places;
    int left = 0;
    const int before = count(list);
    for (int i = 0; i < before; ++i) places.push_back(is_blank(below(list, i)) ? gone : left++);
    if (left < static_cast<int>(places.size())) move_items(list, places);
  }
}

void Typed::move_items(const std::string& list, const std::vector<int>& places) {
  const auto prefix = list + ".";
  std::map<std::string, std::vector<std::string>> left;
  for (auto& [name, values] : values_) {
    const auto rest = name.starts_with(prefix) ? name.substr(prefix.size()) : std::string();
    const auto dot = std::min(rest.find('.'), rest.size());
    const auto item = number(std::string_view(rest).substr(0, dot));
    const bool listed = item && *item >= 0 && *item < static_cast<int>(places.size());
    const int place = listed ? places[static_cast<std::size_t>(*item)] : gone;
    if (listed && place == gone) continue;
    left[listed ? below(list, place) + rest.substr(dot) : name] = std::move(values);
  }
  values_ = std::move(left);
  set_count(list,
            static_cast<int>(std::count_if(places.begin(), places.end(), [](int place) { return place != gone; })));
}

}  // namespace reviewd
