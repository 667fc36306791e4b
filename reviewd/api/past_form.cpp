#include "reviewd/api/past_form.hpp"

#include <fmt/format.h>

#include "libreview/base/refuse_at.hpp"
#include "libreview/store/digest.hpp"
#include "reviewd/documents/file_type.hpp"
#include "reviewd/http/multipart.hpp"

namespace reviewd {

using review::Code;
using review::refuse_at;

namespace {

/// It is read on the storage thread, which everybody waits for.
constexpr std::size_t most_mapping_bytes = 256 * 1024;

}  // namespace

review::Result<PastForm> read_past_form(const Call& call, const std::set<std::string_view>& also,
                                        const review::SheetSorts& sorts) {
  const auto parts = read_multipart(call.request.header("Content-Type").value_or(""), call.request.body);
  if (!parts) return review::refuse(parts.error());
  PastForm form;
  for (const auto& part : *parts) {
    const bool other = also.contains(part.name);
    if (part.name != "file" && part.name != "mapping" && !other) {
      return refuse_at(Code::unknown_field, "The form has an input here that this address does not take.", "");
    }
    if (other && !part.content.empty()) form.said[std::string(part.name)] = std::string(part.content);
  }
  const auto* file = find_part(*parts, "file");
  if (file == nullptr || !file->file_name || file->file_name->empty() || file->content.empty()) {
    return refuse_at(Code::missing_field, "Choose the spreadsheet: an Excel file (.xlsx) or a CSV file.", "/file");
  }
  if (static_cast<std::int64_t>(file->content.size()) > most_past_bytes) {
    return refuse_at(Code::too_large,
                     "The file is larger than 10 MB. Take out what is not needed, or send it in parts.", "/file");
  }
  const auto type = file_type_of(file->content, *file->file_name, file->content_type);
  if (!type) return refuse_at(type.error().code, type.error().says, "/file");
  form.media_type = (*type)->media_type;
  if (form.media_type != media_types::xlsx && form.media_type != media_types::csv) {
    return refuse_at(Code::unsupported_media_type, "Send an Excel file (.xlsx) or a CSV file.", "/file");
  }
  form.content = std::string(file->content);
  form.digest = review::to_hex(review::sha256({form.content}));
  const auto* mapping = find_part(*parts, "mapping");
  if (mapping == nullptr || mapping->content.empty()) return form;
  if (mapping->content.size() > most_mapping_bytes) {
    return refuse_at(Code::too_large, "The mapping is larger than 256 KiB. It names each column once.", "/mapping");
  }
  auto read = review::read_mapping(mapping->content, sorts);
  if (!read) return refuse_at(read.error(), "/mapping");
  form.has_mapping = true;
  form.mapping = std::move(*read);
  return form;
}

}  // namespace reviewd
