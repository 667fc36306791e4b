#include "libreview/record/sign_offs.hpp"

#include <fmt/format.h>

#include "libreview/record/bodies.hpp"

namespace review {
namespace {

/// How many decisions had been recorded when the newest one on the outcome came in.
int decisions_at_newest_outcome(const v1::CaseFile& file) {
  for (int i = file.decisions_size(); i > 0; --i) {
    const auto& kind = file.decisions(i - 1).kind();
    if (kind == "rapid-review-decided" || kind == "decision-reconsidered") return i;
  }
  return 0;
}

/// The newest signature of a body since the newest decision; null for none.
const v1::SignOffFile* signature_of(const v1::CaseFile& file, v1::SignedMatter matter, std::string_view body) {
  const int newest = decisions_at_newest_outcome(file);
  const v1::SignOffFile* last = nullptr;
  for (const auto& signature : file.sign_offs()) {
    if (signature.of() == matter && is_same_body(signature.body(), body) && signature.decisions() >= newest)
      last = &signature;
  }
  return last;
}

/// `local authority` for `LOCAL_AUTHORITY`, `city hospital` for `city-hospital`.
std::string words_of(std::string body) {
  for (auto& c : body) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '_' || c == '-') c = ' ';
  }
  return body;
}

}  // namespace

std::vector<std::string> bodies_missing(const v1::CaseFile& file, const RuleBook& law, v1::SignedMatter matter) {
  std::vector<std::string> missing;
  for (const auto& body : law.partnership().sign_off_bodies) {
    const auto* last = signature_of(file, matter, body);
    if (last == nullptr || last->view() == v1::SIGNED_VIEW_DISSENTS) missing.push_back(body);
  }
  return missing;
}

void sign_offs_given(const Question& question, v1::SignedMatter matter) {
  std::vector<std::string> waiting;
  std::vector<std::string> against;
  for (const auto& body : bodies_missing(question.file, question.occasion.law, matter)) {
    const bool signed_against = signature_of(question.file, matter, body) != nullptr;
    (signed_against ? against : waiting).push_back(words_of(body));
  }
  std::string says;
  if (!waiting.empty()) {
    says = fmt::format("Waiting for a sign-off since the newest decision: {}.", fmt::join(waiting, ", "));
  }
  if (!against.empty()) {
    says += fmt::format("{}Signed and does not agree: {}.", says.empty() ? "" : " ", fmt::join(against, ", "));
  }
  if (!says.empty()) question.findings.add(Code::sign_off_missing, std::move(says), {"wt-2023"});
}

}  // namespace review
