#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>

#include "libreview/access/entry_access.hpp"
#include "libreview/base/refuse_at.hpp"
#include "libreview/desk/embargoed_case.hpp"
#include "libreview/desk/stored.hpp"
#include "libreview/embargo/warnings.hpp"
#include "libreview/law/read_rehearsal.hpp"
#include "libreview/registers/report_checks.hpp"
#include "libreview/rehearsal/case_identity.hpp"
#include "libreview/rehearsal/find_identity.hpp"
#include "libreview/views/find_in.hpp"
#include "reviewd/api/case_at_hand.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/filed_documents.hpp"
#include "reviewd/api/json_fields.hpp"
#include "reviewd/api/rehearsal_json.hpp"
#include "reviewd/documents/document_text.hpp"
#include "reviewd/documents/html_text.hpp"
#include "reviewd/http/problem.hpp"
#include "reviewd/http/slow_part.hpp"

namespace reviewd {
namespace {

namespace v1 = review::v1;
using review::Code;
using review::Right;

/// What the check is made of, apart from the store.
struct Rehearsal {
  review::CaseIdentity of_case;
  v1::FactFinding finding = v1::FACT_FINDING_UNSPECIFIED;  ///< as recorded: nobody says it here
  DocumentText given;  ///< title, address, pasted text, and what could not be looked at
  std::string media_type;
  std::string content;
  std::optional<review::ReportCheck> check;  ///< of the document, which is noted when it is done
  std::string page;                          ///< the source of a web page that was pasted
  std::string request_id;
};

/// Those who plan a publication or record one see the names of a case, and are the ones who check.
review::Result<void> may_rehearse(Call& call, const std::string& review) {
  v1::Entry planned;
  planned.mutable_publication_planned()->set_review(review);
  const auto may = call.desk().may_record(call.path("case"), planned, call.reader, call.moment);
  if (may || !call.reader.may(Right::decide)) return may;
  v1::Entry published;
  published.mutable_report_published()->set_review(review);
  return call.desk().may_record(call.path("case"), published, call.reader, call.moment);
}

/// The names of this case, and of those that are reviewed with it.
review::Result<void> put_cases(Call& call, const std::vector<v1::CaseFile>& others, Rehearsal& into) {
  std::vector<std::string> cases{call.path("case")};
  for (const auto& other : others) cases.push_back(other.case_());
  bool hidden = false;
  bool kept = false;
  for (const auto& one : cases) {
    const auto file = call.storage.views().find_for(call.reader, one, call.moment.today);
    kept = kept || (file && !call.desk().embargoed(*file, call.reader, call.moment).kept.blots.empty());
    const auto entries = call.desk().entries(one, call.reader, call.moment);
    if (!entries && one == cases.front()) return review::refuse(entries.error());
    if (entries) review::put_identity(*entries, into.of_case);
    hidden = hidden || !entries;
  }
  if (kept) {
    into.given.unread.push_back({"Names under an embargo",
                                 "An embargo keeps names, dates and addresses of the case from you: they were not "
                                 "looked for. One of its named readers can check for them."});
  }
  if (hidden) {
    into.given.unread.push_back({"Another case",
                                 "Another case is reviewed with this one, and you do not see it: its names were not "
                                 "looked for."});
  }
  return {};
}

/// The newest version of the document that can be opened.
review::Result<void> put_document(Call& call, const std::string& name, Rehearsal& into) {
  if (name.empty()) return {};
  const auto documents = filed_documents(call);
  if (!documents) return review::refuse(documents.error());
  const auto found = documents->find(name);
  if (found == documents->end()) {
    return review::refuse_at(Code::missing_reference, "There is no document of this name in this case.", "/document");
  }
  const auto& filed = found->second.back();
  if (!filed.stored || filed.stored->state != review::DocumentState::clean) {
    return review::refuse_at(Code::not_in_this_stage, "The newest version of this document cannot be opened here.",
                             "/document");
  }
  if (filed.kept) {
    return review::refuse_at(Code::not_permitted, "This document is under embargo. One of its named readers checks it.",
                             "/document");
  }
  const auto& row = *filed.stored;
  note_filed(call, {filed});
  for (const auto& one : filed.open) {
    call.desk().note_shown(one.case_id, review::covered_read(one.embargo, row.document));
  }
  into.media_type = row.media_type;
  into.content = call.storage.documents().content(row);
  into.check = review::ReportCheck{row.record, row.document, row.version, row.digest, call.reader.person};
  if (!row.file_name.empty()) into.given.texts.push_back({"File name", row.file_name, false});
  if (const auto& title = filed.entry.document_filed().title(); !title.empty()) {
    into.given.texts.push_back({"Title of the document", title, false});
  }
  call.desk().note_shown(call.path("case"), "document");
  return {};
}

void put_given(const JsonFields& fields, Rehearsal& into) {
  auto& texts = into.given.texts;
  if (const auto title = fields.text("title"); !title.empty()) texts.push_back({"Title", title, false});
  if (const auto address = fields.text("address"); !address.empty()) texts.push_back({"Web address", address, false});
  const auto text = fields.text("text");
  if (text.empty()) return;
  if (!is_html(text)) return texts.push_back({"Text of the web page", text});
  into.page = text;
}

void put_file(std::string_view media_type, const std::string& content, const std::stop_token& stop,
              DocumentText& into) {
  if (media_type.empty()) return;
  auto read = document_text(media_type, content, stop);
  std::move(read.texts.begin(), read.texts.end(), std::back_inserter(into.texts));
  std::move(read.unread.begin(), read.unread.end(), std::back_inserter(into.unread));
}

/// Reads the file and looks through everything. Needs no store, and takes long.
Response rehearsed(const Rehearsal& rehearsal, const std::stop_token& stop) {
  auto read = rehearsal.given;
  if (!rehearsal.page.empty()) put_file(html_type, rehearsal.page, stop, read);
  put_file(rehearsal.media_type, rehearsal.content, stop, read);
  if (stop.stop_requested()) {
    return problem(review::Refusal{Code::busy, "The service stops at this moment. Check it again in a minute."},
                   rehearsal.request_id);
  }
  const auto& rules = review::rehearsal_rules();
  std::size_t size = 0;
  for (const auto& text : read.texts) size += text.text.size();
  if (size > static_cast<std::size_t>(rules.most_characters)) {
    return problem(review::Refusal{Code::too_large,
                                   "The text is too long to be checked at once. Check it in parts: paste the text."},
                   rehearsal.request_id);
  }
  auto findings = review::find_identity(rehearsal.of_case.identities, read.texts, rules);
  auto jigsaw = review::jigsaw_kinds(rehearsal.of_case.details, read.texts, rules);
  if (std::ssize(jigsaw) < rules.jigsaw_kinds) jigsaw.clear();
  auto wording = review::wording_kinds(rehearsal.finding, read.texts, rules);
  return json_answer(200,
                     rehearsal_json({std::move(findings), std::move(jigsaw), std::move(wording), std::move(read)}));
}

Response rehearse(Call& call) {
  if (!review::records_kind(call.reader, "publication-planned") &&
      !review::records_kind(call.reader, "report-published")) {
    return refused(call, {Code::not_permitted, "Only who plans a publication, or decides on it, checks a report."});
  }
  const auto file = case_at_hand(call, call.path("case"));
  if (!file) return refused(call, file.error());
  if (const auto may = may_rehearse(call, call.path("review")); !may) return refused(call, may.error());
  const auto fields = json_fields(call, {.optional = {"document", "title", "address", "text"}});
  if (!fields) return refused(call, fields.error());
  if (fields->text("document").empty() && fields->text("text").empty()) {
    return refused(call, Code::missing_field, "Choose a document, or paste the text.", "/document");
  }
  const auto review = std::find_if(file->reviews().begin(), file->reviews().end(),
                                   [&](const auto& one) { return one.review() == call.path("review"); });
  if (review == file->reviews().end()) {
    return refused(call, {Code::not_found, "There is no review of this name in this case."});
  }
  const auto asked = std::make_shared<Rehearsal>();
  const auto others = review::reviewed_with(*file, *review, review::find_in(call.storage.views()));
  asked->finding = review::finding_of(*file, others);
  asked->request_id = call.request.request_id;
  if (const auto put = put_cases(call, others, *asked); !put) return refused(call, put.error());
  if (const auto put = put_document(call, fields->text("document"), *asked); !put) return refused(call, put.error());
  put_given(*fields, *asked);
  Response response;
  SlowPart part{SlowPart::Line::checks, call.reader.person,
                [asked](const std::stop_token& stop) { return rehearsed(*asked, stop); }};
  if (asked->check) {
    part.note = [check = *asked->check](Storage& storage) {
      return review::ReportChecks(storage.store()).note(check, now(std::nullopt).now);
    };
  }
  response.rest = std::move(part);
  return response;
}

}  // namespace

std::vector<Endpoint> rehearsal_endpoints() {
  return {{"POST",
           "/v1/cases/{case}/reviews/{review}:rehearse",
           "rehearsePublication",
           "What a stranger would see of a report: names, dates, addresses and schools of the case, details that tell "
           "together, words that say more than was found; keeps that the document was checked, and nothing of what was "
           "found",
           {Right::record},
           Use::write,
           {},
           "Rehearsal",
           "RehearsalAnswer",
           200,
           rehearse}};
}

}  // namespace reviewd
