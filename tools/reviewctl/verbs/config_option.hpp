#pragma once

#include "tools/reviewctl/verb.hpp"

namespace reviewctl {

/// --config, for verbs on a file whose views depend on it.
[[nodiscard]] inline Option config_option() {
  return {"config", "FILE", "With --store: the configuration that the daemon is started with"};
}

}  // namespace reviewctl
