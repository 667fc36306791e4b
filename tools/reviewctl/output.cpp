#include "tools/reviewctl/output.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "tools/reviewctl/pretty_json.hpp"
#include "tools/reviewctl/printable.hpp"

namespace reviewctl {

namespace json = boost::json;

void Output::line(std::string_view text) { data_ << printable(text) << '\n'; }

void Output::raw(std::string_view bytes) { data_ << bytes; }

void Output::table(const Table& table) { data_ << table_text(table, colour_); }

void Output::value(const json::value& value) {
  data_ << (format_ == Format::ndjson ? json::serialize(value) : pretty_json(value)) << '\n';
}

void Output::list(const Listing& listing) {
  switch (format_) {
    case Format::table:
      if (listing.items.empty()) return say(listing.none);
      return table(listing.table);
    case Format::csv:
      data_ << csv_text(listing.table);
      return;
    case Format::ndjson:
      for (const auto& item : listing.items) value(item);
      return;
    case Format::json:
      return value(
          json::object{{listing.name, json::array(listing.items.begin(), listing.items.end())}, {"nextPageToken", ""}});
  }
}

void Output::say(std::string_view text) { talk_ << printable(text, Breaks::kept) << '\n'; }

Format format_named(std::string_view name) {
  if (name == "json") return Format::json;
  if (name == "ndjson") return Format::ndjson;
  return name == "csv" ? Format::csv : Format::table;
}

}  // namespace reviewctl
