#include "reviewd/web/incident/incident_sections.hpp"

#include <algorithm>

#include "libreview/vocabulary/rules.hpp"
#include "reviewd/web/words/form_fields.hpp"

namespace reviewd {
namespace {

namespace pb = google::protobuf;

constexpr std::string_view incident = "incidentLogged";

/// A child is known by its pseudonym on every page that follows.
bool is_needed(const pb::FieldDescriptor& field) {
  return review::rules_of(field).required() || field.name() == "pseudonym";
}

}  // namespace

const std::vector<IncidentSection>& incident_sections() {
  static const std::vector<IncidentSection> all = {
      {"known",
       "The incident",
       "When it became known",
       incident,
       {"local_authority_aware_on", "agency_aware_on", "abuse_or_neglect_suspected_on"}},
      {"harm",
       "The incident",
       "Harm and abuse or neglect",
       incident,
       {"harm", "abuse_or_neglect"},
       true,
       "Answer for the child who was harmed most."},
      {"when", "The incident", "When it happened", incident, {"incident_on", "incident_time"}},
      {"what",
       "The incident",
       "What happened",
       incident,
       {"summary", "cause"},
       true,
       "Write what is known, and from whom. Use pseudonyms, not names."},
      {"where", "The incident", "Where it happened", incident, {"occurred_in", "resident_in", "place"}},
      {first_after_children,
       "Safety and others",
       "Safety of this child and siblings now",
       "safetyConfirmed",
       {"children", "siblings", "by", "on"},
       false,
       "If a child may be at risk now, act first: refer to children's social care or call 999. This service refers "
       "nobody. If safety is not confirmed yet, leave this page empty and record it later."},
      {"family",
       "Safety and others",
       "Family and household",
       incident,
       {"family"},
       false,
       "Parents, carers, brothers and sisters, and anyone suspected."},
      {"agencies",
       "Safety and others",
       "Agencies, press and contact",
       incident,
       {"agencies", "joint_agency_response", "media_interest", "contact"}},
  };
  return all;
}

const std::vector<IncidentSection>& child_sections() {
  static const std::vector<IncidentSection> all = {
      {"about",
       "The children",
       "About the child",
       incident,
       {"pseudonym", "age_years", "age_weeks", "unborn", "sibling_of"}},
      {"harm",
       "The children",
       "Harm to the child",
       incident,
       {"harm", "died_on", "abuse_or_neglect", "harm_types"},
       true},
      {"care",
       "The children",
       "Care and plans",
       incident,
       {"looked_after", "looked_after_from", "care_leaver", "status_known_on", "responsible_authority", "legal_status",
        "placement", "plan", "known_to_agencies"}},
      {"identity",
       "The children",
       "Personal details",
       incident,
       {"name", "other_names", "born_on", "sex", "gender", "ethnicity", "faith", "language", "disability", "address",
        "school", "not_in_school", "nhs_number"},
       false,
       "The national form asks for these, and agencies that are asked for a summary see the name, the date of birth "
       "and the address, to search by. Other pages show the pseudonym."},
  };
  return all;
}

const IncidentSection* find_section(const std::vector<IncidentSection>& sections, std::string_view name) {
  const auto found =
      std::find_if(sections.begin(), sections.end(), [&](const IncidentSection& one) { return one.name == name; });
  return found == sections.end() ? nullptr : &*found;
}

std::string proposed_pseudonym(const Typed& typed) {
  const int count = typed.count(children_path);
  const auto is_taken = [&](const std::string& name) {
    for (int i = 0; i < count; ++i) {
      if (child_name(typed, i) == name) return true;
    }
    return false;
  };
  for (char letter = 'A'; letter <= 'Z'; ++letter) {
    if (auto name = std::string("Child ") + letter; !is_taken(name)) return name;
  }
  return "Child " + std::to_string(count + 1);
}

std::string child_name(const Typed& typed, int child) {
  const auto given = typed_text(typed.first(below(children_path, child) + ".pseudonym"));
  return given.empty() ? "Child " + std::to_string(child + 1) : given;
}

FormPart part_of(const IncidentSection& section, int child) {
  const auto* type = review::find_kind(section.kind)->field->message_type();
  if (child < 0) return {*type, std::string(section.kind), section.fields, section.kind != incident};
  return {*type->FindFieldByName("children")->message_type(), below(children_path, child), section.fields};
}

std::vector<std::string> paths_of(const FormPart& part) {
  std::vector<std::string> paths;
  for (const auto name : part.fields) {
    paths.push_back(below(part.path, part.type.FindFieldByName(std::string(name))->json_name()));
  }
  return paths;
}

std::string section_status(const IncidentSection& section, const Typed& typed, int child) {
  const auto part = part_of(section, child);
  bool any = false;
  bool needs = false;
  bool lacks = false;
  for (const auto name : part.fields) {
    const auto& field = *part.type.FindFieldByName(std::string(name));
    const bool blank = typed.is_blank(below(part.path, field.json_name()));
    any = any || !blank;
    needs = needs || is_needed(field);
    lacks = lacks || (blank && is_needed(field));
  }
  // What is another entry is wanted whole or not at all.
  const bool may_be_left = !needs || section.kind != incident;
  if (!any) return may_be_left ? "Optional" : "Not started";
  return lacks ? "Incomplete" : "Completed";
}

bool can_be_logged(const Typed& typed) {
  return std::all_of(incident_sections().begin(), incident_sections().end(), [&](const IncidentSection& section) {
    const auto status = section_status(section, typed, -1);
    return status == "Completed" || status == "Optional";
  });
}

}  // namespace reviewd
