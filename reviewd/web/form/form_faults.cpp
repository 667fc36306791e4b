#include "reviewd/web/form/form_faults.hpp"

#include <fmt/format.h>

#include "libreview/vocabulary/rules.hpp"
#include "reviewd/web/form/form_day.hpp"
#include "reviewd/web/words/field_says.hpp"
#include "reviewd/web/words/form_fields.hpp"
#include "reviewd/web/words/practice_words.hpp"

namespace reviewd {
namespace {

namespace pb = google::protobuf;

bool is_name(const pb::FieldDescriptor& field) {
  const auto form = review::rules_of(field).form();
  return form == review::v1::ID || form == review::v1::BODY;
}

}  // namespace

std::string fault_words(const FieldFault& fault, const std::string& message, const Typed& typed) {
  const auto& [field, path, label] = fault;
  const bool blank = typed.is_blank(path) && typed.count(path) == 0;
  if (blank && (message.starts_with("Give this") || message.starts_with("Answer this"))) {
    return missing_words(field, label);
  }
  if (review::is_day(field)) {
    const auto wrong = fault_of_day(typed, path, is_partial_day(field), day_subject(field, label));
    return wrong.empty() ? practice_words(message) : wrong;
  }
  const bool unreadable = message.starts_with("This must be");
  if (unreadable && is_name(field)) return fmt::format("Use letters or digits for “{}”", label);
  if (unreadable && field.cpp_type() == pb::FieldDescriptor::CPPTYPE_INT32) {
    return fmt::format("“{}” must be a whole number{}", label,
                       message.ends_with("or less.") ? message.substr(message.find(" be ") + 3) : ", such as 12");
  }
  return practice_words(message);
}

}  // namespace reviewd
