#include <fmt/format.h>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/frame/problem_view.hpp"
#include "reviewd/web/frame/render.hpp"

namespace reviewd {

Response refused_page(const PageCall& call, int status, const boost::json::value& problem) {
  auto view = problem_view(status, problem);
  // Only where the case is known to be there: of another one not even its address is repeated.
  if (const auto name = call.path("case"); !name.empty() && status != 404) {
    view["back"] = fmt::format("/cases/{}", percent_encoded(name));
    view["backWords"] = "Go to case " + name;
  }
  return render(call, status, "problem", std::move(view));
}

}  // namespace reviewd
