#pragma once

#include <string>
#include <string_view>

#include "libreview/base/result.hpp"
#include "review/v1/entries.pb.h"
#include "reviewd/api/call.hpp"
#include "reviewd/documents/file_type.hpp"

namespace reviewd {

/// A document as it was sent: the entry that files it, and its content.
struct DocumentForm {
  review::v1::Entry entry;  ///< with the digest, the type and the size of the content
  std::string_view content;
  std::string file_name;
  std::string digest;  ///< SHA-256 in hexadecimal
  const FileType* type;
};

/// Reads the form of the request: `title`, `file`, and if wanted `document`, `meeting`, `agency`, `review`,
/// `occurredOn`. Pointers of a refusal name these. `too-large` over the limit for documents; `unsupported-media-type`
/// for a file that is not taken, or is not what it says it is.
[[nodiscard]] review::Result<DocumentForm> read_document_form(const Call& call);

/// A refusal of the entry with the names of the inputs: `/title` for `/documentFiled/title`.
[[nodiscard]] review::Refusal of_document_form(review::Refusal refusal);

}  // namespace reviewd
