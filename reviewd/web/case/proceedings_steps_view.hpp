#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <string>

namespace reviewd {

/// How often a date slipped and by how much, as a sentence; empty where it never did.
[[nodiscard]] std::string slipped_words(const boost::json::value& counted);

/// Each day that was said and did not hold: `words`.
[[nodiscard]] boost::json::array slip_rows(const boost::json::value& of, std::string_view member);

/// The steps of `MappedProceedings` in the order of their days, those without a day last: `stepTitle`, `standing`,
/// `slips`, `slipped`, and `moved`, the form for what became of an awaited one: the address `update` with what is known
/// of the step filled in. Without `update` there is none.
[[nodiscard]] boost::json::array step_rows(const boost::json::value& mapped, const std::string& update);

}  // namespace reviewd
