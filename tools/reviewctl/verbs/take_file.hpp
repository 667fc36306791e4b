#pragma once

#include <string>
#include <vector>

#include "tools/reviewctl/verb.hpp"

namespace reviewctl {

/// What is given out in several formats: each has the format behind the path, `/v1/figures:odt?from=…`.
struct FileAddress {
  std::string path;
  std::string query{};  ///< with its question mark; may be empty
};

/// Takes it in the format that --format names, the first of them if absent, and puts it where --to says: `-` writes to
/// standard output. A file that is there already is not touched.
Outcome<ExitCode> take_file(Call& call, const FileAddress& address, const std::vector<std::string>& formats);

}  // namespace reviewctl
