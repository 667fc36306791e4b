#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reviewd {

/// A file in a zip, as the directory at its end says.
struct ZipMember {
  std::string name;
  std::uint16_t method;  ///< 0 stored, 8 deflated
  bool encrypted;
  std::uint32_t packed_size;
  std::uint32_t size;
  std::uint32_t offset;  ///< of its own header
};

/// The members in the order of the directory. Nothing for what is no zip that begins with its first member and ends
/// with its directory (so that nothing hides before or behind it), has members that lie over each other, is cut over
/// several disks, is longer than 4 GB or has more than 10,000 members.
[[nodiscard]] std::optional<std::vector<ZipMember>> read_zip(std::string_view bytes);

/// What is in a member, if that is at most `most` bytes and reads to its end.
[[nodiscard]] std::optional<std::string> unpacked(std::string_view bytes, const ZipMember& member, std::size_t most);

}  // namespace reviewd
