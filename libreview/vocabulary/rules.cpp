#include "libreview/vocabulary/rules.hpp"

namespace review {

const v1::FieldRules& rules_of(const google::protobuf::FieldDescriptor& field) {
  return field.options().GetExtension(v1::rules);
}

bool is_sealed(const google::protobuf::FieldDescriptor& field) {
  const auto& rules = rules_of(field);
  return rules.personal() || rules.form() == v1::TEXT || rules.form() == v1::LINE;
}

bool is_day(const google::protobuf::FieldDescriptor& field) {
  const auto form = rules_of(field).form();
  return form == v1::DATE || form == v1::PARTIAL_DATE;
}

}  // namespace review
