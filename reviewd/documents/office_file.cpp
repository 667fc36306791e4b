#include "reviewd/documents/office_file.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "reviewd/documents/file_type.hpp"
#include "reviewd/documents/zip_file.hpp"
#include "reviewd/http/ascii.hpp"

namespace reviewd {
namespace {

using Members = std::vector<ZipMember>;

constexpr std::size_t most_of_a_table = 1024 * 1024;
constexpr std::string_view holds_code =
    "The file holds macros or other code. Save it without them, for example as PDF, and send that.";
constexpr std::string_view locked = "The file is protected with a password. Take the password off and send it again.";
constexpr std::string_view other_zip = "The file is a zip, or damaged. Send the documents in it one by one.";

std::string lower(std::string text) {
  for (char& c : text) c = lowered(c);
  return text;
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

const ZipMember* only(const Members& members, std::string_view name) {
  const ZipMember* found = nullptr;
  for (const auto& member : members) {
    if (lower(member.name) != name) continue;
    if (found != nullptr) return nullptr;
    found = &member;
  }
  return found;
}

/// `[Content_Types].xml` says of every part what it is.
OfficeFile by_content_types(std::string_view bytes, const ZipMember& member) {
  struct Main {
    std::string_view says;
    std::string_view media_type;
  };
  static constexpr std::array<Main, 3> mains{{{"wordprocessingml.document.main+xml", media_types::docx},
                                              {"spreadsheetml.sheet.main+xml", media_types::xlsx},
                                              {"presentationml.presentation.main+xml", media_types::pptx}}};
  const auto table = unpacked(bytes, member, most_of_a_table);
  if (!table) return {{}, other_zip};
  const auto text = lower(*table);
  // No such table has entities or a document type: they would hide what it says from us.
  if (has(text, "&") || has(text, "<!")) return {{}, other_zip};
  for (const auto code : {"macroenabled", "vbaproject", "macrosheet", "activex"}) {
    if (has(text, code)) return {{}, holds_code};
  }
  for (const auto& main : mains) {
    if (has(text, main.says)) return {main.media_type, {}};
  }
  return {{}, other_zip};
}

/// The first member of an OpenDocument file is its media type, not compressed.
OfficeFile by_mimetype(std::string_view bytes, const Members& members) {
  const auto& first = members.front();
  const auto type = unpacked(bytes, first, 200).value_or("");
  if (first.method != 0 || first.offset != 0) return {{}, other_zip};
  const auto manifest = only(members, "meta-inf/manifest.xml");
  const auto says = manifest == nullptr ? std::nullopt : unpacked(bytes, *manifest, most_of_a_table);
  if (!says) return {{}, other_zip};
  if (has(lower(*says), "encryption-data")) return {{}, locked};
  for (const auto known : {media_types::odt, media_types::ods}) {
    if (type == known) return {known, {}};
  }
  return {{}, other_zip};
}

}  // namespace

OfficeFile office_file(std::string_view bytes) {
  const auto members = read_zip(bytes);
  if (!members) return {{}, other_zip};
  for (const auto& member : *members) {
    if (member.encrypted) return {{}, locked};
    const auto name = lower(member.name);
    const bool code = has(name, "vbaproject") || has(name, "macrosheets/") || has(name, "activex") ||
                      name.starts_with("basic/") || name.starts_with("scripts/");
    if (code) return {{}, holds_code};
  }
  if (const auto* types = only(*members, "[content_types].xml")) return by_content_types(bytes, *types);
  if (members->front().name == "mimetype") return by_mimetype(bytes, *members);
  return {{}, other_zip};
}

}  // namespace reviewd
