#include "reviewd/web/form/form_order.hpp"

#include <algorithm>
#include <map>

namespace reviewd {
namespace {

namespace pb = google::protobuf;

struct Place {
  std::string_view field;
  std::string_view chapter{};
};

using Arranged = std::vector<Place>;

constexpr std::string_view decision_chapter = "The decision";

const std::map<std::string_view, Arranged>& arranged() {
  static const std::map<std::string_view, Arranged> all = {
      {"NotificationDecided", {{"criteria"}, {"decision", decision_chapter}, {"reasons"}, {"dissent"}}},
      {"RapidReviewDecided",
       {{"criteria"},
        {"outcome", decision_chapter},
        {"local_name"},
        {"further_outcomes"},
        {"options"},
        {"reasons"},
        {"proposes_national_review"},
        {"dissent"},
        {"meeting"},
        {"key_episodes", "What the rapid review found, for its submission to the National Panel"},
        {"child_voice"},
        {"inequality"},
        {"earlier_reviews"},
        {"publication_risk"}}},
      {"DecisionReconsidered", {{"outcome", decision_chapter}, {"options"}, {"reasons"}, {"dissent"}, {"meeting"}}},
      {"ReferralDecided", {{"outcome", decision_chapter}, {"reasons"}, {"dissent"}, {"meeting"}}},
      {"FamilyContacted",
       {{"review"},
        {"who"},
        {"by"},
        {"method"},
        {"language"},
        {"offer"},
        {"answer"},
        {"not_asked_because"},
        {"response"}}},
      {"NoteAdded", {{"spoke_to"}, {"text"}}},
  };
  return all;
}

const Arranged* of(const pb::Descriptor& type) {
  const auto found = arranged().find(type.name());
  return found == arranged().end() ? nullptr : &found->second;
}

std::size_t place_of(const Arranged& places, const pb::FieldDescriptor& field) {
  const auto found =
      std::find_if(places.begin(), places.end(), [&](const Place& place) { return place.field == field.name(); });
  return static_cast<std::size_t>(found - places.begin());
}

}  // namespace

std::vector<const pb::FieldDescriptor*> in_order(std::vector<const pb::FieldDescriptor*> fields) {
  const auto* places = fields.empty() ? nullptr : of(*fields.front()->containing_type());
  if (places == nullptr) return fields;
  std::stable_sort(fields.begin(), fields.end(), [&](const auto* left, const auto* right) {
    return place_of(*places, *left) < place_of(*places, *right);
  });
  return fields;
}

std::string_view chapter_before(const pb::FieldDescriptor& field) {
  const auto* places = of(*field.containing_type());
  if (places == nullptr) return {};
  const auto at = place_of(*places, field);
  return at == places->size() ? std::string_view() : (*places)[at].chapter;
}

}  // namespace reviewd
