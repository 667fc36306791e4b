#include "reviewd/documents/network_rules.hpp"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>

namespace reviewd {
namespace {

#if defined(__x86_64__)
constexpr unsigned own_machine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned own_machine = AUDIT_ARCH_AARCH64;
#else
#error "Say here what the kernel calls this machine."
#endif

/// Numbers from here on are those of another way to call the same kernel (x32), which the filter does not read.
constexpr unsigned other_numbers = 0x40000000;

constexpr unsigned not_permitted = SECCOMP_RET_ERRNO | static_cast<unsigned>(EPERM);

/// The call by which programs ask whether they may use a place, and which of its arguments says what for.
#if defined(__x86_64__)
constexpr unsigned asks_access = SYS_access;
constexpr std::size_t mode_of_access = 1;
#else
constexpr unsigned asks_access = SYS_faccessat;
constexpr std::size_t mode_of_access = 2;
#endif
constexpr unsigned no_mode = ~0U;

constexpr std::size_t argument(std::size_t number) { return offsetof(seccomp_data, args) + 8 * number; }

constexpr sock_filter load(std::size_t at) { return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<unsigned>(at)); }
constexpr sock_filter answer(unsigned what) { return BPF_STMT(BPF_RET | BPF_K, what); }
/// Goes on after `steps` where it is that number.
constexpr sock_filter is(unsigned number, unsigned char steps) {
  return BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, steps, 0);
}

}  // namespace

bool take_network(Sockets left) {
  const bool is_local = left == Sockets::local;
  const unsigned sort_left = is_local ? AF_UNIX : AF_UNSPEC;  // no socket is of the sort AF_UNSPEC
  const unsigned not_told = is_local ? W_OK : no_mode;
  std::array<sock_filter, 18> steps{
      {load(offsetof(seccomp_data, arch)), is(own_machine, 1), answer(SECCOMP_RET_KILL_PROCESS),
       load(offsetof(seccomp_data, nr)), BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, other_numbers, 12, 0), is(SYS_socket, 3),
       is(asks_access, 5), is(SYS_io_uring_setup, 7), answer(SECCOMP_RET_ALLOW),
       // Which sort of socket.
       load(argument(0)), is(sort_left, 5), answer(not_permitted),
       // What is asked of a place.
       load(argument(mode_of_access)), is(not_told, 1), answer(SECCOMP_RET_ALLOW), answer(not_permitted),
       answer(SECCOMP_RET_ALLOW), answer(SECCOMP_RET_KILL_PROCESS)}};
  sock_fprog filter{};
  filter.len = static_cast<unsigned short>(steps.size());
  filter.filter = steps.data();
  return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0) == 0;
}

}  // namespace reviewd
