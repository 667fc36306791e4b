#include "reviewd/api/publicly_named.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "libreview/law/read_rehearsal.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/reviewed_with.hpp"
#include "libreview/rehearsal/case_identity.hpp"
#include "libreview/rehearsal/find_identity.hpp"
#include "libreview/rehearsal/text_words.hpp"
#include "libreview/views/find_in.hpp"
#include "reviewd/api/filed_documents.hpp"

namespace reviewd {
namespace {

namespace v1 = review::v1;
using review::Code;

/// What of a publication the public reads beside the report.
struct Said {
  std::string review;
  std::string title;
  std::string address;
  std::string document;
  bool has_reasons;
};

/// A text, with the field that it belongs to.
struct PublicText {
  review::StrangerText text;
  const char* field;
};

Said said_of(const v1::Entry& entry) {
  if (entry.has_report_published()) {
    const auto& published = entry.report_published();
    return {published.review(), published.title(), published.address(), published.document(),
            !published.reasons().empty()};
  }
  const auto& replaced = entry.report_replaced();
  return {replaced.review(), {}, replaced.address(), replaced.document(), !replaced.reasons().empty()};
}

/// The host is the partnership's, whatever it is called.
std::string after_host(const std::string& address) {
  const auto scheme = address.find("://");
  const auto path = address.find_first_of("/?#", scheme == std::string::npos ? 0 : scheme + 3);
  return path == std::string::npos ? std::string() : address.substr(path);
}

std::vector<PublicText> public_texts(const Call& call, const Said& said) {
  std::vector<PublicText> texts{{{"title", said.title, false}, "title"},
                                {{"web address", after_host(said.address), false}, "address"}};
  if (said.document.empty()) return texts;
  const auto documents = filed_documents(call);
  if (!documents) return texts;
  const auto found = documents->find(said.document);
  if (found == documents->end() || found->second.back().kept) return texts;
  const auto& newest = found->second.back();
  texts.push_back({{"title of the document", newest.entry.document_filed().title(), false}, "document"});
  if (newest.stored) texts.push_back({{"file name of the document", newest.stored->file_name, false}, "document"});
  return texts;
}

/// Whether it tells somebody for sure: no initials, no misspelling, no date in part, no word that most texts hold.
bool is_sure(const review::IdentityFinding& finding) {
  if (finding.how == review::Writing::misspelt || finding.how == review::Writing::initials) return false;
  if (!finding.look) return true;
  return finding.kind != review::IdentityKind::date_of_birth &&
         !review::rehearsal_rules().everyday.contains(review::joined_letters(finding.excerpt.match));
}

review::CaseIdentity identity_of(const Call& call, const v1::CaseFile& file, const v1::ReviewFile* of) {
  review::CaseIdentity identity;
  const auto put = [&](const std::string& one) {
    if (const auto entries = call.desk().entries(one, call.reader, call.moment, {}, review::Desk::Notes::asker))
      review::put_identity(*entries, identity);
  };
  put(file.case_());
  if (of == nullptr) return identity;
  for (const auto& other : review::reviewed_with(file, *of, review::find_in(call.storage.views()))) put(other.case_());
  return identity;
}

}  // namespace

review::Result<void> names_nobody(Call& call, const review::Recording& recording) {
  const auto& entry = recording.entry;
  const bool corrects = entry.has_entry_corrected();
  const auto& asked = corrects ? entry.entry_corrected().replacement() : entry;
  if (!asked.has_report_published() && !asked.has_report_replaced()) return {};
  const auto file = call.storage.views().find_for(call.reader, call.path("case"), call.moment.today);
  if (!file) return {};
  const auto said = said_of(asked);
  const auto* of = !said.review.empty()          ? review::find_review(*file, said.review)
                   : file->reviews().size() == 1 ? &file->reviews(0)
                                                 : nullptr;
  if (said.has_reasons && of != nullptr && of->rehearsed_left() > 0) return {};
  const auto texts = public_texts(call, said);
  if (std::all_of(texts.begin(), texts.end(), [](const PublicText& one) { return one.text.text.empty(); })) return {};
  const auto identity = identity_of(call, *file, of);
  const std::string within = std::string(corrects ? "/entryCorrected/replacement" : "") +
                             (asked.has_report_published() ? "/reportPublished/" : "/reportReplaced/");
  review::Refusal refusal{Code::reasons_required, {}};
  for (const auto& [text, field] : texts) {
    const auto findings = review::find_identity(identity.identities, {text}, review::rehearsal_rules());
    if (std::none_of(findings.begin(), findings.end(), is_sure)) continue;
    refusal.violations.push_back({within + field, "The " + text.place +
                                                      " may tell who somebody is. Change it, so that it says no name, "
                                                      "date of birth, address or school of the case."});
  }
  if (refusal.violations.empty()) return {};
  refusal.says =
      refusal.violations.front().message +
      " If it is meant to stand there, record the check for names with the places that are left, and say why here too.";
  refusal.violations.front().message = refusal.says;
  return review::refuse(std::move(refusal));
}

}  // namespace reviewd
