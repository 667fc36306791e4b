#include "reviewd/web/form/form_seed.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "review/v1/health_check.pb.h"
#include "reviewd/web/form/form_day.hpp"
#include "reviewd/web/form/form_entry.hpp"
#include "reviewd/web/words/form_fields.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {

void seed_only_offers(Typed& typed, const review::Kind& kind, const Offers& offers) {
  constexpr std::array<std::string_view, 12> sorts = {"review",     "proceedings", "order",          "embargo",
                                                      "action",     "challenge",   "recommendation", "training",
                                                      "evaluation", "pledge",      "plan_theme",     "objective"};
  constexpr std::array<std::string_view, 4> about_one = {"action-updated", "action-rechecked",
                                                         "recommendation-answered", "challenge-answered"};
  // Learning need not come from a review, and questions may be asked of a whole record.
  if (kind.field->message_type()->file()->name().ends_with("/question.proto")) return;
  if (kind.field->message_type()->file()->name().ends_with("/learning.proto") &&
      std::ranges::find(about_one, kind.name) == about_one.end()) {
    return;
  }
  for (const auto sort : sorts) {
    const auto* field = kind.field->message_type()->FindFieldByName(std::string(sort));
    if (field == nullptr || field->is_repeated() || is_message(*field)) continue;
    const auto& offered = offers.of(*field);
    const auto name = below(kind.json, field->json_name());
    if (offered.size() == 1 && typed.is_blank(name)) typed.put(name, offered.front().value);
  }
}

void seed_points(Typed& typed, const review::Kind& kind, const Offers& offers) {
  if (kind.name != "review-health-checked" || typed.count("reviewHealthChecked.quality") > 0) return;
  int place = 0;
  for (const auto& point : offers.of(*review::v1::QualityPoint::descriptor()->FindFieldByName("point"))) {
    typed.put(below(below("reviewHealthChecked.quality", place++), "point"), point.value);
  }
  typed.set_count("reviewHealthChecked.quality", place);
}

void seed_day(Typed& typed, const review::Kind& kind, const std::string& today) {
  if (kind.decision && typed.is_blank("decidedOn")) put_day(typed, "decidedOn", today);
}

void seed_agency(Typed& typed, const review::Kind& kind, const std::string& agency) {
  const auto* field = kind.field->message_type()->FindFieldByName("agency");
  if (agency.empty() || field == nullptr || field->is_repeated()) return;
  const auto name = below(kind.json, field->json_name());
  if (typed.is_blank(name)) typed.put(name, agency);
}

void seed_matter(Typed& typed, const review::Kind& kind, const std::string& stage) {
  static const std::map<std::string, std::string> matters = {{"LOGGED", "NOTIFICATION"},
                                                             {"RAPID_REVIEW", "RAPID_REVIEW"},
                                                             {"AWAITING_PANEL", "RECONSIDERATION"},
                                                             {"REVIEW", "REPORT"},
                                                             {"REPORT_ACCEPTED", "PUBLICATION"}};
  const auto found = matters.find(stage);
  if (kind.name == "signed-off" && found != matters.end() && typed.is_blank("signedOff.of")) {
    typed.put("signedOff.of", found->second);
  }
}

void seed_replacement(Typed& typed, const boost::json::value& entry) {
  const std::string path = "entryCorrected.replacement";
  const auto* kind = kind_in(entry);
  if (kind == nullptr) return;
  put_entry(typed, path, entry.as_object(), *kind);
  if (!kind->decision) return;
  // Its one day is asked once.
  const auto occurred = text_in(entry, "occurredOn");
  if (typed.is_blank(path + ".decidedOn")) put_day(typed, path + ".decidedOn", occurred);
  if (occurred == typed_day(typed, path + ".decidedOn", false)) typed.replace(path + ".occurredOn", Typed());
}

}  // namespace reviewd
