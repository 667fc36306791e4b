#include "reviewd/identity/pepper.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

namespace reviewd {
namespace {

using review::Code;
using review::refuse;

constexpr std::size_t fewest_bytes = 32;
constexpr ::mode_t others = S_IRWXG | S_IRWXO;

bool lies_in(const std::filesystem::path& file, const std::filesystem::path& folder) {
  std::error_code error;
  const auto inner = std::filesystem::weakly_canonical(file, error);
  const auto outer = std::filesystem::weakly_canonical(folder, error);
  const auto relative = inner.lexically_relative(outer);
  return !relative.empty() && *relative.begin() != "..";
}

}  // namespace

review::Result<std::string> read_pepper(const std::filesystem::path& file, const std::filesystem::path& store) {
  struct ::stat about {};
  if (::stat(file.c_str(), &about) != 0 || !S_ISREG(about.st_mode)) {
    return refuse(Code::not_found, "The file that pepper-file names is not there.");
  }
  if ((about.st_mode & others) != 0) {
    return refuse(Code::not_permitted,
                  "Others can read the file that pepper-file names. Make it the owner's: chmod 600.");
  }
  if (about.st_uid != ::geteuid()) {
    return refuse(Code::not_permitted, "The file that pepper-file names belongs to another user than this service.");
  }
  if (lies_in(file, std::filesystem::absolute(store).parent_path())) {
    return refuse(Code::not_permitted, "The file that pepper-file names lies with the store. Keep it somewhere else.");
  }
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' ')) text.pop_back();
  if (text.size() < fewest_bytes) {
    return refuse(Code::malformed, "The file that pepper-file names holds fewer than 32 bytes.");
  }
  return text;
}

}  // namespace reviewd
