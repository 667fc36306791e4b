#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/instant.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// Whether the content of a document may be handed out.
enum class DocumentState {
  held,     ///< it waits for its check
  clean,    ///< it may be handed out
  refused,  ///< the check found something
  erased    ///< the content is gone
};

/// `held`
[[nodiscard]] std::string_view document_state_name(DocumentState state);

/// One version of a document: the content that came with one entry.
struct DocumentRow {
  std::string entry;     ///< that filed it
  std::string record;    ///< `cases/26-0007`
  std::string document;  ///< `document-1`
  int version = 0;       ///< from 1
  std::string digest;    ///< SHA-256 of the content in hexadecimal
  std::int64_t size = 0;
  std::string media_type;
  std::string file_name;  ///< as the sender called it: personal, and erased with the content
  DocumentState state = DocumentState::held;
  std::string checked_by{};  ///< what said so; `none` where nothing checks, empty while it is held
  std::string checked{};     ///< when, RFC 3339 UTC; empty while it is held
};

/// The contents of documents. They belong to the sealed part of the entry that filed them: each is stored once, by its
/// digest, in pieces, and goes when nothing refers to it any more.
class Documents {
 public:
  explicit Documents(Store& store) : store_(store) {}

  /// Keeps a content with the entry that was just appended, in the same transaction. `already-recorded` where the entry
  /// or the version has one.
  [[nodiscard]] Result<void> add(const DocumentRow& row, std::string_view content);
  /// Those of a record, in the order of document and version.
  [[nodiscard]] std::vector<DocumentRow> of(std::string_view record);
  /// The bytes; empty where they were erased. Throws AlteredEntry where they do not agree with their digest.
  [[nodiscard]] std::string content(const DocumentRow& row);

  /// Those that wait for their check, one for each content.
  [[nodiscard]] std::vector<DocumentRow> held();
  /// Says of every version of this content that is held what its check found: `clean` or `refused`.
  [[nodiscard]] Result<void> decide(std::string_view digest, DocumentState found, const std::string& by, Instant now);

  /// Takes the contents and the names of the files of a document away, in every version. What other documents share
  /// stays. `not-found` where the record has no such document. The bytes leave the file with the next `scrub`.
  [[nodiscard]] Result<void> erase(const std::string& record, const std::string& document, const std::string& by,
                                   Instant now);

  /// The contents that do not agree with their digests, a sentence each.
  [[nodiscard]] std::vector<std::string> faults();

 private:
  [[nodiscard]] bool has_content(std::string_view digest);
  void put_content(std::string_view digest, std::string_view content);
  [[nodiscard]] std::string pieces(std::string_view digest);

  Store& store_;
};

}  // namespace review
