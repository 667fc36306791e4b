#pragma once

#include "reviewd/api/call.hpp"

namespace reviewd {

/// The answer that gives an OpenDocument text (`write_paper`), as the PDF of that text, with the ending of its name. It
/// is made in the line of papers, and refused as `busy` where it cannot be made now. Any other answer stays as it is.
[[nodiscard]] Response pdf_of_text(const Call& call, Response text);

}  // namespace reviewd
