#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace reviewd {

/// One thing of a block of the page of a case: a title, which may be empty, and what is known of it in rows of `key`
/// and `value`. What is not known has no row.
class FactItem {
 public:
  explicit FactItem(std::string title) : title_(std::move(title)) {}

  FactItem& say(std::string_view key, const std::string& words);
  /// A member that is a day, in words.
  FactItem& day(std::string_view key, const boost::json::value& from, std::string_view member);
  /// A member that is true or false, as `Yes` or `No`.
  FactItem& yes(std::string_view key, const boost::json::value& from, std::string_view member);
  /// `title` and `rows`. Takes what was said.
  [[nodiscard]] boost::json::object made();
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] boost::json::array rows() { return std::move(rows_); }

 private:
  std::string title_;
  boost::json::array rows_;
};

}  // namespace reviewd
