#include "reviewd/documents/file_type.hpp"

#include <algorithm>

#include "reviewd/base/utf8.hpp"
#include "reviewd/documents/office_file.hpp"
#include "reviewd/http/ascii.hpp"

namespace reviewd {
namespace {

using review::Code;

constexpr std::string_view not_taken =
    "Files of this type are not taken. Send a PDF, a Word, Excel, PowerPoint or OpenDocument file without macros, a "
    "PNG "
    "or JPEG picture, or plain text.";
constexpr std::string_view no_text =
    "This is no plain text that can be read here. Save it as text in UTF-8 and send it again.";
constexpr std::string_view says_otherwise =
    "What is in the file is not what its name says. Check that it is the right file, and save it again under its own "
    "type.";

tl::unexpected<review::Refusal> no(std::string_view says) {
  return review::refuse(Code::unsupported_media_type, std::string(says));
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lowered(c);
  return out;
}

bool is_one_of(std::string_view text, const std::vector<std::string_view>& all) {
  return std::find(all.begin(), all.end(), text) != all.end();
}

const FileType* type_by_name(std::string_view file_name) {
  const auto dot = file_name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return nullptr;
  const auto ending = lower(file_name.substr(dot));
  const auto& all = file_types();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const FileType& one) { return is_one_of(ending, one.endings); });
  return found == all.end() ? nullptr : &*found;
}

/// Text that a person reads: no page, picture, script or other language, which begin with a mark.
bool is_plain_text(std::string_view content) {
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  const bool broken = std::any_of(content.begin(), content.end(), [](char c) {
    return is_control(c) && c != '\t' && c != '\n' && c != '\r' && c != '\f';
  });
  if (broken || !is_utf8(content)) return false;
  const auto begin = content.substr(std::min(content.find_first_not_of(" \t\r\n\f"), content.size()));
  for (const std::string_view mark : {"<", "#!", "{\\rtf", "%!"}) {
    if (begin.starts_with(mark)) return false;
  }
  return true;
}

/// What the first bytes say: the media type, `text/plain` for any text, or why it is not taken.
OfficeFile sniffed(std::string_view content) {
  if (content.starts_with("%PDF-")) return {media_types::pdf, {}};
  if (content.starts_with("\x89PNG\r\n\x1A\n")) return {media_types::png, {}};
  if (content.starts_with("\xFF\xD8\xFF")) return {media_types::jpeg, {}};
  if (content.starts_with("PK")) return office_file(content);
  if (is_plain_text(content)) return {media_types::text, {}};
  return {{}, not_taken};
}

bool agrees(const FileType& type, std::string_view found) {
  return type.media_type == found || (type.media_type == media_types::csv && found == media_types::text);
}

bool is_declared(const FileType& type, std::string_view declared) {
  const auto bare = lower(trimmed(declared.substr(0, declared.find(';'))));
  return bare.empty() || bare == "application/octet-stream" || bare == type.media_type ||
         is_one_of(bare, type.declared);
}

}  // namespace

const std::vector<FileType>& file_types() {
  using namespace media_types;
  static const std::vector<std::string_view> zipped{"application/zip", "application/x-zip-compressed"};
  static const std::vector<FileType> all{
      {pdf, ".pdf", {".pdf"}, {"application/x-pdf"}, "PDF"},
      {docx, ".docx", {".docx"}, zipped, "Word document"},
      {xlsx, ".xlsx", {".xlsx"}, zipped, "Excel workbook"},
      {pptx, ".pptx", {".pptx"}, zipped, "PowerPoint slides"},
      {odt, ".odt", {".odt"}, zipped, "OpenDocument text"},
      {ods, ".ods", {".ods"}, zipped, "OpenDocument spreadsheet"},
      {png, ".png", {".png"}, {}, "PNG picture"},
      {jpeg, ".jpg", {".jpg", ".jpeg"}, {"image/pjpeg", "image/jpg"}, "JPEG picture"},
      {text, ".txt", {".txt"}, {}, "Plain text"},
      {csv, ".csv", {".csv"}, {"application/csv", "application/vnd.ms-excel", text}, "CSV table"},
  };
  return all;
}

const FileType* find_file_type(std::string_view media_type) {
  const auto& all = file_types();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const FileType& one) { return one.media_type == media_type; });
  return found == all.end() ? nullptr : &*found;
}

review::Result<const FileType*> file_type_of(std::string_view content, std::string_view file_name,
                                             std::string_view declared) {
  const auto* type = type_by_name(file_name);
  if (type == nullptr) return no(not_taken);
  const auto found = sniffed(content);
  if (found.media_type.empty()) return no(agrees(*type, media_types::text) ? no_text : found.fault);
  if (!agrees(*type, found.media_type) || !is_declared(*type, declared)) return no(says_otherwise);
  return type;
}

}  // namespace reviewd
