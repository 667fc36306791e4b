#include <sodium.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>

#include "reviewd/documents/reader.hpp"
#include "tools/reviewctl/run_command.hpp"

int main(int argc, char** argv) {
  reviewd::end_as_reader(argc, argv);
  std::signal(SIGPIPE, SIG_IGN);
  if (sodium_init() < 0) {
    std::cerr << "reviewctl: the cryptographic library does not start\n";
    return 1;
  }
  const char* no_colour = std::getenv("NO_COLOR");
  const bool colour = isatty(STDOUT_FILENO) == 1 && (no_colour == nullptr || *no_colour == '\0');
  try {
    const auto exit = reviewctl::run_command({argv + 1, argv + argc}, {std::cout, std::cerr, colour});
    std::cout.flush();
    // Whoever read the answer must have got all of it, else a script would go on with half a list.
    return std::cout ? static_cast<int>(exit) : 1;
  } catch (const std::exception& error) {
    std::cerr << "reviewctl: " << error.what() << '\n';
    return 1;
  }
}
