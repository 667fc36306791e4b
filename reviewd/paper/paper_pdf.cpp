#include "reviewd/paper/paper_pdf.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <mutex>
#include <optional>
#include <vector>

#include "reviewd/documents/private_folder.hpp"
#include "reviewd/documents/start_program.hpp"
#include "reviewd/documents/wait_for_program.hpp"
#include "reviewd/paper/converter_command.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::refuse;

constexpr std::chrono::seconds longest{60};
constexpr std::size_t most_memory = 4UL * 1024 * 1024 * 1024;

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Its exit code; nothing where it was ended, or could not begin.
std::optional<int> run(const std::vector<std::string>& words, const std::filesystem::path& folder,
                       std::chrono::steady_clock::time_point until, const std::stop_token& stop) {
  const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  const auto process = start_program({.words = words,
                                      .kind = Program::Kind::converter,
                                      .input = nothing,
                                      .most_memory = is_sanitized ? 0 : most_memory,
                                      .most_time = longest,
                                      .folder = folder.string()});
  ::close(nothing);
  if (!process) return std::nullopt;
  const auto status = wait_for_program(*process, until, stop);
  if (!status || !WIFEXITED(*status)) return std::nullopt;
  return WEXITSTATUS(*status);
}

}  // namespace

bool has_pdf_converter() { return ::access(pdf_converter, X_OK) == 0; }

std::string missing_converter_line() {
  return has_pdf_converter() ? std::string() : "missing: soffice.bin (letters and other papers cannot be PDFs)\n";
}

review::Result<std::string> paper_pdf(std::string_view odt, const std::stop_token& stop) {
  if (!has_pdf_converter()) {
    return refuse(Code::busy,
                  "PDFs cannot be made here: the program for it is not installed. Take the OpenDocument text, or tell "
                  "who looks after this service.");
  }
  static std::mutex one_at_a_time;
  const std::lock_guard lock(one_at_a_time);
  const PrivateFolder folder;
  std::ofstream(folder.path() / "paper.odt", std::ios::binary) << odt;
  const auto until = std::chrono::steady_clock::now() + longest;
  const auto command = converter_command(folder.path(), {folder.path() / "paper.odt"});
  auto ended = run(command, folder.path(), until, stop);
  if (ended == converter_begins_again) ended = run(command, folder.path(), until, stop);
  auto pdf = content_of(folder.path() / "paper.pdf");
  if (ended != 0 || !pdf.starts_with("%PDF-")) {
    return refuse(Code::busy,
                  "The PDF could not be made at this moment. Try again in a minute, or take the OpenDocument text.");
  }
  return pdf;
}

}  // namespace reviewd
