#include "libreview/record/advance_copy.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/law/england.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/told_bodies.hpp"

namespace review {
namespace {

constexpr std::string_view with_them = "advance-copy-with";

const MustTell& rule() { return must_tell("advance-copy-sent"); }

Telling telling_of(const v1::ReviewFile& review, int version) {
  return {with_them, fmt::format("{}:{}", review.review(), version)};
}

ToldBodies told_of(const v1::CaseFile& file, const v1::ReviewFile& review, int version) {
  ToldBodies told(rule());
  told.take(file, telling_of(review, version));
  return told;
}

/// The version that is meant where none is named: the accepted one, else the newest draft.
int meant_version(const v1::ReviewFile& review) {
  return std::max(review.accepted() != 0 ? review.accepted() : review.draft(), 1);
}

/// Whether a copy is out and nobody is waited for: the newest milestone of the copy is that it was sent.
bool copy_is_out(const v1::CaseFile& file, const v1::ReviewFile& review) {
  bool out = false;
  for (const auto& milestone : file.milestones()) {
    if (milestone.subject() != review.review()) continue;
    if (milestone.name() == "advance-copy-sent") out = true;
    if (milestone.name() == "advance-copy-needed") out = false;
  }
  return out;
}

/// The newest version that everybody has; 0 where there is none.
int newest_complete(const v1::CaseFile& file, const v1::ReviewFile& review) {
  const auto before = review.review() + ":";
  int newest = 0;
  for (const auto& one : file.milestones()) {
    if (one.name() != with_them || !one.subject().starts_with(before)) continue;
    const int version = std::stoi(one.subject().substr(before.size()));
    if (version > newest && copy_complete_on(file, review, version)) newest = version;
  }
  return newest;
}

}  // namespace

bool is_good(const v1::ReviewFile& review, const std::string& done_on, int version) {
  return !done_on.empty() && (review.accepted() == 0 || version == review.accepted());
}

bool has_good_copy(const v1::ReviewFile& review) {
  return is_good(review, review.copy_sent_on(), review.copy_version());
}

std::vector<std::string> without_copy(const v1::CaseFile& file, const v1::ReviewFile& review, int version) {
  return told_of(file, review, version).lacking();
}

std::optional<std::string> copy_complete_on(const v1::CaseFile& file, const v1::ReviewFile& review, int version) {
  return told_of(file, review, version).all_on();
}

void take_copy(v1::CaseFile& file, const v1::Entry& entry, v1::ReviewFile& review) {
  const auto& copy = entry.advance_copy_sent();
  const int version = copy.has_version() ? copy.version() : meant_version(review);
  auto to = copy.to();
  // An entry that says nothing of whom says of all.
  if (to.empty()) {
    for (const auto& body : rule().bodies) to.Add(std::string(body.id));
  }
  note_told(file, entry, telling_of(review, version), rule(), to);
  settle_copy(file, entry, review);
}

void settle_copy(v1::CaseFile& file, const v1::Entry& entry, v1::ReviewFile& review) {
  const bool accepted_is_out = review.accepted() != 0 && copy_complete_on(file, review, review.accepted());
  const int version = accepted_is_out ? review.accepted() : newest_complete(file, review);
  review.set_copy_version(version);
  review.set_copy_sent_on(version == 0 ? std::string()
                                       : copy_complete_on(file, review, version).value_or(std::string()));
  const bool out = copy_is_out(file, review);
  const bool waited_for = !review.planned_on().empty() && review.published_on().empty();
  if (has_good_copy(review)) {
    if (!out) mark(file, entry, "advance-copy-sent", {.on = review.copy_sent_on(), .subject = review.review()});
  } else if (out && waited_for) {
    // A newer accepted version makes an older copy worthless. Once the report is published the planned day is past.
    mark(file, entry, "advance-copy-needed", {.anchor = review.planned_on(), .subject = review.review()});
  }
}

}  // namespace review
