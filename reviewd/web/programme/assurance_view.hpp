#pragma once

#include <boost/json/value.hpp>
#include <vector>

#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// Who was asked for assurance in one programme, as the API answers: who has not answered first, then the answers with
/// what scrutiny said, then what is followed up. `ways` are those to record more.
[[nodiscard]] PlainPage assurance_page_of(const boost::json::value& answer, const Register& known,
                                          std::vector<Cell> ways);

/// Who has not answered, over all programmes.
[[nodiscard]] PlainPage unanswered_page_of(const boost::json::value& answer, const Register& known);

}  // namespace reviewd
