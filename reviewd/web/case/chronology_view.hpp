#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <string>

#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// What was asked for, and what was typed, as it stands in the address or came with a form.
struct ChronologyInputs {
  std::string agency{};  ///< that it is narrowed to
  std::string gap_days{};
  std::string whose{};  ///< whose table was sent
};

/// What the page tells besides the chronology.
struct ChronologySurroundings {
  const boost::json::value& of_case;
  const boost::json::array& documents;  ///< that a table may be filed as
  const boost::json::value& agencies;   ///< the register, where the visitor may see it
  const Register& known;
  bool may_upload = false;
};

/// The merged chronology of a case, as the API gives it; `problem` is what it found wrong, if anything.
[[nodiscard]] View chronology_view(const boost::json::value& chronology, const ChronologySurroundings& around,
                                   const ChronologyInputs& inputs, const boost::json::value& problem = {});

}  // namespace reviewd
