#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "review/v1/clock.pb.h"
#include "review/v1/entries.pb.h"

namespace reviewd {

/// Puts the reference of a record under what its sort is called: `"case": "26-0007"`, `"programme": "p26-0001"`.
void put_record(boost::json::object& out, const std::string& reference);

/// An entry of a case or a programme. That of a programme has `programme` and `programmeVersion` where that of a case
/// has `case` and `caseVersion`.
[[nodiscard]] boost::json::object record_entry_json(const review::v1::Entry& entry);
/// A clock of a case or a programme, with `programme` for `case` where it is of one.
[[nodiscard]] boost::json::object record_clock_json(const review::v1::Clock& clock);

}  // namespace reviewd
