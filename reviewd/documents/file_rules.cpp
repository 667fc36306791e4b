#include "reviewd/documents/file_rules.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cstdint>

#include "reviewd/documents/start_program.hpp"

namespace reviewd {
namespace {

/// As the newest kernel takes it: an older one takes it too where what it does not know is zero. The header of the
/// system may be older than its kernel.
struct Rules {
  std::uint64_t files;
  std::uint64_t network;
  std::uint64_t scoped;
};

constexpr std::uint64_t read_and_run =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;

struct Place {
  const char* path;
  std::uint64_t may;
};

constexpr std::uint64_t everything_with_files =
    LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_WRITE_FILE |
    LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_SOCK |
    LANDLOCK_ACCESS_FS_MAKE_SYM | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR;
constexpr std::uint64_t to_move = LANDLOCK_ACCESS_FS_REFER;  // since version 2
constexpr std::uint64_t to_cut = 1ULL << 14U;                // since version 3

constexpr std::array<Place, 8> places{{{"/usr", read_and_run},
                                       {"/bin", read_and_run},
                                       {"/lib", read_and_run},
                                       {"/lib64", read_and_run},
                                       {"/etc/ld.so.cache", LANDLOCK_ACCESS_FS_READ_FILE},
                                       {"/etc/fonts", LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR},
                                       {"/dev/null", LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE},
                                       {"/dev/urandom", LANDLOCK_ACCESS_FS_READ_FILE}}};

/// What each version of Landlock can keep away.
Rules kept_away(long version) {
  constexpr int rights_of_the_first = 13;
  Rules rules{(1ULL << rights_of_the_first) - 1, 0, 0};
  if (version >= 2) rules.files |= to_move;
  if (version >= 3) rules.files |= to_cut;
  if (version >= 4) rules.network = 3;           // TCP: to bind, to connect
  if (version >= 5) rules.files |= 1ULL << 15U;  // ioctl of devices
  if (version >= 6) rules.scoped = 3;            // abstract sockets, signals
  return rules;
}

void allow(int rules, const Place& place) {
  const int at = ::open(place.path, O_PATH | O_CLOEXEC);
  if (at < 0) return;
  landlock_path_beneath_attr rule{};
  rule.allowed_access = place.may;
  rule.parent_fd = at;
  // What could not be allowed is kept away.
  ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  ::close(at);
}

}  // namespace

FileRules::FileRules(const char* program, const char* folder) : rules_(-1) {
  const auto version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return;
  const auto rules = kept_away(version);
  rules_ = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0));
  if (rules_ < 0) return;
  for (const auto& place : places) allow(rules_, place);
  if (is_sanitized) allow(rules_, {"/proc", LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR});
  if (*folder != '\0') {
    allow(rules_, {folder, (everything_with_files | to_move | to_cut) & rules.files});
    for (const auto* place : {"/etc/libreoffice", "/var/spool/libreoffice"})
      allow(rules_, {place, LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR});
  }
  allow(rules_, {program, LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE});
}

FileRules::~FileRules() {
  if (rules_ >= 0) ::close(rules_);
}

bool FileRules::bind() const { return rules_ < 0 || ::syscall(SYS_landlock_restrict_self, rules_, 0) == 0; }

}  // namespace reviewd
