#include "libreview/access/field_class.hpp"

#include <algorithm>
#include <array>

#include "libreview/vocabulary/rules.hpp"

namespace review {
namespace {

namespace pb = google::protobuf;

constexpr std::array<std::string_view, 7> names{
    "pseudonyms", "identifiers", "placement-addresses", "health", "background", "documents", "free-text"};

struct Row {
  std::string_view field;  ///< its full name without `review.v1.`
  FieldClass one;
};

constexpr auto field_class_rows = [] {
  using enum FieldClass;
  return std::array{Row{"Child.pseudonym", pseudonyms},
                    Row{"Child.name", identifiers},
                    Row{"Child.other_names", identifiers},
                    Row{"Child.born_on", identifiers},
                    Row{"Child.nhs_number", identifiers},
                    Row{"Child.address", placement_addresses},
                    Row{"Child.placement", placement_addresses},
                    Row{"Child.school", placement_addresses},
                    Row{"Child.disability", health},
                    Row{"Child.harm_types", health},
                    Row{"Child.sex", background},
                    Row{"Child.gender", background},
                    Row{"Child.ethnicity", background},
                    Row{"Child.faith", background},
                    Row{"Child.language", background},
                    Row{"Child.legal_status", background},
                    Row{"Child.looked_after_from", background},
                    Row{"Child.not_in_school", background},
                    Row{"RelatedPerson.relation", identifiers},
                    Row{"RelatedPerson.name", identifiers},
                    Row{"RelatedPerson.born_on", identifiers},
                    Row{"RelatedPerson.same_household", identifiers},
                    Row{"IncidentLogged.place", placement_addresses},
                    Row{"IncidentLogged.cause", health},
                    Row{"SafetyConfirmed.siblings", identifiers},
                    Row{"FamilyContacted.who", identifiers},
                    Row{"FamilyContacted.language", background},
                    Row{"NoteAdded.spoke_to", identifiers},
                    Row{"DocumentFiled.title", documents},
                    Row{"DocumentFiled.kept_in", documents}};
}();

constexpr std::string_view package = "review.v1.";

/// Visits each field that is filled, at any depth.
template <class Visit>
void each_field(const pb::Message& message, const Visit& visit) {
  const auto& reflection = *message.GetReflection();
  std::vector<const pb::FieldDescriptor*> filled;
  reflection.ListFields(message, &filled);
  for (const auto* field : filled) {
    visit(*field);
    if (field->cpp_type() != pb::FieldDescriptor::CPPTYPE_MESSAGE) continue;
    if (!field->is_repeated()) {
      each_field(reflection.GetMessage(message, field), visit);
      continue;
    }
    for (int i = 0; i < reflection.FieldSize(message, field); ++i) {
      each_field(reflection.GetRepeatedMessage(message, field, i), visit);
    }
  }
}

}  // namespace

std::string_view field_class_name(FieldClass one) { return names[static_cast<std::size_t>(one)]; }

const std::vector<FieldClass>& field_classes() {
  static const std::vector<FieldClass> all = [] {
    std::vector<FieldClass> list;
    for (std::size_t i = 0; i < names.size(); ++i) list.push_back(static_cast<FieldClass>(i));
    return list;
  }();
  return all;
}

std::optional<FieldClass> class_of(const pb::FieldDescriptor& field) {
  std::string_view name = field.full_name();
  if (!name.starts_with(package)) return std::nullopt;
  name.remove_prefix(package.size());
  const auto found =
      std::find_if(field_class_rows.begin(), field_class_rows.end(), [&](const Row& row) { return row.field == name; });
  if (found != field_class_rows.end()) return found->one;
  return is_sealed(field) ? std::optional<FieldClass>(FieldClass::free_text) : std::nullopt;
}

std::vector<std::string_view> classed_fields() {
  std::vector<std::string_view> fields;
  for (const auto& row : field_class_rows) fields.push_back(row.field);
  return fields;
}

std::set<FieldClass> classes_in(const pb::Message& message) {
  std::set<FieldClass> found;
  each_field(message, [&](const pb::FieldDescriptor& field) {
    if (const auto one = class_of(field)) found.insert(*one);
  });
  return found;
}

void leave_out(pb::Message& message, FieldClass one) {
  const auto& reflection = *message.GetReflection();
  std::vector<const pb::FieldDescriptor*> filled;
  reflection.ListFields(message, &filled);
  for (const auto* field : filled) {
    if (class_of(*field) == one) {
      reflection.ClearField(&message, field);
    } else if (field->cpp_type() != pb::FieldDescriptor::CPPTYPE_MESSAGE) {
      continue;
    } else if (!field->is_repeated()) {
      leave_out(*reflection.MutableMessage(&message, field), one);
    } else {
      for (int i = 0; i < reflection.FieldSize(message, field); ++i) {
        leave_out(*reflection.MutableRepeatedMessage(&message, field, i), one);
      }
    }
  }
}

}  // namespace review
