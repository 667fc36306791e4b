#include "reviewd/web/sign_in/let_in.hpp"

#include "reviewd/base/now.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/frame/session_cookie.hpp"
#include "reviewd/web/sign_in/begin_session.hpp"

namespace reviewd {

Response let_in(Storage& storage, const Request& request, const std::string& person, const std::string& then) {
  auto response = begin_session(storage, person, then);
  if (response.status != 303) return response;
  const auto device = storage.devices().remember(device_of(request), person, now(std::nullopt).now);
  if (!device || !storage.sign_ins().end(person)) return Response{507};
  set_device(response, *device);
  return response;
}

Response after_password(Storage& storage, const Request& request, const std::string& person, const std::string& then) {
  if (!storage.second_factors().has(person)) return let_in(storage, request, person, then);
  const auto line = storage.sign_ins().begin(person, now(std::nullopt).now);
  if (!line) return Response{507};
  const auto goal = safe_address(then);
  auto response = see_other(goal == "/" ? "/sign-in/code" : "/sign-in/code?then=" + percent_encoded(goal));
  set_pending(response, *line);
  return response;
}

}  // namespace reviewd
