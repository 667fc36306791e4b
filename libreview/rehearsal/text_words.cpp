#include "libreview/rehearsal/text_words.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace review {
namespace {

/// Between the words of a name: a comma and a blank, a line that breaks with a hyphen.
constexpr std::size_t widest_gap = 4;
/// Of `’s` in UTF-8. The apostrophe alone, and the plain one, are shorter.
constexpr std::size_t possessive_bytes = 4;

enum class Sign { letter, digit, apostrophe, other };

struct Letter {
  UChar32 code;
  std::size_t from;
  std::size_t to;
  Sign sign;
};

bool is_apostrophe(UChar32 code) { return code == '\'' || code == 0x2019 || code == 0x2018 || code == 0x02BC; }

bool is_mark(UChar32 code) {
  const auto type = u_charType(code);
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK;
}

/// Signs that split nothing and are not seen: soft hyphens, joiners, direction marks.
bool is_unseen(UChar32 code) { return u_charType(code) == U_FORMAT_CHAR; }

Sign sign_of(UChar32 code) {
  if (u_isalpha(code) || is_mark(code) || is_unseen(code)) return Sign::letter;
  if (u_isdigit(code)) return Sign::digit;
  return is_apostrophe(code) ? Sign::apostrophe : Sign::other;
}

std::vector<Letter> letters_of(std::string_view text) {
  std::vector<Letter> all;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    const auto from = at;
    UChar32 code = 0;
    U8_NEXT(bytes, at, size, code);
    all.push_back(
        {code, static_cast<std::size_t>(from), static_cast<std::size_t>(at), code < 0 ? Sign::other : sign_of(code)});
  }
  return all;
}

/// Letters that no decomposition brings back to the alphabet.
std::string_view base_of(UChar32 code) {
  switch (code) {
    case 0xF8:
      return "o";
    case 0x142:
      return "l";
    case 0x111:
    case 0xF0:
      return "d";
    case 0x127:
      return "h";
    case 0x131:
      return "i";
    case 0xE6:
      return "ae";
    case 0x153:
      return "oe";
    case 0xFE:
      return "th";
    case 0x167:
      return "t";
    case 0x14B:
      return "n";
    default:
      return {};
  }
}

void put_utf8(std::string& out, UChar32 code) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, code);
  out.append(bytes.data(), static_cast<std::size_t>(length));
}

void put_small(std::string& out, UChar32 code) {
  const auto small = u_foldCase(code, U_FOLD_CASE_DEFAULT);
  if (is_mark(small) || is_unseen(small)) return;
  if (small == 0xDF) {
    out += "ss";
  } else if (const auto base = base_of(small); !base.empty()) {
    out += base;
  } else {
    put_utf8(out, small);
  }
}

/// The letter without its accents, small. German umlauts stay one letter.
void put_folded(std::string& out, UChar32 code) {
  if (code >= 0 && code < 0x80) {
    out += static_cast<char>(u_tolower(code));
    return;
  }
  UErrorCode failed = U_ZERO_ERROR;
  const auto* form = unorm2_getNFKDInstance(&failed);
  std::array<UChar, 32> parts{};
  const auto size = U_FAILURE(failed) ? -1
                                      : unorm2_getDecomposition(form, code, parts.data(),
                                                                static_cast<std::int32_t>(parts.size()), &failed);
  if (size < 0 || U_FAILURE(failed)) return put_small(out, code);
  for (std::int32_t at = 0; at < size;) {
    UChar32 part = 0;
    U16_NEXT(parts.data(), at, size, part);
    put_small(out, part);
  }
}

/// Digits of every script as those of ours.
void put_digit(std::string& out, UChar32 code) { out += static_cast<char>('0' + u_charDigitValue(code)); }

class Splitter {
 public:
  explicit Splitter(std::string_view text) : letters_(letters_of(text)) {}

  std::vector<TextWord> split() {
    while (at_ < letters_.size()) {
      const auto sign = letters_[at_].sign;
      if (sign == Sign::letter) {
        word();
      } else if (sign == Sign::digit) {
        number();
      } else {
        gap(letters_[at_].code);
        ++at_;
      }
    }
    return std::move(words_);
  }

 private:
  void gap(UChar32 code) {
    if (code == '.' || code == '!' || code == '?' || code == ':' || code == 0x2022 || code == '\f') begins_ = true;
    if (code == '\n' && ++lines_ > 1) begins_ = true;
  }

  [[nodiscard]] bool is(std::size_t at, Sign sign) const { return at < letters_.size() && letters_[at].sign == sign; }

  TextWord& begin(bool number) {
    const auto from = letters_[at_].from;
    const bool glued = !words_.empty() && words_.back().to == from;
    words_.push_back({.letters = {}, .from = from, .to = from, .number = number});
    auto& made = words_.back();
    made.glued = glued;
    made.begins = begins_;
    begins_ = false;
    lines_ = 0;
    return made;
  }

  void number() {
    auto& made = begin(true);
    for (; is(at_, Sign::digit); ++at_) {
      put_digit(made.letters, letters_[at_].code);
      made.to = letters_[at_].to;
    }
  }

  /// `’s` at the end of a word.
  [[nodiscard]] bool ends_in_s() const {
    const auto s = at_ + 1;
    return is(s, Sign::letter) && u_tolower(letters_[s].code) == 's' && !is(s + 1, Sign::letter) &&
           !is(s + 1, Sign::apostrophe);
  }

  void word() {
    auto& made = begin(false);
    made.capital = u_isupper(letters_[at_].code) != 0;
    made.capitals = made.capital;
    bool small_before = false;
    for (; at_ < letters_.size(); ++at_) {
      const auto& letter = letters_[at_];
      if (letter.sign == Sign::apostrophe) {
        if (ends_in_s()) {
          made.possessive = true;
          at_ += 2;
          return;
        }
        if (is(at_ + 1, Sign::letter)) continue;
        made.possessive = made.letters.ends_with('s');
        if (made.possessive) ++at_;
        return;
      }
      if (letter.sign != Sign::letter) return;
      const bool upper = u_isupper(letter.code) != 0;
      if (upper && small_before) return;
      if (u_islower(letter.code) != 0) {
        small_before = true;
        made.capitals = false;
      }
      put_folded(made.letters, letter.code);
      made.to = letter.to;
    }
  }

  std::vector<Letter> letters_;
  std::vector<TextWord> words_{};
  std::size_t at_ = 0;
  bool begins_ = true;
  int lines_ = 0;
};

/// Whether two words may belong to one row.
bool are_near(std::string_view text, const TextWord& one, const TextWord& next) {
  const auto between = text.substr(one.to, next.from - one.to);
  return gap_between(one, next) <= widest_gap && between.find("\n\n") == std::string_view::npos;
}

}  // namespace

std::size_t gap_between(const TextWord& one, const TextWord& next) {
  const auto gap = next.from - one.to;
  return one.possessive ? gap - std::min(gap, possessive_bytes) : gap;
}

std::vector<TextWord> text_words(std::string_view text) { return Splitter(text).split(); }

std::size_t row_end(std::string_view text, const std::vector<TextWord>& words, std::size_t at,
                    std::string_view letters) {
  std::size_t read = 0;
  for (auto i = at; i < words.size(); ++i) {
    if (i > at && !are_near(text, words[i - 1], words[i])) return at;
    const auto& word = words[i].letters;
    if (letters.compare(read, word.size(), word) != 0) return at;
    read += word.size();
    // The s after an apostrophe is no letter of the word, and may be one of the row.
    if (words[i].possessive && read < letters.size() && letters[read] == 's') ++read;
    if (read >= letters.size()) return i + 1;
  }
  return at;
}

std::string joined_letters(std::string_view text) {
  std::string all;
  for (const auto& word : text_words(text)) {
    all += word.letters;
    if (word.possessive && !word.letters.ends_with('s')) all += 's';
  }
  return all;
}

int number_of(const TextWord& word) {
  static constexpr std::array<std::string_view, 21> small{
      "nought",   "one",     "two",     "three",     "four",     "five",     "six",
      "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
  if (word.number) {
    if (word.letters.size() > 4) return -1;
    int value = 0;
    for (const char digit : word.letters) value = value * 10 + (digit - '0');
    return value;
  }
  for (std::size_t i = 1; i < small.size(); ++i) {
    if (word.letters == small[i]) return static_cast<int>(i);
  }
  static constexpr std::array<std::string_view, 4> tens{"thirty", "forty", "fifty", "sixty"};
  for (std::size_t i = 0; i < tens.size(); ++i) {
    if (word.letters == tens[i]) return static_cast<int>(30 + 10 * i);
  }
  return -1;
}

}  // namespace review
