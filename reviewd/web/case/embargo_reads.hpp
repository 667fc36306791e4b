#pragma once

#include <string>
#include <vector>

#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// Who has read what the embargo of the address covers: a row for each reader and each thing that was read, with how
/// often, and when first and last. With `?reads=every` in the address each time has a row, newest first. Both page
/// after page, as `?page=` says. `here` is the address of the page. None for whoever may not know.
[[nodiscard]] std::vector<Section> embargo_reads(const PageCall& call, const Register& known, const std::string& here);

}  // namespace reviewd
