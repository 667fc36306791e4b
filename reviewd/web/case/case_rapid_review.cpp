#include "reviewd/web/case/case_rapid_review.hpp"

#include <boost/json/object.hpp>

#include "review/v1/rapid_review.pb.h"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/fact_item.hpp"
#include "reviewd/web/words/field_says.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::v1::RapidReviewDecided;

/// The newest update that has this member; null where there is none.
json::value newest_with(const json::array& counted, std::string_view kind) {
  json::value found;
  for (const auto& entry : counted) {
    if (entry.as_object().contains(kind)) found = entry;
  }
  return found;
}

/// Who chaired the meeting that the decision names; empty where nobody said.
std::string chair_of(const json::array& counted, const std::string& meeting) {
  std::string chair;
  for (const auto& entry : counted) {
    const json::value held = object_in(entry, "meetingHeld");
    if (text_in(held, "meeting") == meeting) chair = text_in(held, "chair");
  }
  return chair;
}

}  // namespace

json::array rapid_review_blocks(const json::value& of_case, const json::array& counted, const Register& known) {
  const auto entry = newest_with(counted, "rapidReviewDecided");
  if (entry.is_null()) return {};
  const json::value decided = object_in(entry, "rapidReviewDecided");
  FactItem item("As recorded with the decision of " + day_words(text_in(entry, "occurredOn")));
  const auto meeting = text_in(decided, "meeting");
  if (const auto chair = chair_of(counted, meeting); !meeting.empty() && !chair.empty())
    item.say("Meeting chaired by", known.person(chair));
  for (const int number : {RapidReviewDecided::kKeyEpisodesFieldNumber, RapidReviewDecided::kChildVoiceFieldNumber,
                           RapidReviewDecided::kInequalityFieldNumber, RapidReviewDecided::kEarlierReviewsFieldNumber,
                           RapidReviewDecided::kPublicationRiskFieldNumber}) {
    const auto& field = *RapidReviewDecided::descriptor()->FindFieldByNumber(number);
    item.say(field_label(field), text_in(decided, field.json_name()));
  }
  if (item.empty()) return {};
  auto made = item.made();
  made["factAddress"] =
      "/cases/" + percent_encoded(text_in(of_case, "case")) + "/entries/" + percent_encoded(text_in(entry, "entry"));
  return {json::object{{"heading", "What the rapid review found"}, {"items", json::array{std::move(made)}}}};
}

}  // namespace reviewd
