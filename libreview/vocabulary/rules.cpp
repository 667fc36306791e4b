#include "libreview/vocabulary/rules.hpp"

#include "review/v1/common.pb.h"

namespace review {

const v1::FieldRules& rules_of(const google::protobuf::FieldDescriptor& field) {
  return field.options().GetExtension(v1::rules);
}

bool is_sealed(const google::protobuf::FieldDescriptor& field) {
  // What an irregularity says the service wrote itself: it names rules and days, never a person, and a case shows it
  // also when everything sealed is gone.
  if (field.containing_type() == v1::Irregularity::descriptor()) return false;
  const auto& rules = rules_of(field);
  return rules.personal() || rules.form() == v1::TEXT || rules.form() == v1::LINE;
}

bool is_day(const google::protobuf::FieldDescriptor& field) {
  const auto form = rules_of(field).form();
  return form == v1::DATE || form == v1::PARTIAL_DATE;
}

}  // namespace review
