#include "libreview/vocabulary/asks_for.hpp"

#include <fmt/format.h>

#include "libreview/vocabulary/rules.hpp"

namespace review {

std::string asks_for(const google::protobuf::FieldDescriptor& field) {
  const auto& label = rules_of(field).label();
  return fmt::format("{} this: {}", label.ends_with('?') ? "Answer" : "Give", label);
}

std::string asks_for_reasons(const Kind& kind) {
  if (kind.reasoned_by.size() > 1) return "A decision needs its reasons. Write them down.";
  return asks_for(*kind.field->message_type()->FindFieldByName(kind.reasoned_by.front()));
}

}  // namespace review
