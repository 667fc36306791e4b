#include "tests/support/office.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <optional>

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

std::string said_of(const std::vector<std::string>& program, const std::string& pdf) {
  constexpr std::size_t most = 4'000'000;
  return reviewd::read_with(program, pdf, {steady_clock::now() + std::chrono::seconds(20), most}).said;
}

}  // namespace

void Office::put(const std::string& name, const std::string& odt) {
  texts_.push_back(folder_ / (name + ".odt"));
  write_file(texts_.back(), odt);
}

bool Office::open() {
  const auto command = reviewd::converter_command(folder_ / "", texts_);
  auto ended = run(command);
  if (ended == reviewd::converter_begins_again) ended = run(command);
  return ended == 0;
}

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
