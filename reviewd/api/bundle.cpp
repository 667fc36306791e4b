#include <fmt/format.h>

#include <boost/json/serialize.hpp>

#include "libreview/embargo/recall.hpp"
#include "libreview/vocabulary/names.hpp"
#include "reviewd/api/filed_documents.hpp"
#include "reviewd/api/publication_endpoints.hpp"
#include "reviewd/api/published.hpp"
#include "reviewd/documents/file_type.hpp"
#include "reviewd/documents/write_zip.hpp"
#include "reviewd/http/slow_part.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::DocumentState;
using review::Refusal;
using review::refuse;
using review::Result;
using review::Right;

/// Nothing leaves while anything speaks against it.
Result<void> may_leave(Call& call, const ReviewAtHand& at_hand) {
  const auto shown = call.desk().show(at_hand.file.case_(), call.reader, call.moment);
  if (!shown) return refuse(shown.error());
  const auto& of = at_hand.of();
  if (!of.led_by().empty())
    return refuse(Code::not_in_this_stage, "Another case leads this review. Take it from there.");
  if (of.published_on().empty()) return refuse(Code::not_in_this_stage, "This report is not published.");
  if (!of.taken_down_on().empty()) return refuse(Code::not_in_this_stage, "This report is taken down.");
  if (!shown->holds().empty()) return refuse(Code::publication_held, "Something holds this report. It does not leave.");
  if (!review::is_out(of, call.desk().law().partnership(), call.moment.now)) {
    return refuse(Code::not_in_this_stage, "This publication can still be recalled. Come back when that time is over.");
  }
  return {};
}

/// The version of the document that was the newest when it was published: a later one is not what is out.
Result<review::DocumentRow> published_file(Call& call, const review::v1::ReviewFile& of) {
  if (of.published_document().empty())
    return refuse(Code::not_in_this_stage, "No document was named when this report was published.");
  const auto documents = filed_documents(call);
  if (!documents) return refuse(documents.error());
  const auto entry = call.desk().entry(call.path("case"), of.published_by(), call.reader, call.moment);
  if (!entry) return refuse(entry.error());
  const auto found = documents->find(of.published_document());
  const FiledVersion* newest = nullptr;
  if (found != documents->end()) {
    for (const auto& one : found->second) {
      if (one.entry.case_version() < entry->case_version()) newest = &one;
    }
  }
  if (newest == nullptr || !newest->stored || newest->stored->state != DocumentState::clean) {
    return refuse(Code::not_in_this_stage, "The published document is not here, or it was not found clean.");
  }
  return *newest->stored;
}

std::string form_words(const review::v1::ReviewFile& of) {
  const auto* form = review::v1::PublicationForm_descriptor()->FindValueByNumber(of.form());
  return form == nullptr ? std::string() : review::choice_label(*form);
}

/// What the repository asks beside the document. It names no case and nobody.
std::string metadata(const Call& call, const Published& found, const review::DocumentRow& row,
                     const std::string& name) {
  const auto& of = *found.review;
  json::object out{{"title", found.title.empty() ? "Local child safeguarding practice review" : found.title},
                   {"partnership", call.desk().law().partnership().name},
                   {"published", of.published_on()},
                   {"form", form_words(of)},
                   {"version", of.published_version()},
                   {"file", name},
                   {"sha256", row.digest}};
  if (!found.address.empty()) out["address"] = found.address;
  if (of.form() == review::v1::PUBLICATION_FORM_IMPROVEMENTS_ONLY)
    out["improvements"] = "The file gives what is improved because of the review, and not the report.";
  if (call.storage.store().practice()) out["practice"] = "Everything here is invented.";
  return json::serialize(out) + "\n";
}

Response get_bundle(Call& call) {
  if (!plans_publications(call.reader)) {
    return refused(call, {Code::not_permitted, "Only who plans a publication, or decides on it, takes it out."});
  }
  const auto at_hand = review_at_hand(call);
  if (!at_hand) return refused(call, at_hand.error());
  if (const auto allowed = may_leave(call, *at_hand); !allowed) return refused(call, allowed.error());
  const auto row = published_file(call, at_hand->of());
  if (!row) return refused(call, row.error());
  const auto* type = find_file_type(row->media_type);
  const std::string name = fmt::format("report{}", type == nullptr ? std::string_view() : type->ending);
  const auto found = published_of(call, at_hand->file, at_hand->of());
  call.desk().note_shown(call.path("case"), "document");
  Response made{200, "application/zip"};
  made.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"{}review-{}.zip\"",
                                                               call.storage.store().practice() ? "practice-" : "",
                                                               at_hand->of().published_on()));
  std::vector<ZippedFile> files{{name, call.storage.documents().content(*row)},
                                {"about-this-report.json", metadata(call, found, *row, name)}};
  // Packing takes long, and nobody else waits for it.
  Response later;
  later.rest =
      SlowPart{SlowPart::Line::written, call.reader.person,
               [made = std::move(made), files = std::move(files), dated = call.moment.now](const std::stop_token&) {
                 auto response = made;
                 response.body = write_zip(files, dated);
                 return response;
               }};
  return later;
}

}  // namespace

std::vector<Endpoint> bundle_endpoints() {
  return {{"GET",
           "/v1/cases/{case}/reviews/{review}/bundle",
           "getPublicationBundle",
           "The published document with what the national repository asks beside it, as an archive",
           {Right::read_cases},
           Use::read,
           {},
           "",
           "PublicationBundle",
           200,
           get_bundle}};
}

}  // namespace reviewd
