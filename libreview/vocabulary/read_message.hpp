#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "libreview/base/result.hpp"
#include "review/v1/entries.pb.h"

namespace review {

/// Where the JSON comes from. A request may not set what only the server writes. What another store exported has that
/// too, and is checked like a request otherwise. The record was checked when it came in.
enum class Origin { request, other_store, record };

/// Reads an entry and checks it against the schema: unknown fields, types, choices, dates, references and required
/// fields. Every fault is reported, each with a JSON Pointer that begins with `pointer`; the refusal's code is the
/// first one's. With the faults of a request stands that a decision lacks its reasons. What the record holds was
/// checked when it came in and is checked for nothing but its shape.
[[nodiscard]] Result<v1::Entry> read_entry(const boost::json::value& json, Origin origin,
                                           const std::string& pointer = "");

}  // namespace review
