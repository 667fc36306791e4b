#pragma once

#include <catch2/catch.hpp>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "libreview/law/bank_holidays.hpp"
#include "tests/support/places.hpp"

namespace review::testing {

/// One line of a table of vectors: the line as it stands, and its cells.
struct Row {
  std::string line;
  std::vector<std::string> cells;
};

inline std::string source_file(const std::string& path) {
  const std::filesystem::path file = std::filesystem::path(review::test::source_folder()) / path;
  INFO(file);
  std::ifstream in(file, std::ios::binary);
  REQUIRE(in.good());
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The rows of `tests/vectors/NAME`, whose first line must be `header`; every row has as many cells as that.
inline std::vector<Row> rows(const std::string& name, std::string_view header) {
  const auto split = [](const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, '\t');) cells.push_back(cell);
    return cells;
  };
  std::istringstream in(source_file("tests/vectors/" + name));
  std::string line;
  REQUIRE(std::getline(in, line));
  REQUIRE(line == header);
  const std::size_t width = split(line).size();
  std::vector<Row> read;
  while (std::getline(in, line)) {
    INFO(line);
    read.push_back({line, split(line)});
    REQUIRE(read.back().cells.size() == width);
  }
  return read;
}

/// A day that the test knows to exist.
inline Date on(std::string_view iso) {
  INFO(iso);
  const auto date = Date::parse(iso);
  REQUIRE(date);
  return *date;
}

}  // namespace review::testing
