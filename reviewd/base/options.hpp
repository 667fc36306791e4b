#pragma once

#include <cstdint>
#include <string>

namespace reviewd {

/// What the command line of the daemon says.
struct Options {
  std::string store;
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;
  std::string config;
  bool practice = false;
  bool behind_proxy = false;
};

/// Reads the command line. Prints help or a fault itself; `exit_code` is then what to leave with, else negative.
[[nodiscard]] Options read_options(int argc, char** argv, int& exit_code);

/// Whether an address is of this machine alone.
[[nodiscard]] bool is_loopback(const std::string& address);

}  // namespace reviewd
