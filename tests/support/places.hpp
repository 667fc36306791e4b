#pragma once

#include <string>

namespace review::test {

/// The root of the source tree, where the tests' own files are read.
[[nodiscard]] std::string source_folder();
/// The build tree, with the programs in `bin`.
[[nodiscard]] std::string build_folder();

}  // namespace review::test
