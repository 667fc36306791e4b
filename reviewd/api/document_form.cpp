#include "reviewd/api/document_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/json/object.hpp>

#include "libreview/base/refuse_at.hpp"
#include "libreview/store/digest.hpp"
#include "libreview/vocabulary/read_message.hpp"
#include "reviewd/http/multipart.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Refusal;
using review::refuse_at;
using review::Result;

constexpr std::array<std::string_view, 6> fields{"title", "document", "meeting", "agency", "review", "sort"};
constexpr std::string_view kind_pointer = "/documentFiled";

/// The entry that the inputs say. One that is empty counts as not given, as browsers send it.
Result<review::v1::Entry> entry_of(const std::vector<MultipartPart>& parts) {
  json::object filed;
  json::object entry;
  for (const auto& part : parts) {
    if (part.name == "file") continue;
    const bool known = std::find(fields.begin(), fields.end(), part.name) != fields.end();
    if ((!known && part.name != "occurredOn") || part.file_name) {
      return refuse_at(Code::unknown_field, "The form has an input here that this address does not take.", "");
    }
    if (part.content.empty()) continue;
    (known ? filed : entry)[part.name] = json::string(part.content);
  }
  entry["documentFiled"] = std::move(filed);
  auto read = review::read_entry(entry, review::Origin::request);
  if (!read) return review::refuse(of_document_form(read.error()));
  return read;
}

std::string mebibytes(std::int64_t bytes) {
  constexpr std::int64_t mebi = 1024 * 1024;
  return bytes % mebi == 0 ? fmt::format("{} MB", bytes / mebi) : fmt::format("{} bytes", bytes);
}

}  // namespace

Refusal of_document_form(Refusal refusal) {
  for (auto& violation : refusal.violations) {
    if (violation.pointer.starts_with(kind_pointer)) violation.pointer.erase(0, kind_pointer.size());
  }
  return refusal;
}

Result<DocumentForm> read_document_form(const Call& call) {
  const auto parts = read_multipart(call.request.header("Content-Type").value_or(""), call.request.body);
  if (!parts) return review::refuse(parts.error());
  auto entry = entry_of(*parts);
  const auto* file = find_part(*parts, "file");
  const bool chosen = file != nullptr && file->file_name && !file->file_name->empty();
  if (!entry || !chosen) {
    auto refusal = entry ? Refusal{Code::missing_field, "Choose the file."} : entry.error();
    if (!chosen) refusal.violations.push_back({"/file", "Choose the file."});
    return review::refuse(std::move(refusal));
  }
  if (file->content.empty()) return refuse_at(Code::missing_field, "The file is empty. Choose another one.", "/file");
  const auto most = call.storage.config().documents.most_bytes;
  if (static_cast<std::int64_t>(file->content.size()) > most) {
    return refuse_at(Code::too_large,
                     fmt::format("The file is larger than {}. Make it smaller, or send it in parts.", mebibytes(most)),
                     "/file");
  }
  const auto type = file_type_of(file->content, *file->file_name, file->content_type);
  if (!type) return refuse_at(type.error().code, type.error().says, "/file");
  DocumentForm form{std::move(*entry), file->content, *file->file_name, review::to_hex(review::sha256({file->content})),
                    *type};
  auto& filed = *form.entry.mutable_document_filed();
  filed.set_digest(form.digest);
  filed.set_media_type(std::string(form.type->media_type));
  filed.set_size(static_cast<std::int32_t>(file->content.size()));
  return form;
}

}  // namespace reviewd
