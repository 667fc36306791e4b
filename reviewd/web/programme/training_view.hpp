#pragma once

#include <boost/json/value.hpp>
#include <vector>

#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// The training of a programme, as the API answers: each course with who came, what it follows from, and each question
/// with its answers before, after and at three months side by side.
[[nodiscard]] PlainPage training_page_of(const boost::json::value& answer, const Register& known,
                                         std::vector<Cell> ways);

}  // namespace reviewd
