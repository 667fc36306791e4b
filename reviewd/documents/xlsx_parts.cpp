#include "reviewd/documents/xlsx_parts.hpp"

#include <algorithm>

namespace reviewd {
namespace {

using review::Code;
using review::refuse;

/// As much as is unpacked of one part, and of all together: a part is read into memory, where its tags take some twenty
/// times their length.
constexpr std::size_t most_of_a_part = 16UL * 1024 * 1024;
constexpr std::size_t most_of_all = 32UL * 1024 * 1024;
constexpr const char* too_long =
    "The file is too large to be read. Take out the sheets and rows that are not needed, or send it in parts.";

/// `xl/worksheets/sheet1.xml` for what `worksheets/sheet1.xml` or `/xl/worksheets/sheet1.xml` means beside
/// `xl/workbook.xml`.
std::string beside(const std::string& part, const std::string& target) {
  if (target.starts_with('/')) return target.substr(1);
  return part.substr(0, part.rfind('/') + 1) + target;
}

}  // namespace

std::string_view local_name(const char* name) {
  const std::string_view whole(name);
  const auto colon = whole.find(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name) {
  for (const auto& one : node.children()) {
    if (local_name(one.name()) == name) return one;
  }
  return {};
}

std::string attribute_of(const pugi::xml_node& node, std::string_view name) {
  for (const auto& one : node.attributes()) {
    if (local_name(one.name()) == name) return one.value();
  }
  return {};
}

review::Result<bool> XlsxParts::read(const std::string& name, pugi::xml_document& into) {
  const auto member =
      std::find_if(members_.begin(), members_.end(), [&](const ZipMember& one) { return one.name == name; });
  if (member == members_.end()) return false;
  // What does not unpack in the end was work all the same.
  taken_ += member->size;
  if (member->size > most_of_a_part || taken_ > most_of_all) return refuse(Code::too_large, too_long);
  const auto xml = unpacked(content_, *member, most_of_a_part);
  const auto flags = pugi::parse_default | pugi::parse_ws_pcdata;
  if (!xml || !into.load_buffer(xml->data(), xml->size(), flags)) {
    return refuse(Code::malformed, "The file is damaged. Open it in your spreadsheet, save it again and send that.");
  }
  return true;
}

review::Result<std::map<std::string, std::string>> XlsxParts::targets_of(const std::string& part) {
  const auto slash = part.rfind('/') + 1;
  pugi::xml_document document;
  const auto there = read(part.substr(0, slash) + "_rels/" + part.substr(slash) + ".rels", document);
  if (!there) return refuse(there.error());
  std::map<std::string, std::string> targets;
  for (const auto& one : child_of(document, "Relationships").children()) {
    if (attribute_of(one, "TargetMode") == "External") continue;
    targets[attribute_of(one, "Id")] = beside(part, attribute_of(one, "Target"));
  }
  return targets;
}

}  // namespace reviewd
