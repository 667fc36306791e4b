#include "tests/support/office.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "libreview/past/read_csv.hpp"
#include "reviewd/documents/pdf_programs.hpp"
#include "reviewd/documents/read_with.hpp"
#include "reviewd/documents/start_program.hpp"
#include "reviewd/documents/wait_for_program.hpp"
#include "reviewd/paper/converter_command.hpp"

namespace review::test {
namespace {

using std::chrono::steady_clock;
constexpr std::chrono::seconds longest{90};

std::optional<int> run(const std::vector<std::string>& command) {
  const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  const auto process = reviewd::start_program({.words = command,
                                               .kind = reviewd::Program::Kind::check,
                                               .input = nothing,
                                               .most_memory = 0,
                                               .most_time = longest});
  ::close(nothing);
  if (!process) return std::nullopt;
  const auto status = reviewd::wait_for_program(*process, steady_clock::now() + longest, {});
  return status && WIFEXITED(*status) ? std::optional(WEXITSTATUS(*status)) : std::nullopt;
}

/// Each sheet into a file of its own, as numbers are stored, in UTF-8.
constexpr const char* as_csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
/// Of the package libreoffice-calc-nogui.
constexpr const char* workbook_library = "/usr/lib/libreoffice/program/libsclo.so";

bool is_there(const std::string& program, const std::string& package) {
  if (std::filesystem::exists(program)) return true;
  const auto says = package + " is not installed: what LibreOffice opens was not tried.";
  if (std::getenv("REVIEW_EVERY_PROGRAM") == nullptr) {
    WARN(says);
  } else {
    FAIL_CHECK(says);
  }
  return false;
}

std::string said_of(const std::vector<std::string>& program, const std::string& pdf) {
  constexpr std::size_t most = 4'000'000;
  return reviewd::read_with(program, pdf, {steady_clock::now() + std::chrono::seconds(20), most}).said;
}

/// A new profile ends it once.
std::optional<int> run_office(const std::vector<std::string>& command) {
  const auto ended = run(command);
  return ended == reviewd::converter_begins_again ? run(command) : ended;
}

}  // namespace

bool opens_texts() { return is_there(reviewd::pdf_converter, "libreoffice-writer-nogui"); }

bool opens_workbooks() { return is_there(workbook_library, "libreoffice-calc-nogui"); }

std::vector<review::Sheet> sheets_of_workbook(const std::string& xlsx) {
  const TemporaryFolder folder;
  const auto book = folder / "book.xlsx";
  write_file(book, xlsx);
  auto command = reviewd::converter_command(folder / "", {book});
  const auto convert = std::find(command.begin(), command.end(), "--convert-to");
  REQUIRE(convert != command.end());
  *std::next(convert) = as_csv;
  if (run_office(command) != 0) return {};
  std::vector<review::Sheet> sheets;
  for (const auto& file : std::filesystem::directory_iterator(folder / "")) {
    constexpr std::string_view before = "book-";
    const auto name = file.path().stem().string();
    if (file.path().extension() != ".csv" || !name.starts_with(before)) continue;
    std::ifstream in(file.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    auto read = review::read_csv(text, name.substr(before.size()));
    REQUIRE(read);
    sheets.push_back(std::move(read->sheets.at(0)));
  }
  std::ranges::sort(sheets, {}, &review::Sheet::name);
  return sheets;
}

void Office::put(const std::string& name, const std::string& odt) {
  texts_.push_back(folder_ / (name + ".odt"));
  write_file(texts_.back(), odt);
}

bool Office::open() { return run_office(reviewd::converter_command(folder_ / "", texts_)) == 0; }

std::string Office::pdf(const std::string& name) const {
  std::ifstream in(folder_ / (name + ".pdf"), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string about_pdf(const std::string& pdf) { return said_of({reviewd::pdfinfo, "/dev/stdin"}, pdf); }

std::vector<std::string> pages_of_pdf(const std::string& pdf) {
  const auto words = said_of({reviewd::pdftotext, "-raw", "/dev/stdin", "-"}, pdf);
  std::vector<std::string> pages;
  for (std::size_t from = 0; from < words.size();) {
    const auto end = std::min(words.find('\f', from), words.size());
    pages.push_back(words.substr(from, end - from));
    from = end + 1;
  }
  return pages;
}

}  // namespace review::test
