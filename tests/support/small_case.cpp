#include "tests/support/small_case.hpp"

#include <fmt/format.h>
#include <google/protobuf/util/message_differencer.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>

#include "libreview/calendar/london.hpp"
#include "libreview/law/bank_holidays.hpp"
#include "libreview/law/england.hpp"
#include "libreview/record/admit.hpp"
#include "libreview/record/corrections.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/vocabulary/parse_json.hpp"
#include "libreview/vocabulary/read_message.hpp"

namespace review::test {

const RuleBook& law() {
  static const RuleBook rules = england();
  return rules;
}

const Calendar& calendar() {
  static const Calendar days = england_and_wales();
  return days;
}

Date day(std::string_view iso) {
  const auto parsed = Date::parse(iso);
  if (!parsed) throw std::invalid_argument("no day: " + std::string(iso));
  return *parsed;
}

v1::Entry entry(std::string json) {
  std::replace(json.begin(), json.end(), '\'', '"');
  const auto parsed = parse_json(json);
  if (!parsed) throw std::invalid_argument(parsed.error().says + " " + json);
  auto read = read_entry(*parsed, Origin::request);
  if (!read) {
    std::string faults;
    for (const auto& fault : read.error().violations) faults += fault.pointer + ": " + fault.message + " ";
    throw std::invalid_argument(faults + json);
  }
  return *read;
}

std::string difference(const google::protobuf::Message& left, const google::protobuf::Message& right) {
  std::string report;
  google::protobuf::util::MessageDifferencer differencer;
  differencer.ReportDifferencesToString(&report);
  static_cast<void>(differencer.Compare(left, right));
  return report;
}

SmallCase::SmallCase(std::string_view today, const RuleBook& rules) : law_(rules), today_(day(today)) {}

SmallCase& SmallCase::on(std::string_view iso) {
  today_ = day(iso);
  return *this;
}

SmallCase& SmallCase::as(std::string_view person) {
  who_ = person;
  return *this;
}

Occasion SmallCase::occasion() const {
  const auto noon = start_of_london_day(today_) + std::chrono::hours{12};
  return {who_, noon + std::chrono::milliseconds{entries_.size()}, today_, law_, calendar(), {}};
}

Result<v1::Entry> SmallCase::record(const v1::Entry& given) {
  const auto on = occasion();
  const bool corrects = !corrected_entry(given).empty();
  auto admitted = corrects ? admit_correction(entries_, given, on) : admit(file_, given, on);
  if (!admitted) return admitted;
  const int version = static_cast<int>(entries_.size()) + 1;
  admitted->set_entry(fmt::format("entry-{}", version));
  admitted->set_case_("26-0001");
  admitted->set_recorded_time(rfc3339(on.now));
  admitted->set_recorded_by(who_);
  admitted->set_case_version(version);
  entries_.push_back(*admitted);
  if (corrects) {
    file_ = fold(entries_);
  } else {
    apply(file_, *admitted);
    file_.set_version(version);
  }
  return admitted;
}

std::string SmallCase::must(std::string json) {
  const auto recorded = record(entry(json));
  if (!recorded)
    throw std::invalid_argument(
        fmt::format("{}: {} {}", code_name(recorded.error().code), recorded.error().says, json));
  return recorded->entry();
}

std::vector<std::string> SmallCase::objected(std::string json) const {
  std::vector<std::string> codes;
  for (const auto& refusal : objections(file_, entry(std::move(json)), occasion())) {
    codes.emplace_back(code_name(refusal.code));
  }
  return codes;
}

std::string SmallCase::refused(std::string json) {
  const auto recorded = record(entry(json));
  if (recorded) throw std::invalid_argument("admitted: " + json);
  return std::string(code_name(recorded.error().code));
}

SmallCase& SmallCase::reviewed(std::string_view outcome) {
  must(incident);
  on("2026-03-04").must("{'panelNotified':{'reference':'N-1'}}");
  on("2026-03-13").must("{'meetingHeld':{'quorate':true}}");
  must(fmt::format("{{'rapidReviewDecided':{{'outcome':'{}','criteria':{},'reasons':'why','meeting':'meeting-1'}}}}",
                   outcome, review_criteria));
  for (const char* body : {"LOCAL_AUTHORITY", "INTEGRATED_CARE_BOARD", "POLICE"}) {
    must(fmt::format("{{'signedOff':{{'of':'RAPID_REVIEW','body':'{}'}}}}", body));
  }
  on("2026-03-20").must("{'rapidReviewSubmitted':{}}");
  on("2026-04-01").must("{'panelResponded':{'view':'AGREES'}}");
  return *this;
}

SmallCase& SmallCase::accepted() {
  reviewed("LCSPR");
  must("{'reviewCommissioned':{'reviewers':['rev-a']}}");
  on("2026-06-01").must("{'draftReceived':{'version':1}}");
  on("2026-07-01").must("{'reportAccepted':{'version':1}}");
  return *this;
}

}  // namespace review::test
