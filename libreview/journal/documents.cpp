#include "libreview/journal/documents.hpp"

#include <fmt/format.h>

#include <array>
#include <stdexcept>

#include "libreview/journal/altered_entry.hpp"
#include "libreview/store/access_log.hpp"
#include "libreview/store/digest.hpp"

namespace review {
namespace {

/// No value of the file is larger than this.
constexpr std::size_t piece_size = 256 * 1024;

constexpr std::array<std::string_view, 4> state_names{"held", "clean", "refused", "erased"};

constexpr std::string_view select_row =
    "SELECT entry, record, document, version, lower(hex(digest)), size, media_type, file_name, state, checked_by, "
    "checked FROM documents ";

std::span<const std::uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// A digest as the file has it.
Digest stored(std::string_view hex) {
  const auto digest = digest_from_hex(hex);
  if (!digest) throw std::logic_error("a document without a digest");
  return *digest;
}

DocumentState state_named(std::string_view name) {
  for (std::size_t i = 0; i < state_names.size(); ++i) {
    if (state_names[i] == name) return static_cast<DocumentState>(i);
  }
  throw std::logic_error("a document in no state");
}

DocumentRow row_of(const Prepared& row) {
  return {row.text(0),  row.text(1), row.text(2),
          row.small(3), row.text(4), row.integer(5),
          row.text(6),  row.text(7), state_named(row.text(8)),
          row.text(9),  row.text(10)};
}

std::vector<DocumentRow> rows_of(Prepared& statement) {
  std::vector<DocumentRow> rows;
  while (statement.step()) rows.push_back(row_of(statement));
  return rows;
}

}  // namespace

std::string_view document_state_name(DocumentState state) { return state_names[static_cast<std::size_t>(state)]; }

bool Documents::has_content(std::string_view digest) {
  const auto key = stored(digest);
  auto row = store_.prepare("SELECT size FROM document_contents WHERE digest = ?");
  return row.with(std::span<const std::uint8_t>(key)).step();
}

void Documents::put_content(std::string_view digest, std::string_view content) {
  const auto key = stored(digest);
  const std::span<const std::uint8_t> bytes(key);
  store_.prepare("INSERT INTO document_contents(digest, size) VALUES (?, ?)")
      .with(bytes, static_cast<std::int64_t>(content.size()))
      .run();
  for (std::int64_t place = 0; !content.empty(); ++place) {
    const auto piece = content.substr(0, piece_size);
    content.remove_prefix(piece.size());
    store_.prepare("INSERT INTO document_pieces(digest, place, bytes) VALUES (?, ?, ?)")
        .with(bytes, place, bytes_of(piece))
        .run();
  }
}

Result<void> Documents::add(const DocumentRow& row, std::string_view content) {
  store_.require_transaction();
  return store_.attempt([&]() -> Result<void> {
    const auto key = stored(row.digest);
    auto there =
        store_.prepare("SELECT 1 FROM documents WHERE entry = ? OR (record = ? AND document = ? AND version = ?)");
    if (there.with(row.entry, row.record, row.document, row.version).step()) {
      return refuse(Code::already_recorded, "This version of the document is there already.");
    }
    if (!has_content(row.digest)) put_content(row.digest, content);
    store_
        .prepare(
            "INSERT INTO documents(entry, record, document, version, digest, size, media_type, file_name, state, "
            "checked_by, checked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .with(row.entry, row.record, row.document, row.version, std::span<const std::uint8_t>(key), row.size,
              row.media_type, row.file_name, document_state_name(row.state), row.checked_by, row.checked)
        .run();
    return {};
  });
}

std::vector<DocumentRow> Documents::of(std::string_view record) {
  return store_.reading([&] {
    static const auto sql = std::string(select_row) + "WHERE record = ? ORDER BY document, version";
    auto rows = store_.prepare(sql);
    return rows_of(rows.with(record));
  });
}

std::string Documents::pieces(std::string_view digest) {
  const auto key = stored(digest);
  std::string content;
  auto rows = store_.prepare("SELECT bytes FROM document_pieces WHERE digest = ? ORDER BY place");
  static_cast<void>(rows.with(std::span<const std::uint8_t>(key)));
  while (rows.step()) content += rows.text(0);
  return content;
}

std::string Documents::content(const DocumentRow& row) {
  if (row.state == DocumentState::erased) return {};
  return store_.reading([&] {
    auto content = pieces(row.digest);
    if (to_hex(sha256({content})) != row.digest) {
      throw AlteredEntry({0, row.record, "the content of a document does not agree with its digest"});
    }
    return content;
  });
}

std::vector<DocumentRow> Documents::held() {
  return store_.reading([&] {
    static const auto sql = std::string(select_row) + "WHERE state = 'held' GROUP BY digest ORDER BY entry";
    auto rows = store_.prepare(sql);
    return rows_of(rows);
  });
}

Result<void> Documents::decide(std::string_view digest, DocumentState found, const std::string& by, Instant now) {
  if (found != DocumentState::clean && found != DocumentState::refused) {
    throw std::logic_error("a check finds a document clean or refuses it");
  }
  return store_.in_one_transaction([&]() -> Result<void> {
    const auto key = stored(digest);
    const std::span<const std::uint8_t> bytes(key);
    static const auto sql = std::string(select_row) + "WHERE digest = ? AND state = 'held'";
    auto select = store_.prepare(sql);
    for (const auto& row : rows_of(select.with(bytes))) {
      AccessLog(store_).add(now, "service", "document-checked", row.entry,
                            fmt::format("{} by {}", document_state_name(found), by));
    }
    store_.prepare("UPDATE documents SET state = ?, checked_by = ?, checked = ? WHERE digest = ? AND state = 'held'")
        .with(document_state_name(found), by, rfc3339(now), bytes)
        .run();
    return {};
  });
}

Result<void> Documents::erase(const std::string& record, const std::string& document, const std::string& by,
                              Instant now) {
  return store_.in_one_transaction([&]() -> Result<void> {
    auto erased =
        store_.prepare("UPDATE documents SET state = 'erased', file_name = '' WHERE record = ? AND document = ?");
    if (erased.with(record, document).run_counting() == 0) {
      return refuse(Code::not_found, "There is no such document in this record.");
    }
    store_
        .prepare(
            "DELETE FROM document_pieces WHERE digest NOT IN (SELECT digest FROM documents WHERE state <> 'erased')")
        .run();
    store_
        .prepare(
            "DELETE FROM document_contents WHERE digest NOT IN (SELECT digest FROM documents WHERE state <> 'erased')")
        .run();
    AccessLog(store_).add(now, by, "document-erased", record, document);
    return {};
  });
}

std::vector<std::string> Documents::faults() {
  return store_.reading([&] {
    std::vector<std::string> found;
    static const auto sql = std::string(select_row) + "WHERE state <> 'erased' GROUP BY digest ORDER BY entry";
    auto select = store_.prepare(sql);
    for (const auto& row : rows_of(select)) {
      if (to_hex(sha256({pieces(row.digest)})) == row.digest) continue;
      found.push_back(fmt::format("the content of {} of {} does not agree with its digest", row.document, row.record));
    }
    return found;
  });
}

}  // namespace review
