#include "libreview/access/entry_access.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <vector>

#include "libreview/access/kind_table.hpp"
#include "libreview/access/sight.hpp"
#include "libreview/base/refuse_at.hpp"
#include "libreview/vocabulary/kinds.hpp"

namespace review {
namespace {

namespace pb = google::protobuf;

/// The values of the fields of these names that the kind of entry has and the entry fills.
template <std::size_t Count>
std::vector<std::string> values_of(const v1::Entry& entry, const std::array<const char*, Count>& fields) {
  std::vector<std::string> values;
  const auto& message = kind_message(entry);
  for (const char* name : fields) {
    const auto* field = message.GetDescriptor()->FindFieldByName(name);
    if (field == nullptr || field->cpp_type() != pb::FieldDescriptor::CPPTYPE_STRING) continue;
    const auto& reflection = *message.GetReflection();
    if (field->is_repeated()) {
      for (int i = 0; i < reflection.FieldSize(message, field); ++i) {
        values.push_back(reflection.GetRepeatedString(message, field, i));
      }
    } else if (reflection.HasField(message, field)) {
      values.push_back(reflection.GetString(message, field));
    }
  }
  return values;
}

constexpr std::array<const char*, 5> agency_fields = {"agency", "agencies", "body", "owner", "by"};

/// Who owns the action that an entry is about; it may leave the action out where there is one only.
std::string owner_of_action(const v1::CaseFile& file, const std::string& named) {
  for (const auto& action : file.actions()) {
    const bool only = named.empty() && file.actions_size() == 1;
    if (only || action.action() == named) return action.owner();
  }
  return {};
}

/// The agencies that the entry is about by what it says.
std::vector<std::string> agencies_told(const v1::CaseFile& file, const v1::Entry& entry) {
  auto agencies = values_of(entry, agency_fields);
  if (entry.has_action_updated()) agencies.push_back(owner_of_action(file, entry.action_updated().action()));
  if (entry.has_action_rechecked()) agencies.push_back(owner_of_action(file, entry.action_rechecked().action()));
  if (entry.has_action_escalated()) agencies.push_back(owner_of_action(file, entry.action_escalated().action()));
  return agencies;
}

/// Whose the entry is, agency by agency.
std::vector<std::string> agencies_of(const v1::CaseFile& file, const v1::Entry& entry) {
  auto agencies = agencies_told(file, entry);
  if (!entry.on_behalf_of().empty()) agencies.push_back(entry.on_behalf_of());
  return agencies;
}

bool names_own_agency(const Reader& reader, const v1::CaseFile& file, const v1::Entry& entry, Date today) {
  for (const auto& agency : agencies_of(file, entry)) {
    if (is_own_agency(reader, file, agency, today)) return true;
  }
  return false;
}

/// About the reader's own agency or person: one of them is named.
bool is_about_own(const Reader& reader, const v1::CaseFile& file, const v1::Entry& entry, Date today) {
  for (const auto& person : values_of(entry, std::array<const char*, 1>{"person"})) {
    if (person == reader.person) return true;
  }
  return names_own_agency(reader, file, entry, today);
}

/// The same for an entry to be recorded: it says so itself, not only on whose behalf it is recorded, and nobody else
/// may be named either.
bool is_only_about_own(const Reader& reader, const v1::CaseFile& file, const v1::Entry& entry, Date today) {
  const auto people = values_of(entry, std::array<const char*, 1>{"person"});
  for (const auto& person : people) {
    if (person != reader.person) return false;
  }
  for (const auto& agency : agencies_of(file, entry)) {
    if (!is_own_agency(reader, file, agency, today)) return false;
  }
  return !people.empty() || !agencies_told(file, entry).empty();
}

bool is_shared(const Reader& reader, const v1::CaseFile& file, const v1::Entry& entry, Date today) {
  const auto agencies = values_of(entry, std::array<const char*, 1>{"agency"});
  if (agencies.empty() || names_own_agency(reader, file, entry, today)) return true;
  for (const auto& shared : file.returns_shared()) {
    if (shared == agencies.front()) return true;
  }
  return false;
}

/// What belongs to a meeting's item: its minutes, the views given for it, its papers.
bool is_of_left_item(const Reader& reader, const v1::CaseFile& file, const v1::Entry& entry) {
  if (entry.has_meeting_held()) return left_item(file, reader.person, entry.meeting_held().meeting());
  if (entry.has_position_recorded()) return left_item(file, reader.person, entry.position_recorded().meeting());
  if (entry.has_document_filed() && entry.document_filed().has_meeting())
    return left_item(file, reader.person, entry.document_filed().meeting());
  return false;
}

std::vector<const pb::FieldDescriptor*> fields_said(const v1::Entry& entry) {
  std::vector<const pb::FieldDescriptor*> fields;
  const auto& message = kind_message(entry);
  message.GetReflection()->ListFields(message, &fields);
  return fields;
}

/// The kinds that let the people back in who need a case that nobody sees any more.
bool opens_a_seal(std::string_view kind) { return kind == "unseal-proposed" || kind == "case-unsealed"; }

}  // namespace

bool reads_entry(const Reader& reader, const v1::CaseFile& file, const v1::Entry& entry, Date today) {
  const auto* kind = kind_of(entry);
  if (kind == nullptr || !reader.may(Right::read_cases)) return false;
  if (is_of_left_item(reader, file, entry)) return false;
  if (entry.has_entry_corrected() && entry.entry_corrected().has_replacement() &&
      !reads_entry(reader, file, entry.entry_corrected().replacement(), today)) {
    return false;
  }
  switch (access_to(kind->name, reader.role).reads) {
    case Reads::none:
      return false;
    case Reads::own:
      return is_about_own(reader, file, entry, today);
    case Reads::shared:
      return is_shared(reader, file, entry, today);
    case Reads::all:
      return true;
  }
  return false;
}

bool reads_every(const Reader& reader, const v1::Entry& sort) {
  const auto* kind = kind_of(sort);
  return kind != nullptr && reader.may(Right::read_cases) && access_to(kind->name, reader.role).reads == Reads::all;
}

Result<void> records_entry(const Reader& reader, const v1::CaseFile& file, const v1::Entry& entry, Date today) {
  const auto& kind = *kind_of(entry);
  if (!reader.may(Right::record)) {
    return refuse(Code::not_permitted, "Your role does not allow you to record this. Ask a review coordinator.");
  }
  if (sees_by_glass(reader, file, today) && !opens_a_seal(kind.name)) {
    return refuse(Code::not_permitted, "You opened this for a while, to read it. Nothing can be recorded that way.");
  }
  const auto records = access_to(kind.name, reader.role).records;
  if (records == Records::none || (records == Records::own && !is_only_about_own(reader, file, entry, today))) {
    return refuse(Code::not_permitted,
                  records == Records::none
                      ? "Your role does not allow you to record this. Ask a review coordinator."
                      : "You record this for yourself and your own agency only. Ask a review coordinator.");
  }
  for (const auto* field : fields_said(entry)) {
    if (records_field(reader, *field)) continue;
    return refuse_at(Code::not_permitted,
                     "Which group watches over an action, and how often it asks, is for the partnership to say. Leave "
                     "it out, or ask a review coordinator.",
                     fmt::format("/{}/{}", kind.json, field->json_name()));
  }
  if (entry.has_entry_corrected() && entry.entry_corrected().has_replacement()) {
    return records_entry(reader, file, entry.entry_corrected().replacement(), today);
  }
  return {};
}

bool records_field(const Reader& reader, const pb::FieldDescriptor& field) {
  const auto& update = *v1::ActionUpdated::descriptor();
  const bool of_watching = &field == update.FindFieldByNumber(v1::ActionUpdated::kMonitoredByFieldNumber) ||
                           &field == update.FindFieldByNumber(v1::ActionUpdated::kMonitoredEveryFieldNumber);
  return !of_watching || access_to("action-updated", reader.role).records != Records::own;
}

bool records_kind(const Reader& reader, std::string_view kind) {
  return reader.may(Right::record) && access_to(kind, reader.role).records != Records::none;
}

}  // namespace review
