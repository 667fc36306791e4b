#include "reviewd/documents/zip_file.hpp"

#include <zlib.h>

#include <algorithm>
#include <utility>

namespace reviewd {
namespace {

constexpr std::size_t end_size = 22;
constexpr std::size_t directory_size = 46;
constexpr std::size_t header_size = 30;
constexpr std::size_t most_comment = 65'535;
constexpr std::size_t most_members = 10'000;
constexpr std::string_view header_mark = "PK\x03\x04";
constexpr std::string_view directory_mark = "PK\x01\x02";
constexpr std::string_view end_mark = "PK\x05\x06";

std::uint16_t small_at(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[at + i])); };
  return static_cast<std::uint16_t>(byte(0) | byte(1) << 8U);
}

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  return small_at(bytes, at) | static_cast<std::uint32_t>(small_at(bytes, at + 2)) << 16U;
}

/// The record at the very end, which says where the directory is.
std::optional<std::string_view> end_of(std::string_view bytes) {
  for (std::size_t comment = 0; comment <= most_comment && bytes.size() >= end_size + comment; ++comment) {
    const auto end = bytes.substr(bytes.size() - end_size - comment);
    if (end.starts_with(end_mark) && small_at(end, 20) == comment) return end;
  }
  return std::nullopt;
}

/// Each has its own place, before the directory. Where several share one, a small file unpacks to any size.
bool lie_apart(const std::vector<ZipMember>& members, std::size_t directory) {
  std::vector<std::pair<std::size_t, std::size_t>> places;
  for (const auto& member : members) {
    places.emplace_back(member.offset, member.offset + header_size + member.packed_size);
  }
  std::sort(places.begin(), places.end());
  std::size_t free_from = 0;
  for (const auto& [from, to] : places) {
    if (from < free_from) return false;
    free_from = to;
  }
  return free_from <= directory;
}

std::optional<std::string> inflated(std::string_view packed, std::size_t size) {
  std::string out(size, '\0');
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return std::nullopt;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int ended = inflate(&stream, Z_FINISH);
  const auto got = stream.total_out;
  inflateEnd(&stream);
  if (ended != Z_STREAM_END || got != size) return std::nullopt;
  return out;
}

}  // namespace

std::optional<std::vector<ZipMember>> read_zip(std::string_view bytes) {
  if (!bytes.starts_with(header_mark)) return std::nullopt;
  const auto end = end_of(bytes);
  if (!end) return std::nullopt;
  const bool one_disk = small_at(*end, 4) == 0 && small_at(*end, 6) == 0 && small_at(*end, 8) == small_at(*end, 10);
  const std::size_t count = small_at(*end, 10);
  const std::size_t length = number_at(*end, 12);
  const std::size_t from = number_at(*end, 16);
  if (!one_disk || count == 0 || count > most_members || from + length != bytes.size() - end->size()) {
    return std::nullopt;
  }
  auto directory = bytes.substr(from, length);
  std::vector<ZipMember> members;
  while (!directory.empty()) {
    if (directory.size() < directory_size || !directory.starts_with(directory_mark)) return std::nullopt;
    const std::size_t name = small_at(directory, 28);
    const std::size_t whole = directory_size + name + small_at(directory, 30) + small_at(directory, 32);
    if (directory.size() < whole) return std::nullopt;
    members.push_back({std::string(directory.substr(directory_size, name)), small_at(directory, 10),
                       (small_at(directory, 8) & 1U) != 0, number_at(directory, 20), number_at(directory, 24),
                       number_at(directory, 42)});
    directory.remove_prefix(whole);
  }
  if (members.size() != count || !lie_apart(members, from)) return std::nullopt;
  return members;
}

std::optional<std::string> unpacked(std::string_view bytes, const ZipMember& member, std::size_t most) {
  if (member.encrypted || member.size > most || member.offset + header_size > bytes.size()) return std::nullopt;
  const auto header = bytes.substr(member.offset);
  if (!header.starts_with(header_mark)) return std::nullopt;
  const std::size_t skip = header_size + small_at(header, 26) + small_at(header, 28);
  if (header.size() < skip + member.packed_size) return std::nullopt;
  const auto packed = header.substr(skip, member.packed_size);
  if (member.method == 0 && member.packed_size == member.size) return std::string(packed);
  return member.method == 8 ? inflated(packed, member.size) : std::nullopt;
}

}  // namespace reviewd
