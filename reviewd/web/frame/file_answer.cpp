#include "reviewd/web/frame/file_answer.hpp"

#include <boost/json/object.hpp>

#include "libreview/vocabulary/parse_json.hpp"
#include "reviewd/http/then.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/render.hpp"

namespace reviewd {

Response file_answer(const PageCall& call, const std::string& target) {
  auto answer = answer_to(call, {"GET", target});
  if (!answer.is_whole()) {
    // The page for what cannot be made is made now: later nothing is known of who asks.
    const auto busy = refused_page(call, 503,
                                   boost::json::object{{"detail",
                                                        "This file cannot be made at this moment. Try again in a "
                                                        "minute, or take the OpenDocument text if there is one. If it "
                                                        "stays so, tell who looks after this service."}});
    return then(std::move(answer), [busy](Response made) { return made.status == 200 ? std::move(made) : busy; });
  }
  if (answer.status == 200) return answer;
  return refused_page(call, answer.status, review::parse_json(answer.body).value_or(boost::json::value()));
}

}  // namespace reviewd
