#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support/places.hpp"

namespace openapi_test {

/// Writes a file for tests/openapi/lint. A reader sees the old file or the whole new one, also where two write it.
inline void write(const std::string& name, const std::string& text) {
  const auto folder = std::filesystem::path(review::test::build_folder()) / "openapi";
  std::filesystem::create_directories(folder);
  const auto partial = folder / (name + "." + std::to_string(::getpid()));
  std::ofstream(partial, std::ios::binary) << text << '\n';
  std::filesystem::rename(partial, folder / name);
}

}  // namespace openapi_test
