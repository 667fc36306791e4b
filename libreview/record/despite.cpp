#include "libreview/record/despite.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/base/refuse_at.hpp"
#include "libreview/base/told_together.hpp"

namespace review {
namespace {

const v1::Despite* set_aside(const v1::Entry& entry, Code code) {
  if (!code_row(code).overridable) return nullptr;
  for (const auto& despite : entry.despite()) {
    if (despite.code() == code_name(code)) return &despite;
  }
  return nullptr;
}

/// One for each rule, however much it finds: reports count them.
void put_irregularity(v1::Entry& entry, const Refusal& refusal, const std::string& authorised_by) {
  const auto code = code_name(refusal.code);
  for (auto& known : *entry.mutable_irregularities()) {
    if (known.code() == code) {
      known.set_says(known.says() + " " + refusal.says);
      return;
    }
  }
  auto& irregularity = *entry.add_irregularities();
  irregularity.set_code(std::string(code));
  irregularity.set_says(refusal.says);
  irregularity.set_authorised_by(authorised_by);
}

}  // namespace

Result<v1::Entry> despite_of(v1::Entry entry, const std::vector<Refusal>& found) {
  for (auto refusal = found.begin(); refusal != found.end(); ++refusal) {
    const auto* despite = set_aside(entry, refusal->code);
    if (despite == nullptr) return refuse(told_together({refusal, found.end()}));
    put_irregularity(entry, *refusal, despite->authorised_by());
  }
  for (int i = 0; i < entry.despite_size(); ++i) {
    const bool fired = std::any_of(found.begin(), found.end(), [&](const Refusal& refusal) {
      return code_name(refusal.code) == entry.despite(i).code();
    });
    if (!fired) {
      return refuse_at(Code::not_a_choice, "No rule of this name would refuse the entry. Leave it out of \"despite\".",
                       fmt::format("/despite/{}/code", i));
    }
  }
  return entry;
}

}  // namespace review
