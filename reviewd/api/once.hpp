#pragma once

#include "reviewd/api/endpoint.hpp"

namespace reviewd {

/// Whether an endpoint makes something besides entries, or a new secret of what there is, and so heeds Idempotency-Key
/// as `answer_once` says. What records an entry heeds it with the desk.
[[nodiscard]] bool makes_something(const Endpoint& endpoint);

/// The answer of such an endpoint. What was done under the same key, by the same person with the same request, within
/// 30 days, is not done again: the answer is what there is now of what was made. Where that answer showed a secret,
/// which is kept nowhere, or nothing shows what was made, it is `already-recorded`, with the name of what was made:
/// whoever lost the answer revokes it, or makes another in its place. The same key with another request: `key-reused`.
/// Only success is remembered, in the open transaction.
[[nodiscard]] Response answer_once(Call& call, const Endpoint& endpoint);

}  // namespace reviewd
