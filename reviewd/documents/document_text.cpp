#include "reviewd/documents/document_text.hpp"

#include "reviewd/documents/file_type.hpp"
#include "reviewd/documents/office_text.hpp"
#include "reviewd/documents/pdf_text.hpp"

namespace reviewd {

DocumentText document_text(std::string_view media_type, const std::string& content) {
  if (media_type == media_types::pdf) return pdf_text(content);
  if (media_type == media_types::text || media_type == media_types::csv) return {{{"Text", content}}, {}};
  for (const auto office :
       {media_types::docx, media_types::xlsx, media_types::pptx, media_types::odt, media_types::ods}) {
    if (media_type == office) return office_text(content);
  }
  return {{}, {{"The file", "A picture cannot be checked here: check it by eye."}}};
}

}  // namespace reviewd
