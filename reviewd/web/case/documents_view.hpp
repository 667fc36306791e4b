#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <string>

#include "reviewd/web/frame/render.hpp"

namespace reviewd {

/// The page of the documents of a case: `documents` is the API's list. `filed` is the document that was just filed, and
/// may be empty or anything else.
[[nodiscard]] View documents_view(const boost::json::value& of_case, const boost::json::array& documents,
                                  bool may_record, const std::string& filed);

/// What the form of a document shows.
struct DocumentInputs {
  std::string title;
  std::string document;  ///< that it is the next version of; empty for a new one
  std::string meeting;
  std::string key;       ///< the same for every time that the form is sent
  std::string review{};  ///< whose report it is
  std::string sort{};    ///< the kind of document
};
/// `problem` is what the API refused it with; null where nothing was sent yet.
[[nodiscard]] View document_form_view(const boost::json::value& of_case, const boost::json::array& entries,
                                      const DocumentInputs& inputs, const boost::json::value& problem);

}  // namespace reviewd
