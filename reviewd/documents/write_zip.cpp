#include "reviewd/documents/write_zip.hpp"

#include <zip.h>

#include <memory>
#include <stdexcept>

namespace reviewd {
namespace {

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct Free {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

[[noreturn]] void fail_to_pack() { throw std::runtime_error("an archive cannot be written"); }

void add(zip_t& archive, const ZippedFile& file, review::Instant dated) {
  // The content outlives the archive, which reads it when it is closed.
  auto* source = zip_source_buffer(&archive, file.content.data(), file.content.size(), 0);
  if (source == nullptr) fail_to_pack();
  const auto index = zip_file_add(&archive, file.name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    fail_to_pack();
  }
  if (file.stored && zip_set_file_compression(&archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0) != 0)
    fail_to_pack();
  const auto seconds = std::chrono::floor<std::chrono::seconds>(dated).time_since_epoch().count();
  if (zip_file_set_mtime(&archive, static_cast<zip_uint64_t>(index), seconds, 0) != 0) fail_to_pack();
}

std::string content_of(zip_source_t& source) {
  zip_stat_t about;
  if (zip_source_stat(&source, &about) != 0 || zip_source_open(&source) != 0) fail_to_pack();
  std::string bytes(about.size, '\0');
  const auto read = zip_source_read(&source, bytes.data(), bytes.size());
  zip_source_close(&source);
  if (read < 0 || static_cast<zip_uint64_t>(read) != about.size) fail_to_pack();
  return bytes;
}

}  // namespace

std::string write_zip(const std::vector<ZippedFile>& files, review::Instant dated) {
  const std::unique_ptr<zip_source_t, Free> into(zip_source_buffer_create(nullptr, 0, 0, nullptr));
  if (!into) fail_to_pack();
  std::unique_ptr<zip_t, Discard> archive(zip_open_from_source(into.get(), ZIP_TRUNCATE, nullptr));
  if (!archive) fail_to_pack();
  zip_source_keep(into.get());
  for (const auto& file : files) add(*archive, file, dated);
  if (zip_close(archive.get()) != 0) fail_to_pack();
  static_cast<void>(archive.release());
  return content_of(*into);
}

}  // namespace reviewd
