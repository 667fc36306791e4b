#include "libreview/rehearsal/written_dates.hpp"

#include <array>
#include <optional>

namespace review {
namespace {

constexpr int century = 2000;
// Eight figures that begin with one of these years are read with the year first.
constexpr int first_year = 1900;
constexpr int last_year = 2099;

int month_of(const TextWord& word) {
  static constexpr std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                          "may",       "june",     "july",     "august",
                                                          "september", "october",  "november", "december"};
  const auto& letters = word.letters;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool shortened = letters.size() >= 3 && letters.size() <= 4 && names[i].starts_with(letters);
    if (letters == names[i] || shortened) return static_cast<int>(i) + 1;
  }
  return 0;
}

class Dates {
 public:
  Dates(std::string_view text, const std::vector<TextWord>& words) : text_(text), words_(words) {}

  std::vector<WrittenDate> all() {
    std::vector<WrittenDate> dates;
    for (std::size_t i = 0; i < words_.size();) {
      std::size_t next = i;
      const auto date = at(i, next);
      if (date) dates.push_back(*date);
      i = date ? next : i + 1;
    }
    return dates;
  }

 private:
  [[nodiscard]] bool is_number(std::size_t i, std::size_t least, std::size_t most) const {
    return i < words_.size() && words_[i].number && words_[i].letters.size() >= least &&
           words_[i].letters.size() <= most;
  }
  [[nodiscard]] int value(std::size_t i) const { return number_of(words_[i]); }

  [[nodiscard]] std::string_view between(std::size_t i) const {
    return text_.substr(words_[i].to, words_[i + 1].from - words_[i].to);
  }

  [[nodiscard]] bool is_near(std::size_t i) const { return i < words_.size() && between(i - 1).size() <= 3; }

  /// After the figures of a day, its `st`, `nd`, `rd`, `th`.
  [[nodiscard]] std::size_t after_day(std::size_t i) const {
    static constexpr std::array<std::string_view, 4> endings{"st", "nd", "rd", "th"};
    if (i + 1 >= words_.size()) return i + 1;
    for (const auto ending : endings) {
      if (words_[i + 1].letters == ending && between(i).size() <= 1) return i + 2;
    }
    return i + 1;
  }

  WrittenDate made(std::size_t first, std::size_t end, int year, int month, int day) const {
    WrittenDate date{.year = year, .month = month, .day = day};
    date.from = words_[first].from;
    date.to = words_[end - 1].to;
    return date;
  }

  void put_year(WrittenDate& date, std::size_t& next) const {
    if (!is_near(next) || !(is_number(next, 4, 4) || is_number(next, 2, 2))) return;
    if (between(next - 1).find('\n') != std::string_view::npos && !is_number(next, 4, 4)) return;
    date.year = value(next);
    date.short_year = date.year < 100;
    date.to = words_[next].to;
    ++next;
  }

  std::optional<WrittenDate> in_words(std::size_t i, std::size_t& next) const {
    if (is_number(i, 1, 2) && value(i) >= 1 && value(i) <= 31) {
      auto at = after_day(i);
      if (is_near(at) && words_[at].letters == "of") ++at;
      if (!is_near(at) || month_of(words_[at]) == 0) return std::nullopt;
      auto date = made(i, at + 1, 0, month_of(words_[at]), value(i));
      next = at + 1;
      put_year(date, next);
      return date;
    }
    const int month = words_[i].number ? 0 : month_of(words_[i]);
    if (month == 0) return std::nullopt;
    if (is_near(i + 1) && is_number(i + 1, 4, 4)) {
      next = i + 2;
      return made(i, next, value(i + 1), month, 0);
    }
    if (!is_near(i + 1) || !is_number(i + 1, 1, 2) || value(i + 1) < 1 || value(i + 1) > 31) return std::nullopt;
    next = after_day(i + 1);
    auto date = made(i, next, 0, month, value(i + 1));
    put_year(date, next);
    return date;
  }

  std::optional<WrittenDate> in_figures(std::size_t i, std::size_t& next) const {
    if (i + 2 >= words_.size()) return std::nullopt;
    const auto sign = between(i);
    const bool signs = sign.size() == 1 && std::string_view("/.-_ ").find(sign) != std::string_view::npos;
    if (!signs || between(i + 1) != sign || !is_number(i + 1, 1, 2)) return std::nullopt;
    next = i + 3;
    if (is_number(i, 4, 4) && is_number(i + 2, 1, 2)) {
      auto date = made(i, next, value(i), value(i + 1), value(i + 2));
      date.iso = sign == "-";
      return plausible(date);
    }
    if (!is_number(i, 1, 2) || !(is_number(i + 2, 4, 4) || is_number(i + 2, 2, 2))) return std::nullopt;
    auto date = made(i, next, value(i + 2), value(i + 1), value(i));
    date.short_year = date.year < 100;
    date.swappable = true;
    return plausible(date);
  }

  /// 20190304, 04032019
  std::optional<WrittenDate> in_a_row(std::size_t i, std::size_t& next) const {
    if (!is_number(i, 8, 8)) return std::nullopt;
    const auto& figures = words_[i].letters;
    const auto part = [&](std::size_t from, std::size_t count) {
      int sum = 0;
      for (const char c : figures.substr(from, count)) sum = sum * 10 + (c - '0');
      return sum;
    };
    next = i + 1;
    const int first = part(0, 4);
    if (first >= first_year && first <= last_year) {
      return plausible(made(i, next, first, part(4, 2), part(6, 2)));
    }
    auto date = made(i, next, part(4, 4), part(2, 2), part(0, 2));
    date.swappable = true;
    return plausible(date);
  }

  static std::optional<WrittenDate> plausible(const WrittenDate& date) {
    constexpr int most_days = 31;
    const bool day = date.day >= 1 && date.day <= most_days;
    const bool month = date.month >= 1 && date.month <= (date.swappable ? most_days : 12);
    return day && month ? std::optional(date) : std::nullopt;
  }

  std::optional<WrittenDate> at(std::size_t i, std::size_t& next) const {
    if (words_[i].number) {
      if (auto date = in_figures(i, next)) return date;
      if (auto date = in_a_row(i, next)) return date;
    }
    return in_words(i, next);
  }

  std::string_view text_;
  const std::vector<TextWord>& words_;
};

}  // namespace

std::vector<WrittenDate> written_dates(std::string_view text, const std::vector<TextWord>& words) {
  return Dates(text, words).all();
}

}  // namespace review
