#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/web/form/form_rows.hpp"

namespace reviewd {

/// One page of logging an incident: a few fields of the schema that belong together.
struct IncidentSection {
  std::string_view name;                 ///< in the address
  std::string_view task;                 ///< the heading of the task list that it stands under
  std::string_view title;                ///< of the page, and in the task list
  std::string_view kind;                 ///< whose fields they are, in its JSON name
  std::vector<std::string_view> fields;  ///< by their names in the schema
  bool describes_harm = false;
  std::string_view says{};  ///< what helps to answer; empty where the labels are enough
};

/// The pages about the incident, in order, but for those of a child.
[[nodiscard]] const std::vector<IncidentSection>& incident_sections();
/// The children stand before this page.
inline constexpr std::string_view first_after_children = "safety";
/// The pages of each child.
[[nodiscard]] const std::vector<IncidentSection>& child_sections();
[[nodiscard]] const IncidentSection* find_section(const std::vector<IncidentSection>& sections, std::string_view name);

/// The list of children.
inline const std::string children_path = "incidentLogged.children";
/// What the page about a child is headed by before anybody gave a pseudonym: `Child 2`.
/// `Child A` for the first, and for the next a letter that no other child has: until somebody chooses otherwise.
[[nodiscard]] std::string proposed_pseudonym(const Typed& typed);
[[nodiscard]] std::string child_name(const Typed& typed, int child);

/// The fields of a section: of the child at that place, or of the incident where it is below 0.
[[nodiscard]] FormPart part_of(const IncidentSection& section, int child);
/// The paths of its fields.
[[nodiscard]] std::vector<std::string> paths_of(const FormPart& part);

/// How far a section is, in words: `Completed`, `Incomplete`, `Not started` or `Optional`.
[[nodiscard]] std::string section_status(const IncidentSection& section, const Typed& typed, int child);
/// Whether every answer is there without which no incident can be logged.
[[nodiscard]] bool can_be_logged(const Typed& typed);

}  // namespace reviewd
