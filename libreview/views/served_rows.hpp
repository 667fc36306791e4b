#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/store/store.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// Drops and creates the table of recommendations that actions of other records serve, empty.
void make_served_table(Store& store);
/// Keeps those that the actions of a record serve. Inside a transaction.
void put_served_rows(Store& store, const v1::CaseFile& file);
/// The references of the records with an action that serves a recommendation of another one, in their order. Whether a
/// reader sees them is on whoever asks.
[[nodiscard]] std::vector<std::string> records_serving(Store& store, std::string_view reference,
                                                       std::string_view recommendation);

}  // namespace review
