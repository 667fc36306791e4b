#include "reviewd/api/record_json.hpp"

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
  auto out = review::write_message(entry);
  if (!is_of_other_sort(entry.case_())) return out;
  out.erase("case");
  put_record(out, entry.case_());
  if (out.erase("caseVersion") > 0) {
    out[std::string(review::sort_of(entry.case_()).name) + "Version"] = entry.case_version();
  }
  return out;
}

json::object record_clock_json(const review::v1::Clock& clock) {
  auto out = review::write_message(clock, review::Part::whole, review::EmptyLists::shown);
  if (!is_of_other_sort(clock.case_())) return out;
  out.erase("case");
  put_record(out, clock.case_());
  return out;
}

}  // namespace reviewd
