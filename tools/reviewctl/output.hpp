#pragma once

#include <boost/json/value.hpp>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "tools/reviewctl/table.hpp"

namespace reviewctl {

enum class Format { table, json, ndjson, csv };

/// A list as a verb found it: for programs as it came, for people as a table.
struct Listing {
  std::string name;  ///< what JSON calls the list, for example `cases`
  std::vector<boost::json::value> items;
  Table table;
  std::string none;  ///< what to say where the list is empty
};

/// Where results go. Data goes to standard output, talk to standard error.
class Output {
 public:
  Output(Format format, bool colour, std::ostream& data, std::ostream& talk)
      : format_(format), colour_(colour), data_(data), talk_(talk) {}

  [[nodiscard]] Format format() const { return format_; }
  [[nodiscard]] bool for_people() const { return format_ == Format::table; }
  [[nodiscard]] bool colour() const { return colour_; }

  /// A line of data; what it holds is made harmless for a terminal.
  void line(std::string_view text = "");
  /// Data as it is.
  void raw(std::string_view bytes);
  void table(const Table& table);
  /// A value: on one line as ndjson, else laid out.
  void value(const boost::json::value& value);
  void list(const Listing& listing);
  /// A line of talk.
  void say(std::string_view text);

 private:
  Format format_;
  bool colour_;
  std::ostream& data_;
  std::ostream& talk_;
};

/// `json` and so on.
[[nodiscard]] Format format_named(std::string_view name);

}  // namespace reviewctl
