#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <string_view>

#include "libreview/access/reader.hpp"
#include "reviewd/web/frame/render.hpp"

namespace reviewd {

/// Whether the text can be the reference of a case: `26-0007`.
[[nodiscard]] bool is_reference(std::string_view text);

/// Who has seen what of a case: the list of reads as the API gives it.
[[nodiscard]] View seen_view(const boost::json::value& reads, const std::string& reference);

/// What was typed into the form that opens a case in an emergency.
struct OpenCase {
  std::string reference;
  std::string ground;
  std::string reasons;
};
/// The form; with `problem`, what it was refused for.
[[nodiscard]] View open_case_view(const OpenCase& typed, const boost::json::value& problem);

/// What was opened in an emergency, with a form for each that this reader may look at. `problem` is what was refused of
/// the one called `wrong`.
[[nodiscard]] View governance_view(const boost::json::value& glass, const review::Reader& reader,
                                   const std::string& form_token, const boost::json::value& problem,
                                   const std::string& wrong = {});

}  // namespace reviewd
