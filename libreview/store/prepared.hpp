#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace review {

/// A compiled statement on loan from the store: reset and given back when it goes out of scope, so that no statement is
/// left half read. It must not outlive the store.
class Prepared {
 public:
  using Shelf = std::vector<std::unique_ptr<SQLite::Statement>>;

  Prepared(std::unique_ptr<SQLite::Statement> statement, Shelf& shelf);
  Prepared(Prepared&&) = default;
  Prepared& operator=(Prepared&&) = delete;
  ~Prepared();

  /// Gives the parameters their values, from the first on: integers, texts, and bytes (`std::span<const
  /// std::uint8_t>`).
  template <class... Values>
  void give(const Values&... values) {
    auto index = 0;
    (bind(++index, values), ...);
  }
  /// The same of texts, however many.
  void give_each(const std::vector<std::string>& values) {
    auto index = 0;
    for (const auto& value : values) bind(++index, value);
  }
  /// The same, in one expression with what is done next.
  template <class... Values>
  [[nodiscard]] Prepared& with(const Values&... values) {
    give(values...);
    return *this;
  }

  [[nodiscard]] bool step() { return statement_->executeStep(); }
  /// For a statement without rows.
  void run() { statement_->exec(); }
  /// The same; the number of rows that it changed.
  [[nodiscard]] int run_counting() { return statement_->exec(); }

  [[nodiscard]] bool is_null(int column) const { return statement_->isColumnNull(column); }
  [[nodiscard]] std::int64_t integer(int column) const { return statement_->getColumn(column).getInt64(); }
  [[nodiscard]] int small(int column) const { return statement_->getColumn(column).getInt(); }
  /// The bytes of a text or a blob.
  [[nodiscard]] std::string text(int column) const { return statement_->getColumn(column).getString(); }
  /// The same until the next step, for a row that is only looked at.
  [[nodiscard]] std::string_view view(int column) const {
    const auto at = statement_->getColumn(column);
    const auto* bytes = static_cast<const char*>(at.getBlob());
    return {bytes, static_cast<std::size_t>(at.getBytes())};
  }

 private:
  void bind(int index, std::int64_t value) { statement_->bind(index, value); }
  void bind(int index, int value) { statement_->bind(index, value); }
  void bind(int index, std::string_view value) { statement_->bind(index, std::string(value)); }
  void bind(int index, std::span<const std::uint8_t> value) {
    statement_->bind(index, value.data(), static_cast<int>(value.size()));
  }

  std::unique_ptr<SQLite::Statement> statement_;
  Shelf* shelf_;
};

}  // namespace review
