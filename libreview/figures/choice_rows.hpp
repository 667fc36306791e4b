#pragma once

#include <google/protobuf/descriptor.h>

#include <vector>

#include "libreview/figures/figure_table.hpp"

namespace review {

/// A row for each value of a choice of the schema, without the one that never travels: `no-further-review`.
[[nodiscard]] std::vector<FigureLine> choice_rows(const google::protobuf::EnumDescriptor& type);

/// The row of one value; the last row, of what is not recorded, for the one that never travels.
[[nodiscard]] std::string choice_row(const google::protobuf::EnumDescriptor& type, int value);

}  // namespace review
