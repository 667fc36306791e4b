#include "reviewd/api/record_json.hpp"

#include <boost/json/array.hpp>
#include <utility>

#include "libreview/vocabulary/record_name.hpp"
#include "libreview/vocabulary/write_message.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// Whether it is of something else than a case, and is to say so.
bool is_of_other_sort(const std::string& reference) { return review::sort_of(reference).name != "case"; }

}  // namespace

void put_record(json::object& out, const std::string& reference) { out[review::sort_of(reference).name] = reference; }

json::object record_entry_json(const review::v1::Entry& entry) {
  return record_entry_json(entry, review::sort_of(entry.case_()).name);
}

json::object record_entry_json(const review::v1::Entry& entry, std::string_view sort) {
  auto out = review::write_message(entry);
  if (sort == "case") return out;
  if (out.erase("case") > 0) out[sort] = entry.case_();
  if (out.erase("caseVersion") > 0) out[std::string(sort) + "Version"] = entry.case_version();
  return out;
}

json::object record_clock_json(const review::v1::Clock& clock) {
  auto out = review::write_message(clock, review::Part::whole, review::EmptyLists::shown);
  if (!is_of_other_sort(clock.case_())) return out;
  out.erase("case");
  put_record(out, clock.case_());
  return out;
}

json::object record_change_json(const review::v1::ClockChange& change) {
  auto out = review::write_message(change, review::Part::whole, review::EmptyLists::left_out);
  for (const auto* key : {"before", "after"}) {
    auto* clock = out.if_contains(key);
    if (clock == nullptr) continue;
    auto& parts = clock->as_object();
    const auto* of = parts.if_contains("case");
    if (of == nullptr) continue;
    const std::string reference(of->as_string());
    parts.erase("case");
    put_record(parts, reference);
  }
  return out;
}

json::object programme_json(const review::v1::Programme& programme) {
  auto out = review::write_message(programme, review::Part::whole, review::EmptyLists::shown);
  json::array clocks;
  for (const auto& clock : programme.clocks()) clocks.push_back(record_clock_json(clock));
  out["clocks"] = std::move(clocks);
  return out;
}

}  // namespace reviewd
