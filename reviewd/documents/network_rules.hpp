#pragma once

namespace reviewd {

/// Takes the network from the calling process, and from all that it begins, for good, by a filter of system calls
/// (seccomp): it opens no socket, also where nobody may make a network of its own, and no ring of requests, which would
/// go round the filter. Sockets that it holds already stay. Needs `PR_SET_NO_NEW_PRIVS`; may be called after a fork.
/// False where the kernel has no such filters: then nothing is taken.
[[nodiscard]] bool take_network();

}  // namespace reviewd
