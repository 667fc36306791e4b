#include "reviewd/web/frame/file_answer.hpp"

#include "libreview/vocabulary/parse_json.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/render.hpp"

namespace reviewd {

Response file_answer(const PageCall& call, const std::string& target) {
  auto answer = answer_to(call, {"GET", target});
  if (answer.status == 200) return answer;
  return refused_page(call, answer.status, review::parse_json(answer.body).value_or(boost::json::value()));
}

}  // namespace reviewd
