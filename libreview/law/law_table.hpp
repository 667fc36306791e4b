#pragma once

#include <toml++/toml.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/refusal.hpp"
#include "libreview/calendar/date.hpp"
#include "libreview/law/citation.hpp"

namespace review {

/// What reading a file of law ran into first. Later faults are not kept: they often follow from the first.
struct LawReading {
  std::string file;  ///< as messages name it
  std::optional<Refusal> fault{};

  /// Keeps `says` with file, line and column (`malformed`), unless a fault is kept already.
  void refuse_at(const toml::source_region& where, std::string_view says);
};

/// One table of a law file while it is read. Each answer marks its key as known; a missing or wrong value leaves a
/// fault in the reading and answers with an empty one, so that a reader is a plain list of fields.
class LawTable {
 public:
  /// Both outlive this.
  LawTable(const toml::table& table, LawReading& reading) : table_(&table), reading_(&reading) {}

  [[nodiscard]] bool has(std::string_view key) const { return table_->contains(key); }
  /// A text that is not empty.
  [[nodiscard]] std::string text(std::string_view key);
  /// A text; empty where the key is absent.
  [[nodiscard]] std::string text_or_empty(std::string_view key);
  /// A list of texts; empty where the key is absent.
  [[nodiscard]] std::vector<std::string> texts(std::string_view key);
  /// A whole number from 0 to 10,000.
  [[nodiscard]] int number(std::string_view key);
  /// A list of such numbers; empty where the key is absent.
  [[nodiscard]] std::vector<int> numbers(std::string_view key);
  /// False where the key is absent.
  [[nodiscard]] bool flag(std::string_view key);
  /// A date without quotes.
  [[nodiscard]] Date date(std::string_view key);
  /// `[{ source = "wt-2023", at = "chapter 5" }, …]`; empty where the key is absent.
  [[nodiscard]] std::vector<Citation> citations(std::string_view key);
  /// The tables under `[[key]]`; empty where there are none.
  [[nodiscard]] std::vector<LawTable> tables(std::string_view key);

  /// A text that `by_name` knows.
  template <class Value>
  [[nodiscard]] Value choice(std::string_view key, std::optional<Value> (*by_name)(std::string_view)) {
    const std::string name = text(key);
    const auto value = by_name(name);
    if (!value) refuse_at(key, "'" + name + "' is not a choice for '" + std::string(key) + "'");
    return value.value_or(Value{});
  }
  /// A text that is one of `names`.
  [[nodiscard]] std::string one_of(std::string_view key, const std::vector<std::string_view>& names);

  /// Leaves a fault at the key, or at the table where it is absent.
  void refuse_at(std::string_view key, std::string_view says);
  /// Leaves a fault for the first key that nobody asked for. To be called last.
  void no_other_keys();

 private:
  [[nodiscard]] const toml::node* find(std::string_view key);
  /// The array under `key`, or null where it is absent or no array.
  [[nodiscard]] const toml::array* list(std::string_view key);
  [[nodiscard]] int small_number(const toml::node* node, std::string_view key);

  const toml::table* table_;
  LawReading* reading_;
  std::set<std::string, std::less<>> known_{};
};

/// Parses a file; nothing, and a fault in the reading, where it is no TOML.
[[nodiscard]] std::optional<toml::table> parse_law(std::string_view text, LawReading& reading);

}  // namespace review
