#include "reviewd/web/frame/register_of.hpp"

#include "reviewd/web/frame/ask.hpp"

namespace reviewd {

Register register_of(const PageCall& call) {
  const auto agencies = ask(call, {"GET", "/v1/agencies"});
  return agencies.good() ? Register(agencies.json) : Register();
}

}  // namespace reviewd
