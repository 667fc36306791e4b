#include "libreview/journal/leaf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace review {
namespace {

bool plain(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char letter) {
    return letter >= ' ' && letter <= '~' && letter != '"' && letter != '\\';
  });
}

/// Takes a leaf apart from the front; once something does not fit, nothing fits any more.
class Cursor {
 public:
  explicit Cursor(std::string_view rest) : rest_(rest) {}

  void literal(std::string_view expected) {
    good_ = good_ && rest_.starts_with(expected);
    if (good_) rest_.remove_prefix(expected.size());
  }
  void text(std::string_view key, std::string& into) {
    literal(key);
    literal("\"");
    const auto end = good_ ? rest_.find('"') : std::string_view::npos;
    good_ = end != std::string_view::npos && plain(rest_.substr(0, end));
    if (!good_) return;
    into = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
  }
  template <class Number>
  void number(std::string_view key, Number& into) {
    literal(key);
    if (!good_) return;
    const auto [stop, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), into);
    good_ = error == std::errc{};
    if (good_) rest_.remove_prefix(static_cast<std::size_t>(stop - rest_.data()));
  }
  [[nodiscard]] bool done() const { return good_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool good_ = true;
};

}  // namespace

std::string leaf_bytes(const Leaf& leaf) {
  for (const auto* text : {&leaf.entry, &leaf.record, &leaf.kind, &leaf.time, &leaf.actor, &leaf.open, &leaf.sealed}) {
    if (!plain(*text)) throw std::invalid_argument("a leaf holds plain names only");
  }
  return fmt::format(
      R"({{"format":1,"seq":{},"entry":"{}","record":"{}","version":{},"kind":"{}","time":"{}","actor":"{}",)"
      R"("open":"{}","sealed":"{}"}})",
      leaf.seq, leaf.entry, leaf.record, leaf.version, leaf.kind, leaf.time, leaf.actor, leaf.open, leaf.sealed);
}

std::optional<Leaf> parse_leaf(std::string_view bytes) {
  Leaf leaf;
  Cursor cursor(bytes);
  cursor.literal(R"({"format":1,)");
  cursor.number(R"("seq":)", leaf.seq);
  cursor.text(R"(,"entry":)", leaf.entry);
  cursor.text(R"(,"record":)", leaf.record);
  cursor.number(R"(,"version":)", leaf.version);
  cursor.text(R"(,"kind":)", leaf.kind);
  cursor.text(R"(,"time":)", leaf.time);
  cursor.text(R"(,"actor":)", leaf.actor);
  cursor.text(R"(,"open":)", leaf.open);
  cursor.text(R"(,"sealed":)", leaf.sealed);
  cursor.literal("}");
  if (!cursor.done() || leaf_bytes(leaf) != bytes) return std::nullopt;
  return leaf;
}

}  // namespace review
