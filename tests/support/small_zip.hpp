#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace review::test {

/// A zip with these members, not compressed. Checksums are left out: whoever reads it here does not ask for them.
inline std::string small_zip(const std::vector<std::pair<std::string, std::string>>& members, unsigned flags = 0) {
  const auto number = [](std::uint64_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i, value >>= 8U) text += static_cast<char>(value & 0xFFU);
    return text;
  };
  std::string zip;
  std::string directory;
  for (const auto& [name, content] : members) {
    const auto sizes = number(content.size(), 4) + number(content.size(), 4) + number(name.size(), 2);
    const auto common = number(20, 2) + number(flags, 2) + number(0, 2) + number(0, 8) + sizes;
    directory += "PK\x01\x02" + number(20, 2) + common + number(0, 2) + number(0, 10) + number(zip.size(), 4) + name;
    zip += "PK\x03\x04" + common + number(0, 2) + name + content;
  }
  const auto from = zip.size();
  zip += directory + "PK\x05\x06" + number(0, 4) + number(members.size(), 2) + number(members.size(), 2) +
         number(directory.size(), 4) + number(from, 4) + number(0, 2);
  return zip;
}

/// The content types of a document whose main part is of that type.
inline std::string content_types(const std::string& main) {
  return R"(<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="application/vnd.)" + main +
         R"("/></Types>)";
}

/// A Word document without macros.
inline std::string small_docx() {
  return small_zip(
      {{"[Content_Types].xml", content_types("openxmlformats-officedocument.wordprocessingml.document.main+xml")},
       {"word/document.xml", "<document/>"}});
}

}  // namespace review::test
