#include "reviewd/web/frame/refused_form.hpp"

#include "reviewd/web/frame/page_answer.hpp"
#include "reviewd/web/frame/render.hpp"

namespace reviewd {

std::optional<Response> refused_form(std::string_view path, const Refused& refused, bool practice) {
  if (refused.fault != Fault::too_large || (!path.starts_with("/cases/") && path != "/administration/past"))
    return std::nullopt;
  return as_page_answer(render_open(413, "too_large", {{"title", "This is too large"}}, practice));
}

}  // namespace reviewd
