#include "reviewd/web/frame/file_answer.hpp"

#include "reviewd/web/frame/render.hpp"

namespace reviewd {

Response file_answer(const PageCall& call, const ApiAnswer& answer) {
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  return {answer.status, answer.content_type, answer.body, {{"Content-Disposition", answer.disposition}}};
}

}  // namespace reviewd
