#include "libreview/record/told_bodies.hpp"

#include <algorithm>

#include "libreview/record/bodies.hpp"
#include "libreview/record/case_file.hpp"

namespace review {

void note_told(v1::CaseFile& file, const v1::Entry& entry, const Telling& telling, const MustTell& rule,
               const google::protobuf::RepeatedPtrField<std::string>& who, const std::string& expected_on) {
  for (const auto& body : rule.bodies) {
    if (!names_body(who, body.id)) continue;
    mark(file, entry, telling.milestone, {.due_on = expected_on, .subject = telling.subject, .because = body.id});
  }
}

void ToldBodies::take(const v1::CaseFile& file, const Telling& telling, int from) {
  for (int i = from; i < file.milestones_size(); ++i) {
    const auto& one = file.milestones(i);
    if (one.name() != telling.milestone || one.subject() != telling.subject) continue;
    told_.push_back(&one);
    if (!one.due_on().empty()) expected_on_ = one.due_on();
  }
}

std::optional<std::string> ToldBodies::told_on(const std::string& body) const {
  std::optional<std::string> on;
  for (const auto* one : told_) {
    if (one->because() == body && (!on || one->on() < *on)) on = one->on();
  }
  return on;
}

std::vector<std::string> ToldBodies::lacking() const {
  std::vector<std::string> names;
  for (const auto& body : rule_.bodies) {
    if (!told_on(body.id)) names.push_back(body.name);
  }
  return names;
}

std::optional<std::string> ToldBodies::all_on() const {
  std::string last;
  for (const auto& body : rule_.bodies) {
    const auto on = told_on(body.id);
    if (!on) return std::nullopt;
    last = std::max(last, *on);
  }
  return last;
}

}  // namespace review
