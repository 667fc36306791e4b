#pragma once

#include <filesystem>

#include "libreview/base/result.hpp"

namespace review {

/// Is `file` a plain file of this user's that nobody else can read or change, in a folder where nobody else could put
/// another in its place? `not-found` where there is none, `not-permitted` otherwise, with what to do. Never opens the
/// file: closing any descriptor of it would drop the locks of this process.
Result<void> private_file(const std::filesystem::path& file);

/// Makes an empty file with mode 0600, and its folder with 0700 where that is missing. `already-recorded` where the
/// file exists. What was made is on disk when it returns.
Result<void> make_private_file(const std::filesystem::path& file);

/// Makes the names in `folder` durable; throws StoreBroken if the disk refuses.
void sync_folder(const std::filesystem::path& folder);
/// Makes the content of `file` durable, for a file that SQLite does not have open; throws StoreBroken likewise.
void sync_file(const std::filesystem::path& file);

}  // namespace review
