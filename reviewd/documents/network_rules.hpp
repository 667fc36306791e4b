#pragma once

namespace reviewd {

/// Which sockets a process may still open.
enum class Sockets {
  none,
  /// Of the machine itself (AF_UNIX). Whether a place can be written in is told as no then: what Landlock keeps away,
  /// the kernel does not tell who asks, and a program would not go where it may.
  local
};

/// Takes the network from the calling process, and from all that it begins, for good, by a filter of system calls
/// (seccomp): it opens no socket but those that are `left`, also where nobody may make a network of its own, and no
/// ring of requests, which would go round the filter. Sockets that it holds already stay. Needs `PR_SET_NO_NEW_PRIVS`;
/// may be called after a fork. False where the kernel has no such filters: then nothing is taken.
[[nodiscard]] bool take_network(Sockets left = Sockets::none);

}  // namespace reviewd
