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

}  // namespace

std::vector<std::string> bodies_missing(const v1::CaseFile& file, const RuleBook& law, v1::SignedMatter matter) {
  const int newest = decisions_at_newest_outcome(file);
  std::vector<std::string> missing;
  for (const auto& body : law.partnership().sign_off_bodies) {
    const v1::SignOffFile* last = nullptr;
    for (const auto& signature : file.sign_offs()) {
      if (signature.of() == matter && is_same_body(signature.body(), body) && signature.decisions() >= newest)
        last = &signature;
    }
    if (last == nullptr || last->view() == v1::SIGNED_VIEW_DISSENTS) missing.push_back(body);
  }
  return missing;
}

void sign_offs_given(const Question& question, v1::SignedMatter matter) {
  const auto missing = bodies_missing(question.file, question.occasion.law, matter);
  if (missing.empty()) return;
  question.findings.add(Code::sign_off_missing,
                        fmt::format("Not signed since the newest decision: {}.", fmt::join(missing, ", ")),
                        {"wt-2023"});
}

}  // namespace review
