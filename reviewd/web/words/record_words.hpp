#pragma once

#include <boost/json/value.hpp>
#include <string>

namespace reviewd {

/// The reference of the record that something of the API is, or is of: its `case`, or its `programme`.
[[nodiscard]] std::string record_in(const boost::json::value& object);
/// The page of a record: `/cases/26-0007`, `/programmes/p26-0001`.
[[nodiscard]] std::string record_address(const std::string& reference);
/// The page of an embargo; of one of a programme, which has no page for it, the programme itself.
[[nodiscard]] std::string embargo_address(const std::string& reference, const std::string& embargo);
/// What a sort of record is called, within a sentence: `case`, `programme`.
[[nodiscard]] std::string record_word(const std::string& reference);
/// `Case 26-0007`, `Programme p26-0001`.
[[nodiscard]] std::string record_caption(const std::string& reference);

}  // namespace reviewd
