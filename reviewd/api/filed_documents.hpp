#pragma once

#include <boost/json/object.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/journal/documents.hpp"
#include "review/v1/entries.pb.h"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// An embargo that covers a document and is open to the reader.
struct Opened {
  std::string case_id;
  std::string embargo;
};

/// One version of a document of a case, as the reader may see it.
struct FiledVersion {
  review::v1::Entry entry;  ///< that filed it, with its corrections
  std::string document;
  int version;
  std::optional<review::DocumentRow> stored{};  ///< its file, called as the reader may know; nothing where only the
                                                ///< place was recorded
  bool kept = false;                            ///< an embargo keeps what it is from the reader
  std::vector<Opened> open{};                   ///< the embargoes that the reader reads it through
  std::vector<Opened> told{};                   ///< the embargoes that its title and file name are read through
  std::vector<std::string> covered_by{};        ///< the live embargoes of this case that cover it, whoever reads
};

/// The documents of a record, or of that which the path names, by name, each with its versions, oldest first. They are
/// made from the entries that the desk discloses to the reader, and nothing else: whoever does not see an entry sees
/// nothing of its document. One that was withdrawn is seen by information governance alone. Of one that an embargo
/// keeps from the reader only that there is something is told. Nothing is noted as shown: that is on the asker
/// (`note_filed`). Refused as the desk refuses.
[[nodiscard]] review::Result<std::map<std::string, std::vector<FiledVersion>>> filed_documents(
    const Call& call, const std::string& record);
[[nodiscard]] review::Result<std::map<std::string, std::vector<FiledVersion>>> filed_documents(const Call& call);

/// These versions are shown to the reader with what they are called: notes that, and what of it an embargo covers.
void note_filed(const Call& call, const std::string& record, const std::vector<FiledVersion>& shown);
void note_filed(const Call& call, const std::vector<FiledVersion>& shown);

/// The name of the next new document of a case, and which version of a document comes next. Counts every entry of the
/// record, also those that nobody sees any more: a name or a number is never used again.
struct NextDocument {
  std::string name;
  std::map<std::string, int> versions;  ///< that there are, by document
};
[[nodiscard]] NextDocument next_document(const Call& call);

/// A version, and a document with its versions from the newest on, as the API shows them.
[[nodiscard]] boost::json::object version_json(const FiledVersion& filed);
[[nodiscard]] boost::json::object document_json(const std::vector<FiledVersion>& versions);

}  // namespace reviewd
