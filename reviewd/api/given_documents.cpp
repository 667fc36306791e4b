#include "reviewd/api/given_documents.hpp"

#include <fmt/format.h>

#include "libreview/desk/embargoed_case.hpp"
#include "reviewd/api/copy_mark.hpp"
#include "reviewd/api/filed_documents.hpp"
#include "reviewd/documents/file_type.hpp"

namespace reviewd {
namespace {

using review::DocumentState;

/// Why a version is not given out; empty where it is.
std::string not_given(const FiledVersion& filed) {
  if (!filed.stored) return "Only where it is kept is recorded here.";
  switch (filed.stored->state) {
    case DocumentState::clean:
      return {};
    case DocumentState::held:
      return "It is being checked.";
    case DocumentState::erased:
      return "It was erased.";
    case DocumentState::refused:
      break;
  }
  return "The check found something harmful in it.";
}

GivenDocument given_version(const Call& call, const std::string& case_id, const FiledVersion& filed, std::size_t place,
                            ContentRoom& room) {
  AttachedDocument out{.place = place,
                       .title = filed.entry.document_filed().title(),
                       .where = fmt::format("in case {}, where it is {}", case_id, filed.document),
                       .why_not = not_given(filed)};
  if (out.why_not.empty()) {
    const auto& row = *filed.stored;
    out.media_type = row.media_type;
    out.mark = copy_mark(call, version_reference(case_id, row));
    out.mark_words = filed.open.empty() ? copy_words(out.mark) : mark_words(out.mark);
    const bool is_opened = row.media_type == media_types::pdf;
    if (is_opened && row.size > room.left) {
      out.why_not = "It would make this file too large.";
    } else if (is_opened) {
      room.left -= row.size;
      out.content = call.storage.documents().content(row);
    }
  }
  return {std::move(out), [case_id, open = filed.open, document = filed.document](review::Desk& desk) {
            desk.note_shown(case_id, "document");
            for (const auto& one : open) desk.note_shown(one.case_id, review::covered_read(one.embargo, document));
          }};
}

}  // namespace

review::Result<std::vector<GivenDocument>> given_documents(const Call& call, const std::string& case_id,
                                                           const std::string& meeting, std::size_t place,
                                                           ContentRoom& room) {
  const auto documents = filed_documents(call, case_id);
  if (!documents) return review::refuse(documents.error());
  std::vector<GivenDocument> all;
  for (const auto& [name, versions] : *documents) {
    const auto& newest = versions.back();
    // Of what was withdrawn nobody needs a copy, also who may see that it was.
    if (newest.kept || newest.entry.hidden() || !newest.entry.withdrawn_by().empty()) continue;
    const auto& of = newest.entry.document_filed().meeting();
    if (!of.empty() && of != meeting) continue;
    note_filed(call, case_id, {newest});
    all.push_back(given_version(call, case_id, newest, place, room));
  }
  return all;
}

}  // namespace reviewd
