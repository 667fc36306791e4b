#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

#include "review/v1/clock.pb.h"
#include "review/v1/entries.pb.h"
#include "review/v1/programme_answer.pb.h"

namespace reviewd {

/// Puts the reference of a record under what its sort is called: `"case": "26-0007"`, `"programme": "p26-0001"`.
void put_record(boost::json::object& out, const std::string& reference);

/// An entry of a case or a programme. That of a programme has `programme` and `programmeVersion` where that of a case
/// has `case` and `caseVersion`. Which of the two it is of, its reference says, or `sort` where it has none yet.
[[nodiscard]] boost::json::object record_entry_json(const review::v1::Entry& entry);
[[nodiscard]] boost::json::object record_entry_json(const review::v1::Entry& entry, std::string_view sort);
/// A clock of a case or a programme, with `programme` for `case` where it is of one.
[[nodiscard]] boost::json::object record_clock_json(const review::v1::Clock& clock);
/// The same of both clocks of a change.
[[nodiscard]] boost::json::object record_change_json(const review::v1::ClockChange& change);
/// A programme, with its clocks.
[[nodiscard]] boost::json::object programme_json(const review::v1::Programme& programme);

}  // namespace reviewd
