#include "reviewd/settings/settled_closures.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "libreview/vocabulary/parse_json.hpp"
#include "reviewd/base/text_of.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::BankHoliday;

constexpr std::string_view of_everybody = "one-off";

std::vector<BankHoliday> chosen(const std::vector<BankHoliday>& days, bool of_all) {
  std::vector<BankHoliday> some;
  std::ranges::copy_if(days, std::back_inserter(some),
                       [&](const BankHoliday& day) { return (day.kind == of_everybody) == of_all; });
  return some;
}

}  // namespace

review::Result<std::vector<BankHoliday>> settled_closures(const std::string& value) {
  std::vector<BankHoliday> days;
  if (value.empty()) return days;
  const auto parsed = review::parse_json(value);
  const auto* list = parsed ? parsed->if_array() : nullptr;
  const auto bad = [] {
    return review::refuse(review::Code::malformed, "The days off that were settled here cannot be read.");
  };
  if (list == nullptr) return bad();
  for (const auto& one : *list) {
    const auto* object = one.if_object();
    const auto day = object == nullptr ? review::Date::parse("") : review::Date::parse(text_of(*object, "date"));
    if (!day) return bad();
    days.push_back({*day, text_of(*object, "name"), text_of(*object, "kind"), "partnership"});
  }
  return days;
}

std::string closures_value(const std::vector<BankHoliday>& days) {
  json::array list;
  for (const auto& day : days) {
    list.push_back(json::object{{"date", day.date.iso()}, {"name", day.name}, {"kind", day.kind}});
  }
  return json::serialize(list);
}

std::vector<BankHoliday> holidays_among(const std::vector<BankHoliday>& days) { return chosen(days, true); }
std::vector<BankHoliday> closures_among(const std::vector<BankHoliday>& days) { return chosen(days, false); }

}  // namespace reviewd
