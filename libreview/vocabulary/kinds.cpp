#include "libreview/vocabulary/kinds.hpp"

#include <algorithm>

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
                       {rules.reasoned_by().begin(), rules.reasoned_by().end()}});
  }
  return all;
}

}  // namespace

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all = read_kinds();
  return all;
}

const Kind* find_kind(std::string_view name) {
  const std::string wanted = kebab(snake(name));
  const auto& all = kinds();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Kind& kind) { return kind.name == wanted; });
  return found == all.end() ? nullptr : &*found;
}

const Kind* kind_of(const v1::Entry& entry) {
  const auto* field =
      entry.GetReflection()->GetOneofFieldDescriptor(entry, v1::Entry::descriptor()->FindOneofByName("kind_of"));
  return field == nullptr ? nullptr : find_kind(field->name());
}

const google::protobuf::Message& kind_message(const v1::Entry& entry) {
  return entry.GetReflection()->GetMessage(entry, kind_of(entry)->field);
}

}  // namespace review
