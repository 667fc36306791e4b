#include "tests/crash/faulty_disk.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace review::crash_test {
namespace {

/// What SQLite holds for an open file; the real file's follows it in memory.
struct OpenFile {
  sqlite3_file base;
  FaultyDisk::File* tracked;
};

FaultyDisk* the_disk = nullptr;
sqlite3_vfs* real_vfs = nullptr;

sqlite3_file* real(sqlite3_file* file) {
  return reinterpret_cast<sqlite3_file*>(reinterpret_cast<OpenFile*>(file) + 1);
}

FaultyDisk::File* tracked(sqlite3_file* file) { return reinterpret_cast<OpenFile*>(file)->tracked; }

int close(sqlite3_file* file) { return real(file)->pMethods->xClose(real(file)); }
int read(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
  return real(file)->pMethods->xRead(real(file), to, size, at);
}
int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
  if (const auto code = the_disk->outcome(SQLITE_IOERR_WRITE, true); code != SQLITE_OK) return code;
  if (auto* known = tracked(file)) {
    known->waiting.push_back({false, at, std::string(static_cast<const char*>(from), size)});
  }
  return real(file)->pMethods->xWrite(real(file), from, size, at);
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
  if (const auto code = the_disk->outcome(SQLITE_IOERR_TRUNCATE, false); code != SQLITE_OK) return code;
  if (auto* known = tracked(file)) known->waiting.push_back({true, size});
  return real(file)->pMethods->xTruncate(real(file), size);
}
int sync(sqlite3_file* file, int) {
  if (const auto code = the_disk->outcome(SQLITE_IOERR_FSYNC, false); code != SQLITE_OK) return code;
  if (auto* known = tracked(file)) {
    for (const auto& change : known->waiting) make_change(change, known->synced);
    known->waiting.clear();
  }
  return SQLITE_OK;
}
int size(sqlite3_file* file, sqlite3_int64* to) { return real(file)->pMethods->xFileSize(real(file), to); }
int lock(sqlite3_file* file, int level) { return real(file)->pMethods->xLock(real(file), level); }
int unlock(sqlite3_file* file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }
int check_lock(sqlite3_file* file, int* to) { return real(file)->pMethods->xCheckReservedLock(real(file), to); }
int control(sqlite3_file* file, int what, void* with) {
  return real(file)->pMethods->xFileControl(real(file), what, with);
}
int sector(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }
int character(sqlite3_file* file) { return real(file)->pMethods->xDeviceCharacteristics(real(file)); }

/// Version 1 knows no shared memory: an exclusive store needs none, and would fail here if it did.
const sqlite3_io_methods methods = {1,       close,   read,       write,   truncate, sync,      size,
                                    lock,    unlock,  check_lock, control, sector,   character, nullptr,
                                    nullptr, nullptr, nullptr,    nullptr, nullptr};

std::string content_of(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* flags_out) {
  auto* opened = reinterpret_cast<OpenFile*>(file);
  opened->tracked = nullptr;
  file->pMethods = nullptr;
  if (name != nullptr) {  // read before the real one is opened: closing a descriptor would drop its locks
    auto& known = the_disk->files()[name];
    if (known.waiting.empty()) known.synced = content_of(name);
    opened->tracked = &known;
  }
  const auto code = real_vfs->xOpen(real_vfs, name, real(file), flags, flags_out);
  if (real(file)->pMethods != nullptr) file->pMethods = &methods;
  return code;
}

int remove(sqlite3_vfs*, const char* name, int sync_folder) {
  if (the_disk->without_power()) return SQLITE_OK;
  the_disk->files().erase(name);
  return real_vfs->xDelete(real_vfs, name, sync_folder);
}

int access(sqlite3_vfs*, const char* name, int flags, int* to) { return real_vfs->xAccess(real_vfs, name, flags, to); }
int full_path(sqlite3_vfs*, const char* name, int size_out, char* to) {
  return real_vfs->xFullPathname(real_vfs, name, size_out, to);
}

sqlite3_vfs layer{};

}  // namespace

void make_change(const FaultyDisk::Change& change, std::string& content) {
  const auto at = static_cast<std::size_t>(change.at);
  if (change.truncates) {
    content.resize(at);
    return;
  }
  if (content.size() < at + change.bytes.size()) content.resize(at + change.bytes.size());
  content.replace(at, change.bytes.size(), change.bytes);
}

FaultyDisk::FaultyDisk() {
  if (the_disk != nullptr) throw std::logic_error("there is one faulty disk at a time");
  the_disk = this;
  real_vfs = sqlite3_vfs_find(nullptr);
  layer = *real_vfs;
  layer.zName = "faulty";
  layer.pNext = nullptr;
  layer.szOsFile = static_cast<int>(sizeof(OpenFile)) + real_vfs->szOsFile;
  layer.xOpen = open;
  layer.xDelete = remove;
  layer.xAccess = access;
  layer.xFullPathname = full_path;
  sqlite3_vfs_register(&layer, 1);
}

FaultyDisk::~FaultyDisk() {
  sqlite3_vfs_unregister(&layer);
  sqlite3_vfs_register(real_vfs, 1);
  the_disk = nullptr;
}

void FaultyDisk::fail(Failure failure, int at) {
  mend();
  failure_ = failure;
  count_down_ = at;
}

void FaultyDisk::mend() {
  count_down_ = 0;
  failed_ = false;
  tried_after_ = 0;
}

int FaultyDisk::outcome(int io_code, bool is_write) {
  if (failed_) {
    ++tried_after_;
    return failure_ == Failure::io_always || failure_ == Failure::power_cut ? io_code : SQLITE_OK;
  }
  if (failure_ == Failure::full_once && !is_write) return SQLITE_OK;
  if (count_down_ == 0 || --count_down_ > 0) return SQLITE_OK;
  failed_ = true;
  return failure_ == Failure::full_once ? SQLITE_FULL : io_code;
}

void FaultyDisk::come_back(std::uint32_t seed) {
  const auto roll = [&seed](std::uint32_t sides) { return (seed = seed * 1664525 + 1013904223, (seed >> 8) % sides); };
  for (auto& [name, file] : files_) {
    auto content = file.synced;
    for (auto change : file.waiting) {
      const auto fate = roll(4);
      if (fate == 0) continue;               // never got there
      if (fate == 1 && !change.truncates) {  // torn at a sector
        change.bytes.resize(std::min<std::size_t>(change.bytes.size(), 512UL * roll(9)));
      }
      if (fate == 2 && !change.truncates && !change.bytes.empty()) {  // a sector of rubbish
        const auto sector = roll(static_cast<std::uint32_t>(change.bytes.size() / 512 + 1)) * 512UL;
        for (auto at = sector; at < std::min(change.bytes.size(), sector + 512); ++at) {
          change.bytes[at] = static_cast<char>(roll(256));
        }
      }
      make_change(change, content);
    }
    std::ofstream(name, std::ios::binary) << content;
  }
  files_.clear();
  mend();
}

}  // namespace review::crash_test
