#include "tools/reviewctl/read_file.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>

namespace reviewctl {
namespace {

constexpr std::size_t most = 25 * 1024 * 1024;

Outcome<std::string> read_all(std::istream& in, const std::string& name) {
  std::string text;
  char piece[64 * 1024];
  while (in.read(piece, sizeof piece) || in.gcount() > 0) {
    text.append(piece, static_cast<std::size_t>(in.gcount()));
    if (text.size() > most) return failed(fmt::format("{} is larger than 25 MiB. Send it in parts.", name));
  }
  if (in.bad()) return failed(fmt::format("{} cannot be read to its end.", name));
  return text;
}

}  // namespace

Outcome<std::string> read_file(const std::string& file) {
  if (file == "-") return read_all(std::cin, "What comes on standard input");
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored)) return failed(fmt::format("{} is a folder.", file));
  std::ifstream in(file, std::ios::binary);
  if (!in) return failed(fmt::format("{} cannot be opened.", file));
  return read_all(in, file);
}

}  // namespace reviewctl
