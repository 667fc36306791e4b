#include "tools/reviewctl/write_new.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>

namespace reviewctl {

Outcome<ExitCode> write_new(const std::string& file, std::string_view bytes) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    return failed(errno == EEXIST ? fmt::format("{} is there already. Name another file.", file)
                                  : fmt::format("{} cannot be written.", file));
  }
  while (!bytes.empty()) {
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    if (written <= 0) break;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  const bool closed = ::close(descriptor) == 0;
  if (!bytes.empty() || !closed) return failed(fmt::format("{} cannot be written to its end.", file));
  return ExitCode::done;
}

}  // namespace reviewctl
