#pragma once

#include "reviewd/http/response.hpp"
#include "reviewd/web/frame/page.hpp"

namespace reviewd {

/// The answer that gives an OpenDocument text (`write_paper`), as the PDF of that text, with the ending of its name. It
/// is made in the line of papers; where that is not possible now, a page says so. Any other answer stays as it is.
[[nodiscard]] Response pdf_of_text(const PageCall& call, Response text);

}  // namespace reviewd
