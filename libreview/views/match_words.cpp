#include "libreview/views/match_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/base/refuse_at.hpp"

namespace review {
namespace {

constexpr int most_words = 12;

/// Letters, digits and everything beyond ASCII: what the index can hold of a word.
bool counts(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) > 127;
}

bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' ' || c == 127; }

class Terms {
 public:
  void add(std::string_view text, bool exact) {
    const auto letters = std::count_if(text.begin(), text.end(), counts);
    if (letters == 0 || count_ == most_words) return;
    longest_ = std::max(longest_, letters);
    ++count_;
    std::string plain(text);
    std::replace_if(
        plain.begin(), plain.end(), [](char c) { return is_blank(c) || c == '"'; }, ' ');
    // One letter alone begins too many words to be worth the search.
    const bool prefix = !exact && letters > 1;
    match_ += fmt::format("{}\"{}\"{}", match_.empty() ? "" : " AND ", plain, prefix ? "*" : "");
  }
  [[nodiscard]] bool enough() const { return longest_ > 1; }
  [[nodiscard]] std::string match() && { return std::move(match_); }

 private:
  std::string match_;
  std::ptrdiff_t longest_ = 0;
  int count_ = 0;
};

}  // namespace

Result<std::string> match_words(std::string_view words) {
  if (words.size() > longest_search)
    return refuse_at(Code::malformed, "Search for less at once: at most 200 letters.", "/words");
  Terms terms;
  while (!words.empty()) {
    if (is_blank(words.front())) {
      words.remove_prefix(1);
      continue;
    }
    const bool quoted = words.front() == '"';
    if (quoted) words.remove_prefix(1);
    const auto end = quoted ? std::find(words.begin(), words.end(), '"')
                            : std::find_if(words.begin(), words.end(), [](char c) { return is_blank(c) || c == '"'; });
    const std::string_view term(words.data(), static_cast<std::size_t>(end - words.begin()));
    terms.add(term, quoted);
    words.remove_prefix(term.size());
    if (quoted && !words.empty()) words.remove_prefix(1);
  }
  if (!terms.enough()) return refuse_at(Code::malformed, "Enter at least one word of two letters or digits.", "/words");
  return std::move(terms).match();
}

}  // namespace review
