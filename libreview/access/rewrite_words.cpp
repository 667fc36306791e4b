#include "libreview/access/rewrite_words.hpp"

#include <string>
#include <utility>
#include <vector>

#include "libreview/access/field_class.hpp"
#include "libreview/vocabulary/rules.hpp"
#include "review/v1/child.pb.h"
#include "review/v1/common.pb.h"
#include "review/v1/housekeeping.pb.h"

namespace review {
namespace {

namespace pb = google::protobuf;

/// Who the people of this case are, in the fields that are for it.
bool is_identity(const pb::FieldDescriptor& field) {
  const auto one = class_of(field);
  if (one != FieldClass::identifiers && one != FieldClass::placement_addresses) return false;
  static const auto* const name =
      v1::RelatedPerson::descriptor()->FindFieldByNumber(v1::RelatedPerson::kNameFieldNumber);
  return field.containing_type() == v1::Child::descriptor() || &field == name;
}

/// A pseudonym that the case does not have any more may have been a name.
bool is_typed(const pb::FieldDescriptor& field) {
  if (is_identity(field)) return false;
  if (field.containing_type() == v1::Irregularity::descriptor()) return false;
  const auto form = rules_of(field).form();
  return form == v1::TEXT || form == v1::LINE || form == v1::PSEUDONYM || form == v1::ADDRESS;
}

/// Where something is kept is a path more often than a sentence.
bool is_prose(const pb::FieldDescriptor& field) {
  const auto* kept_in = v1::DocumentFiled::descriptor()->FindFieldByNumber(v1::DocumentFiled::kKeptInFieldNumber);
  return rules_of(field).form() != v1::ADDRESS && &field != kept_in;
}

bool rewrite_text(pb::Message& message, const pb::FieldDescriptor& field, const RewriteText& rewrite) {
  const auto& reflection = *message.GetReflection();
  if (!field.is_repeated()) {
    const auto text = reflection.GetString(message, &field);
    auto left = rewrite(text, is_prose(field));
    if (left == text) return false;
    if (rules_of(field).form() == v1::ADDRESS) {
      reflection.ClearField(&message, &field);
    } else {
      reflection.SetString(&message, &field, std::move(left));
    }
    return true;
  }
  bool any = false;
  for (int i = 0; i < reflection.FieldSize(message, &field); ++i) {
    const auto text = reflection.GetRepeatedString(message, &field, i);
    auto left = rewrite(text, is_prose(field));
    if (left == text) continue;
    reflection.SetRepeatedString(&message, &field, i, std::move(left));
    any = true;
  }
  return any;
}

}  // namespace

bool rewrite_words(pb::Message& message, const RewriteText& rewrite) {
  const auto& reflection = *message.GetReflection();
  std::vector<const pb::FieldDescriptor*> filled;
  reflection.ListFields(message, &filled);
  bool any = false;
  for (const auto* field : filled) {
    if (field->cpp_type() == pb::FieldDescriptor::CPPTYPE_STRING) {
      any = (is_typed(*field) && rewrite_text(message, *field, rewrite)) || any;
    } else if (field->cpp_type() != pb::FieldDescriptor::CPPTYPE_MESSAGE) {
      continue;
    } else if (!field->is_repeated()) {
      any = rewrite_words(*reflection.MutableMessage(&message, field), rewrite) || any;
    } else {
      for (int i = 0; i < reflection.FieldSize(message, field); ++i)
        any = rewrite_words(*reflection.MutableRepeatedMessage(&message, field, i), rewrite) || any;
    }
  }
  return any;
}

}  // namespace review
