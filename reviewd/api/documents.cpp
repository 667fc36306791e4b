#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <stdexcept>

#include "libreview/desk/embargoed_case.hpp"
#include "libreview/desk/stored.hpp"
#include "libreview/vocabulary/write_message.hpp"
#include "reviewd/api/copy_mark.hpp"
#include "reviewd/api/document_form.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/filed_documents.hpp"
#include "reviewd/api/listing.hpp"
#include "reviewd/api/recording_of.hpp"
#include "reviewd/api/rows_of_sorts.hpp"
#include "reviewd/documents/marked_copy.hpp"
#include "reviewd/http/problem.hpp"
#include "reviewd/http/slow_part.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::DocumentState;
using review::Right;

std::string no_document_words(const Call& call) {
  return fmt::format("There is no document of this name in this {}.", review::sort_of(call.record()).name);
}

Response no_document(const Call& call) {
  return refused(call, review::Refusal{Code::not_found, no_document_words(call)});
}

review::DocumentRow row_of(const Call& call, const DocumentForm& form, const review::Recorded& done) {
  const auto& settings = call.storage.config().documents;
  const auto& filed = form.entry.document_filed();
  review::DocumentRow row{done.entry_id,      review::record_of(done.case_id),
                          filed.document(),   filed.version(),
                          form.digest,        static_cast<std::int64_t>(form.content.size()),
                          filed.media_type(), form.file_name};
  if (!settings.checks()) {
    row.state = DocumentState::clean;
    row.checked_by = settings.check_name();
    row.checked = review::rfc3339(now(std::nullopt).now);
  }
  return row;
}

/// What a repeated request must say again. The boundary of its form differs each time.
std::string said_by(const DocumentForm& form) {
  return json::serialize(review::write_message(form.entry)) + "\n" + form.file_name;
}

Response created(const Call& call, const std::string& document, int version) {
  const auto documents = filed_documents(call);
  if (!documents) return refused(call, documents.error());
  const auto found = documents->find(document);
  if (found == documents->end()) return no_document(call);
  note_filed(call, found->second);
  auto response = json_answer(201, document_json(found->second));
  response.headers.emplace_back("Location",
                                fmt::format("/v1/{}/documents/{}", review::record_of(call.record()), document));
  response.headers.emplace_back("ETag", etag(version));
  return response;
}

Response file_document(Call& call) {
  const auto shown = filed_documents(call);
  if (!shown) return refused(call, shown.error());
  auto form = read_document_form(call);
  if (!form) return refused(call, form.error());
  auto& filed = *form->entry.mutable_document_filed();
  if (filed.has_document() && !shown->contains(filed.document())) {
    return refused(call, Code::missing_reference, no_document_words(call), "/document");
  }
  auto asked = recording_of(call, form->entry, said_by(*form), review::sort_of(call.record()).name);
  if (!asked) return refused(call, asked.error());
  const auto next = next_document(call);
  if (!filed.has_document()) filed.set_document(next.name);
  const auto before = next.versions.find(filed.document());
  filed.set_version(before == next.versions.end() ? 1 : before->second + 1);
  asked->entry = form->entry;
  const auto done = call.desk().record(*asked);
  if (!done) return refused(call, of_document_form(done.error()));
  if (done->replayed) {
    const auto entry = call.desk().entry(done->case_id, done->entry_id, call.reader, call.moment);
    if (!entry) return refused(call, entry.error());
    return created(call, entry->document_filed().document(), done->version);
  }
  const auto row = row_of(call, *form, *done);
  if (const auto kept = call.storage.documents().add(row, form->content); !kept) {
    // Anything but a full disk would leave the entry without its content: the exception takes both back.
    if (kept.error().code != Code::store_full) throw std::logic_error("a document is there before its entry");
    return refused(call, kept.error());
  }
  if (row.state == DocumentState::held) call.storage.tell_of_held_document();
  return created(call, filed.document(), done->version);
}

Response list_documents(Call& call) {
  const auto documents = filed_documents(call);
  if (!documents) return refused(call, documents.error());
  std::vector<const std::vector<FiledVersion>*> ordered;
  for (const auto& [name, versions] : *documents) ordered.push_back(&versions);
  std::stable_sort(ordered.begin(), ordered.end(), [](const auto* left, const auto* right) {
    return left->back().entry.case_version() > right->back().entry.case_version();
  });
  const auto page = cut(call, ordered.size());
  if (!page) return refused(call, page.error());
  json::array shown;
  note_filed(call, {});
  for (std::size_t i = page->from; i < page->to; ++i) {
    note_filed(call, *ordered[i]);
    shown.push_back(document_json(*ordered[i]));
  }
  return json_answer(200, json::object{{"documents", std::move(shown)}, {"nextPageToken", page->next}});
}

Response get_document(Call& call) {
  const auto documents = filed_documents(call);
  if (!documents) return refused(call, documents.error());
  const auto found = documents->find(call.path("document"));
  if (found == documents->end()) return no_document(call);
  note_filed(call, found->second);
  return json_answer(200, document_json(found->second));
}

/// As an attachment under a neutral name, which no browser may run, show in a frame or take for something else.
Response served(const Call& call, const review::DocumentRow& row, std::string content) {
  const auto* type = find_file_type(row.media_type);
  const bool is_text = row.media_type.starts_with("text/");
  call.desk().note_shown(call.record(), "document");
  Response response{200, row.media_type + (is_text ? "; charset=utf-8" : ""), std::move(content)};
  response.headers.emplace_back("Content-Disposition",
                                fmt::format("attachment; filename=\"{}-{}-v{}{}\"", call.record(), row.document,
                                            row.version, type == nullptr ? "" : type->ending));
  response.headers.emplace_back("Content-Security-Policy", "default-src 'none'; sandbox");
  return response;
}

/// What an embargo covers leaves as a copy that carries the reader's name. Who filed this very version has it anyway,
/// and gets it back where it cannot be marked. The copy is made apart from the storage thread. It is on record as given
/// before it leaves, and one that was not given is on record as none.
Response given_out(Call& call, const FiledVersion& filed) {
  const auto& row = *filed.stored;
  if (filed.kept) {
    return refused(call, review::Refusal{Code::not_permitted,
                                         "This document is under embargo. Only its named readers can open it."});
  }
  auto content = call.storage.documents().content(row);
  if (filed.open.empty()) return served(call, row, std::move(content));
  auto note = [reader = call.reader, open = filed.open, document = row.document](Storage& storage) {
    for (const auto& one : open) {
      storage.desk().note_shown(one.case_id, review::covered_read(one.embargo, document));
    }
    return storage.record_shown(reader);
  };
  const bool own = filed.entry.recorded_by() == call.reader.person;
  Response later;
  auto work = [made = served(call, row, {}), content = std::move(content), type = row.media_type,
               mark = copy_mark(call, version_reference(call.record(), row)), own,
               request_id = call.request.request_id](const std::stop_token& stop) {
    auto marked = marked_copy(type, content, mark, stop);
    if (!marked && !own) return problem(marked.error(), request_id);
    auto response = made;
    response.body = marked ? std::move(*marked) : content;
    return response;
  };
  later.rest = SlowPart{SlowPart::Line::copies, call.reader.person, std::move(work), std::move(note)};
  return later;
}

Response get_content(Call& call) {
  const auto documents = filed_documents(call);
  if (!documents) return refused(call, documents.error());
  const auto found = documents->find(call.path("document"));
  if (found == documents->end()) return no_document(call);
  for (const auto& filed : found->second) {
    if (std::to_string(filed.version) != call.path("version")) continue;
    if (!filed.stored || filed.stored->state == DocumentState::erased) break;
    if (filed.stored->state == DocumentState::clean) return given_out(call, filed);
    return refused(call, review::Refusal{Code::not_in_this_stage,
                                         filed.stored->state == DocumentState::held
                                             ? "This document is being checked. Try again in a minute."
                                             : "The check found something harmful in this document. It is not given "
                                               "out."});
  }
  return no_document(call);
}

/// The documents of a case or a programme.
std::vector<Endpoint> documents_of(const RowSort& of) {
  return {{"POST",
           of.one + "/documents",
           "file" + of.prefix + "Document",
           "Files a document of a " + of.name + ", or the next version of one",
           {Right::record},
           Use::write,
           {},
           "DocumentForm",
           "Document",
           201,
           file_document},
          {"GET",
           of.one + "/documents",
           "list" + of.prefix + "Documents",
           "The documents of a " + of.name + ", newest first",
           {Right::read_cases},
           Use::read,
           {"pageSize", "pageToken"},
           "",
           "DocumentList",
           200,
           list_documents},
          {"GET",
           of.one + "/documents/{document}",
           "get" + of.prefix + "Document",
           "One document of a " + of.name + " with its versions",
           {Right::read_cases},
           Use::read,
           {},
           "",
           "Document",
           200,
           get_document},
          {"GET",
           of.one + "/documents/{document}/versions/{version}/content",
           "get" + of.prefix + "DocumentContent",
           "The file of one version, as it was sent",
           {Right::read_cases},
           Use::read,
           {},
           "",
           "DocumentContent",
           200,
           get_content}};
}

}  // namespace

std::vector<Endpoint> document_endpoints() { return rows_of_sorts(documents_of); }

}  // namespace reviewd
