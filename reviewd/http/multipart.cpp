#include "reviewd/http/multipart.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "reviewd/base/utf8.hpp"
#include "reviewd/http/ascii.hpp"
#include "reviewd/http/parameters.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::refuse;
using review::Result;

constexpr std::size_t most_parts = 16;
constexpr std::size_t most_header_bytes = 2048;
constexpr std::size_t most_boundary_bytes = 70;

/// RFC 2046, section 5.1.1.
bool is_boundary(std::string_view text) {
  constexpr std::string_view signs = "'()+_,-./:=? ";
  return !text.empty() && text.size() <= most_boundary_bytes && text.back() != ' ' &&
         std::all_of(text.begin(), text.end(), [&](char c) {
           return is_digit(c) || (lowered(c) >= 'a' && lowered(c) <= 'z') || signs.find(c) != std::string_view::npos;
         });
}

bool is_plain(std::string_view text) { return is_utf8(text) && std::none_of(text.begin(), text.end(), is_control); }

/// Browsers write a quote in a name as `%22`, and a line end as `%0D` or `%0A`, which no name of ours has.
std::string without_escapes(std::string text) {
  for (auto at = text.find("%22"); at != std::string::npos; at = text.find("%22", at + 1)) text.replace(at, 3, "\"");
  return text;
}

Result<void> read_disposition(std::string_view value, MultipartPart& part) {
  const auto read = read_parameters(value);
  if (!read || read->value != "form-data") return refuse(Code::malformed, "A part of the form is no form data.");
  const auto* name = read->find("name");
  const auto* file = read->find("filename");
  if (name == nullptr || name->empty()) return refuse(Code::malformed, "A part of the form has no name.");
  if (read->parameters.size() > (file == nullptr ? 1U : 2U)) {
    return refuse(Code::malformed, "A part of the form says more than a name and the name of a file.");
  }
  part.name = without_escapes(*name);
  if (file != nullptr) part.file_name = without_escapes(*file);
  if (!is_plain(part.name) || !is_plain(part.file_name.value_or(""))) {
    return refuse(Code::malformed, "A name in the form is not plain text (UTF-8).");
  }
  return {};
}

/// `lines` are the headers of a part, without the empty line after them.
Result<MultipartPart> read_head(std::string_view lines) {
  MultipartPart part;
  bool typed = false;
  while (!lines.empty()) {
    const auto end = std::min(lines.find("\r\n"), lines.size());
    const auto line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 2, lines.size()));
    const auto colon = std::min(line.find(':'), line.size());
    const auto name = line.substr(0, colon);
    const auto value = trimmed(line.substr(std::min(colon + 1, line.size())));
    const bool disposes = same_ignoring_case(name, "Content-Disposition");
    const bool types = same_ignoring_case(name, "Content-Type");
    if (!(disposes || types) || (disposes && !part.name.empty()) || (types && typed)) {
      return refuse(Code::malformed, "A part of the form takes Content-Disposition and Content-Type, each once.");
    }
    if (!is_plain(value)) return refuse(Code::malformed, "A header in the form is not plain text (UTF-8).");
    if (types) part.content_type = value;
    typed = typed || types;
    if (!disposes) continue;
    if (auto read = read_disposition(value, part); !read) return refuse(read.error());
  }
  if (part.name.empty()) return refuse(Code::malformed, "A part of the form has no name.");
  return part;
}

}  // namespace

bool is_multipart(std::string_view content_type) {
  return same_ignoring_case(trimmed(content_type.substr(0, content_type.find(';'))), "multipart/form-data");
}

Result<std::vector<MultipartPart>> read_multipart(std::string_view content_type, std::string_view body) {
  if (!is_multipart(content_type)) return refuse(Code::unsupported_media_type, "Send it as multipart/form-data.");
  const auto type = read_parameters(content_type);
  const auto* boundary = type ? type->find("boundary") : nullptr;
  if (boundary == nullptr || !is_boundary(*boundary)) {
    return refuse(Code::malformed, "The Content-Type of the form names no boundary that can be used.");
  }
  const auto opening = "--" + *boundary;
  const auto delimiter = "\r\n" + opening;
  if (!body.starts_with(opening)) return refuse(Code::malformed, "The form does not begin with its boundary.");
  body.remove_prefix(opening.size());
  std::vector<MultipartPart> parts;
  while (!body.starts_with("--")) {
    if (!body.starts_with("\r\n"))
      return refuse(Code::malformed, "A boundary in the form is not on a line of its own.");
    body.remove_prefix(2);
    const auto end = body.substr(0, most_header_bytes + 4).find("\r\n\r\n");
    if (end == std::string_view::npos) {
      return refuse(Code::malformed, "The headers of a part of the form are too long, or do not end.");
    }
    auto part = read_head(body.substr(0, end));
    if (!part) return refuse(part.error());
    body.remove_prefix(end + 4);
    const auto stop = body.find(delimiter);
    if (stop == std::string_view::npos) return refuse(Code::malformed, "The form ends before its last boundary.");
    part->content = body.substr(0, stop);
    body.remove_prefix(stop + delimiter.size());
    if (find_part(parts, part->name) != nullptr) return refuse(Code::malformed, "The form names something twice.");
    if (parts.size() == most_parts) return refuse(Code::malformed, "The form has more than 16 parts.");
    parts.push_back(std::move(*part));
  }
  if (parts.empty()) return refuse(Code::malformed, "The form is empty.");
  if (body != "--" && body != "--\r\n") return refuse(Code::malformed, "There is something after the end of the form.");
  return parts;
}

const MultipartPart* find_part(const std::vector<MultipartPart>& parts, std::string_view name) {
  const auto found =
      std::find_if(parts.begin(), parts.end(), [&](const MultipartPart& one) { return one.name == name; });
  return found == parts.end() ? nullptr : &*found;
}

std::string write_multipart(std::string_view boundary, const std::vector<MultipartPart>& parts) {
  const auto quoted = [](const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '"' ? std::string("%22") : std::string(c == '\\' ? 2 : 1, c);
    return out;
  };
  std::string body;
  for (const auto& part : parts) {
    body += fmt::format("--{}\r\nContent-Disposition: form-data; name=\"{}\"", boundary, quoted(part.name));
    if (part.file_name) body += fmt::format("; filename=\"{}\"", quoted(*part.file_name));
    if (!part.content_type.empty()) body += "\r\nContent-Type: " + part.content_type;
    body += "\r\n\r\n";
    body += part.content;
    body += "\r\n";
  }
  return body + fmt::format("--{}--\r\n", boundary);
}

}  // namespace reviewd
