#include "libreview/vocabulary/kinds.hpp"

#include <algorithm>
#include <stdexcept>

#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/rules.hpp"

namespace review {
namespace {

std::vector<Kind> read_kinds() {
  std::vector<Kind> all;
  const auto* choice = v1::Entry::descriptor()->FindOneofByName("kind_of");
  for (int i = 0; i < choice->field_count(); ++i) {
    const auto* field = choice->field(i);
    const auto& rules = field->message_type()->options().GetExtension(v1::kind);
    all.push_back(Kind{field,
                       kebab(field->name()),
                       field->json_name(),
                       rules.label(),
                       rules.decision(),
                       rules.opens_case(),
                       rules.cites(),
                       {rules.reasoned_by().begin(), rules.reasoned_by().end()},
                       {rules.record().begin(), rules.record().end()},
                       {rules.programme().begin(), rules.programme().end()}});
    if (all.back().records.empty()) all.back().records.emplace_back("case");
  }
  return all;
}

std::vector<Kind> taken_by(std::string_view record) {
  std::vector<Kind> some;
  for (const auto& kind : every_kind()) {
    if (kind.is_of(record)) some.push_back(kind);
  }
  return some;
}

}  // namespace

bool Kind::is_of(std::string_view record) const { return std::ranges::find(records, record) != records.end(); }

const std::vector<Kind>& every_kind() {
  static const std::vector<Kind> all = read_kinds();
  return all;
}

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all = taken_by("case");
  return all;
}

const std::vector<Kind>& meeting_kinds() {
  static const std::vector<Kind> all = taken_by("meeting");
  return all;
}

const std::vector<Kind>& programme_kinds() {
  static const std::vector<Kind> all = taken_by("programme");
  return all;
}

const std::vector<Kind>& member_kinds() {
  static const std::vector<Kind> all = [] {
    auto some = every_kind();
    std::erase_if(some, [](const Kind& kind) { return !kind.is_of("case") && !kind.is_of("programme"); });
    return some;
  }();
  return all;
}

const std::vector<Kind>& kinds_of(std::string_view record) {
  if (record == "case") return kinds();
  if (record == "programme") return programme_kinds();
  throw std::logic_error("there are no kinds of entry for this sort of record");
}

const Kind* find_kind(std::string_view name) {
  const std::string wanted = kebab(snake(name));
  const auto found = std::ranges::find(every_kind(), wanted, &Kind::name);
  return found == every_kind().end() ? nullptr : &*found;
}

const Kind* kind_of(const v1::Entry& entry) {
  const auto* field =
      entry.GetReflection()->GetOneofFieldDescriptor(entry, v1::Entry::descriptor()->FindOneofByName("kind_of"));
  const auto found = std::ranges::find(every_kind(), field, &Kind::field);
  return found == every_kind().end() ? nullptr : &*found;
}

const google::protobuf::Message& kind_message(const v1::Entry& entry) {
  return entry.GetReflection()->GetMessage(entry, kind_of(entry)->field);
}

}  // namespace review
