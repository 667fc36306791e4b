#include "libreview/past/past_children.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/object.hpp>
#include <optional>

#include "libreview/past/plain_words.hpp"
#include "libreview/record/fill_age.hpp"

namespace review {
namespace {

namespace json = boost::json;

constexpr std::size_t figures_of_an_age = 2;

/// As many as there are children; empty ones where the cell does not say as many.
std::vector<std::string> for_each_child(PastRow& row, std::string_view field, std::size_t children) {
  const auto written = row.text(field);
  if (written.empty()) return std::vector<std::string>(children);
  auto parts = row.parts(field);
  if (parts.size() == children) return parts;
  row.keep(field, written);
  row.warn(field, fmt::format("This says {} and there {}: it is kept in the note. Write one for each "
                              "child, with a semicolon between them.",
                              parts.size() == 1 ? "one thing" : fmt::format("{} things", parts.size()),
                              children == 1 ? std::string("is one child") : fmt::format("are {} children", children)));
  return std::vector<std::string>(children);
}

/// Years or weeks, as the age says; what says more or less is kept as it was written.
void put_age(PastRow& row, const std::string& written, json::object& child) {
  if (written.empty()) return;
  const auto plain = plain_words(written);
  if (plain == "unborn" || plain == "pre birth") {
    child["unborn"] = true;
    return;
  }
  if (row.reading().words.unknown.contains(plain)) return row.keep("age", written);
  const auto figures = plain.substr(0, plain.find_first_not_of("0123456789"));
  if (figures.empty() || figures.size() > figures_of_an_age) {
    return row.error(
        "age", "wrong-type",
        fmt::format("\"{}\" cannot be read as an age. Write whole years as 4, or 6 weeks.", beginning_of(written)));
  }
  // "<1" is the year before it.
  const int count = std::stoi(figures) - (written.starts_with('<') && figures != "0" ? 1 : 0);
  const auto unit = without_blanks(plain.substr(figures.size()));
  const bool says_it_all = unit.empty() || unit == "years" || unit == "year" || unit == "y" || unit == "yrs" ||
                           unit == "weeks" || unit == "week" || unit == "wks" || unit == "years old" || unit == "yr";
  if (unit.starts_with("w")) {
    child["ageWeeks"] = count;
  } else {
    constexpr int months = 12;
    child["ageYears"] = unit.starts_with("m") ? count / months : unit.starts_with("d") ? 0 : count;
  }
  if (!says_it_all || written.find_first_of("<>+~") != std::string::npos) row.keep("age", written);
}

void put_day(PastRow& row, std::string_view field, const char* into, bool whole, std::size_t children,
             json::object& child) {
  const auto written = row.text(field);
  if (written.empty()) return;
  if (children > 1) {
    row.keep(field, written);
    return;
  }
  const auto day = whole ? row.whole_day(field) : row.day(field).value_or(WrittenDay{}).day;
  if (!day.empty()) child[into] = day;
}

/// A day that the cell has no doubt about, whole or partial; else empty.
std::string sure_day(PastRow& row, std::string_view field) {
  const auto read = row.day(field);
  return read && !read->inexact ? read->day : std::string();
}

/// The age that the date of birth of the only child tells, where the row has no age.
void work_out_age(PastRow& row, json::object& child) {
  if (child.contains("ageYears") || child.contains("ageWeeks") || child.contains("unborn")) return;
  v1::Child born;
  born.set_born_on(sure_day(row, "born-on"));
  fill_age(born, nullptr, sure_day(row, "incident-on"));
  if (born.has_age_years()) child["ageYears"] = born.age_years();
  if (born.has_age_weeks()) child["ageWeeks"] = born.age_weeks();
}

}  // namespace

std::vector<std::string> pseudonyms_of(PastRow& row) {
  std::vector<std::string> all;
  const auto parts = row.parts("pseudonym");
  for (const auto& part : parts) {
    constexpr std::string_view between = " and ";
    const auto at = part.find(between);
    const bool two = at != std::string::npos && parts.size() == 1;
    if (!two) {
      all.push_back(part);
      continue;
    }
    all.push_back(without_blanks(part.substr(0, at)));
    all.push_back(without_blanks(part.substr(at + between.size())));
  }
  return all;
}

json::array children_of(PastRow& row) {
  auto names = pseudonyms_of(row);
  if (names.empty()) names.emplace_back();
  const auto ages = for_each_child(row, "age", names.size());
  const auto sexes = for_each_child(row, "sex", names.size());
  const auto looked_after = names.size() == 1 ? row.yes_no("looked-after") : std::nullopt;
  if (names.size() > 1 && !row.text("looked-after").empty()) row.keep("looked-after", row.text("looked-after"));
  json::array children;
  for (std::size_t i = 0; i < names.size(); ++i) {
    json::object child;
    if (!names[i].empty()) child["pseudonym"] = names[i];
    put_age(row, ages[i], child);
    if (const auto sex = row.choice("sex", sexes[i], "sex"); !sex.empty()) child["sex"] = sex;
    if (looked_after) child["lookedAfter"] = *looked_after;
    put_day(row, "born-on", "bornOn", false, names.size(), child);
    if (names.size() == 1) work_out_age(row, child);
    put_day(row, "died-on", "diedOn", true, names.size(), child);
    if (!child.empty()) children.push_back(std::move(child));
  }
  return children;
}

}  // namespace review
