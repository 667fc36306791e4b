#pragma once

#include <string>

#include "reviewd/documents/document_text.hpp"

namespace reviewd {

/// What a part made of XML is for.
enum class XmlPart {
  body,        ///< text that is shown
  comments,    ///< what people wrote beside it
  properties,  ///< one value an element
  links,       ///< only what its attributes point to
  other        ///< styles, settings and the like
};

/// The texts of a part of a document of Word, PowerPoint, Excel or OpenDocument, or of the properties of a PDF: what it
/// shows under `place`; under places of their own what was deleted and is still there, what is hidden, comments, who
/// changed something, descriptions of pictures, and links. False where it is no XML. Entities are not followed.
[[nodiscard]] bool put_xml(const std::string& xml, XmlPart part, const std::string& place, DocumentText& into);

/// Adds to a place that is there, or makes it.
void put_text(DocumentText& into, const std::string& place, const std::string& text, bool prose);

}  // namespace reviewd
