#include "reviewd/documents/network_rules.hpp"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

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

constexpr sock_filter load(std::size_t at) { return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<unsigned>(at)); }
constexpr sock_filter answer(unsigned what) { return BPF_STMT(BPF_RET | BPF_K, what); }
/// Goes on after `steps` where it is that number.
constexpr sock_filter is(unsigned number, unsigned char steps) {
  return BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, steps, 0);
}

}  // namespace

bool take_network() {
  std::array<sock_filter, 10> steps{
      {load(offsetof(seccomp_data, arch)), is(own_machine, 1), answer(SECCOMP_RET_KILL_PROCESS),
       load(offsetof(seccomp_data, nr)), BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, other_numbers, 3, 0), is(SYS_socket, 2),
       is(SYS_io_uring_setup, 1), answer(SECCOMP_RET_ALLOW), answer(SECCOMP_RET_ERRNO | static_cast<unsigned>(EPERM)),
       answer(SECCOMP_RET_KILL_PROCESS)}};
  sock_fprog filter{};
  filter.len = static_cast<unsigned short>(steps.size());
  filter.filter = steps.data();
  return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0) == 0;
}

}  // namespace reviewd
