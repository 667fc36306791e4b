#include "reviewd/web/sign_in/begin_session.hpp"

#include "reviewd/base/now.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/frame/session_cookie.hpp"

namespace reviewd {

Response begin_session(Storage& storage, const std::string& person, const std::string& then) {
  const auto line = storage.sessions().begin(person, now(std::nullopt).now);
  if (!line) return Response{507};
  auto response = see_other(safe_address(then));
  set_session(response, *line);
  return response;
}

}  // namespace reviewd
