#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <utility>
#include <vector>

#include "libreview/past/mapping.hpp"
#include "reviewd/web/form/plain_form.hpp"

namespace reviewd {

/// What a sheet may hold, with words for it.
using SheetChoices = std::vector<std::pair<std::string, std::string>>;

/// What each sheet of a spreadsheet holds, and what each of its columns is: from the file as the API gives it, with
/// what was said or guessed.
[[nodiscard]] std::vector<Question> mapping_questions(const boost::json::value& file, const SheetChoices& holds);

/// The mapping of the file, with what was chosen in these questions.
[[nodiscard]] review::Result<review::Mapping> chosen_mapping(const boost::json::value& file, const NameValues& chosen,
                                                             const review::SheetSorts& sorts);

}  // namespace reviewd
