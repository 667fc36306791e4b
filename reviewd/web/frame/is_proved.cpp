#include "reviewd/web/frame/is_proved.hpp"

#include "reviewd/base/now.hpp"
#include "reviewd/web/frame/session_cookie.hpp"

namespace reviewd {

bool is_proved(const PageCall& call) {
  const auto moment = now(std::nullopt).now;
  const auto session = call.storage.sessions().look(session_of(call.request), moment);
  return session && review::is_fresh(*session, moment);
}

}  // namespace reviewd
