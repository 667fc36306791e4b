#pragma once

#include <boost/json/value.hpp>

#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// Who was asked for assurance in one programme, as the API answers: who has not answered first, then the answers with
/// what scrutiny said, then what is followed up. `may_record` brings the ways to record more.
[[nodiscard]] PlainPage assurance_page_of(const boost::json::value& answer, const Register& known, bool may_record);

/// Who has not answered, over all programmes.
[[nodiscard]] PlainPage unanswered_page_of(const boost::json::value& answer, const Register& known);

}  // namespace reviewd
