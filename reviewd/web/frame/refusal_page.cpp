#include "reviewd/web/frame/refusal_page.hpp"

#include "reviewd/web/frame/render.hpp"

namespace reviewd {

Response refusal_page(const review::Refusal& refusal, bool practice) {
  const auto& row = review::code_row(refusal.code);
  return render_open(row.status, "refused_openly", {{"title", row.title}, {"says", refusal.says}}, practice);
}

}  // namespace reviewd
