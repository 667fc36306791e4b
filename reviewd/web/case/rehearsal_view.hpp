#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <string>

#include "reviewd/web/frame/render.hpp"

namespace reviewd {

/// What was typed on the page of the check before publication.
struct RehearsalInputs {
  std::string document{};
  std::string title{};
  std::string address{};
  std::string text{};
};

/// The form: `documents` is the API's list, `problem` what it refused the form with; null where nothing was sent.
[[nodiscard]] View rehearsal_form_view(const boost::json::value& of_case, const std::string& review,
                                       const boost::json::array& documents, const RehearsalInputs& inputs,
                                       const boost::json::value& problem);
/// Adds a link to the check for each review of the case, whose page is at `address`.
void put_rehearsals(View& view, const std::string& address, const boost::json::value& of_case);
/// Adds what the check found.
void put_rehearsed(View& view, const boost::json::value& rehearsed);

}  // namespace reviewd
