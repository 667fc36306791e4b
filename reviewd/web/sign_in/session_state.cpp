#include <algorithm>
#include <boost/json/serialize.hpp>
#include <chrono>

#include "reviewd/base/now.hpp"
#include "reviewd/http/problem.hpp"
#include "reviewd/web/frame/session_cookie.hpp"
#include "reviewd/web/sign_in/asked.hpp"
#include "reviewd/web/sign_in/site.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using std::chrono::seconds;

/// How long the session lives without another request, and how long it can be made to live at most.
Response state_of(const review::Session& session, review::Instant moment) {
  const auto left = [&](review::Instant end) {
    return std::max<std::int64_t>(0, std::chrono::floor<seconds>(end - moment).count());
  };
  const json::object state{{"secondsLeft", left(session.ends())},
                           {"mostSecondsLeft", left(session.begun + review::session_life)},
                           {"endsAt", review::rfc3339(session.ends())}};
  Response response{200, "application/json", json::serialize(state)};
  return response;
}

Response over(const Request& request) {
  return problem(review::Refusal{review::Code::unauthenticated, "The session is over. Sign in again."},
                 request.request_id);
}

}  // namespace

void Site::show_session(const Shared& asked) {
  read(asked, [asked](Storage& storage) {
    const auto moment = now(std::nullopt).now;
    const auto session = storage.sessions().look(session_of(asked->request), moment);
    return session ? state_of(*session, moment) : over(asked->request);
  });
}

void Site::extend_session(const Shared& asked) {
  write(asked, [asked](Storage& storage) {
    const auto moment = now(std::nullopt).now;
    const auto line = session_of(asked->request);
    if (!storage.sessions().look(line, moment)) return over(asked->request);
    if (!is_form_token(value_of(asked->form, "formToken"), line)) {
      return problem(review::Refusal{review::Code::not_permitted, "This form is not of this session."},
                     asked->request.request_id);
    }
    if (!storage.sessions().extend(line, moment)) return Response{507};
    const auto session = storage.sessions().look(line, moment);
    return session ? state_of(*session, moment) : over(asked->request);
  });
}

}  // namespace reviewd
