#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/result.hpp"
#include "reviewd/documents/zip_file.hpp"

namespace reviewd {

/// The name of an element or attribute without its prefix: prefixes are free to choose.
[[nodiscard]] std::string_view local_name(const char* name);
/// The first child of that local name; null where there is none.
[[nodiscard]] pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name);
/// The value of the attribute of that local name; empty where there is none.
[[nodiscard]] std::string attribute_of(const pugi::xml_node& node, std::string_view name);

/// The parts of an Excel file, unpacked as they are asked for, up to a limit over all of them.
class XlsxParts {
 public:
  /// The content must outlive it.
  XlsxParts(const std::string& content, std::vector<ZipMember> members)
      : content_(content), members_(std::move(members)) {}

  /// Reads a part of XML. False where there is none of that name.
  [[nodiscard]] review::Result<bool> read(const std::string& name, pugi::xml_document& into);
  /// What the relationships of a part lead to inside the file: id → name of the part. What leads out of it is left out.
  [[nodiscard]] review::Result<std::map<std::string, std::string>> targets_of(const std::string& part);

 private:
  const std::string& content_;
  std::vector<ZipMember> members_;
  std::size_t taken_ = 0;
};

}  // namespace reviewd
