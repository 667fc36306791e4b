#include "reviewd/documents/private_folder.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace reviewd {
namespace {

constexpr const char* in_memory = "/dev/shm";

std::filesystem::path made_in(const std::filesystem::path& place) {
  auto name = (place / "reviewd-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), "a private folder");
  return name;
}

}  // namespace

PrivateFolder::PrivateFolder()
    : path_(made_in(::access(in_memory, W_OK | X_OK) == 0 ? in_memory : std::filesystem::temp_directory_path())) {}

PrivateFolder::~PrivateFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace reviewd
