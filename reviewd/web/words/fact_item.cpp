#include "reviewd/web/words/fact_item.hpp"

#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {

namespace json = boost::json;

FactItem& FactItem::say(std::string_view key, const std::string& words) {
  if (!words.empty()) rows_.push_back(json::object{{"key", key}, {"value", words}});
  return *this;
}

FactItem& FactItem::day(std::string_view key, const json::value& from, std::string_view member) {
  const auto on = text_in(from, member);
  return say(key, on.empty() ? "" : day_words(on));
}

FactItem& FactItem::yes(std::string_view key, const json::value& from, std::string_view member) {
  const auto* found = from.as_object().if_contains(member);
  if (found == nullptr || !found->is_bool()) return *this;
  return say(key, found->get_bool() ? "Yes" : "No");
}

json::object FactItem::made() { return {{"title", title_}, {"rows", std::move(rows_)}}; }

}  // namespace reviewd
