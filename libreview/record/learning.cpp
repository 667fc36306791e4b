#include "libreview/record/captured_findings.hpp"
#include "libreview/record/handling.hpp"

namespace review {
namespace {

void apply_challenge(v1::CaseFile& file, const v1::Entry& entry) {
  auto& named = *file.add_named();
  named.set_sort("challenge");
  named.set_name(entry.challenge_raised().challenge());
}

}  // namespace

std::vector<Handling> learning_handlings() {
  return {
      {"learning-captured", admit_captured, apply_captured},
      {"briefing-shared", nullptr, nullptr},
      {"challenge-raised", nullptr, apply_challenge},
      {"challenge-answered", nullptr, nullptr},
      {"scrutiny-given", nullptr, nullptr},
  };
}

}  // namespace review
