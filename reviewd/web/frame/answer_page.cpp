#include "reviewd/web/frame/answer_page.hpp"

#include <memory>
#include <utility>

#include "libreview/vocabulary/parse_json.hpp"
#include "reviewd/http/then.hpp"
#include "reviewd/web/frame/problem_view.hpp"

namespace reviewd {
namespace {

boost::json::value json_of(const Response& answer) {
  auto read = review::parse_json(answer.body);
  return read ? std::move(*read) : boost::json::value();
}

}  // namespace

Response answer_page(const PageCall& call, Response answer, const std::string& name, const ViewOfAnswer& view_of) {
  if (answer.is_whole() && answer.status != 200) return refused_page(call, answer.status, json_of(answer));
  const auto frame = std::make_shared<const View>(framed(call, {}));
  return then(std::move(answer), [frame, name, view_of](const Response& whole) {
    const auto json = json_of(whole);
    const bool good = whole.status == 200;
    View view = *frame;
    for (const auto& [key, value] : good ? view_of(json) : problem_view(whole.status, json)) view[key] = value;
    return render_framed(whole.status, good ? name : "problem", view);
  });
}

}  // namespace reviewd
