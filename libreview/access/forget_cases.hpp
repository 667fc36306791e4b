#pragma once

#include <google/protobuf/message.h>

#include <set>
#include <string>

namespace review {

/// Takes the references of these cases out of the message, wherever the schema has a reference of another case: that
/// there is such a case is told only to those who see it.
void forget_cases(google::protobuf::Message& message, const std::set<std::string>& cases);

/// Adds to `cases` the references of other cases that stand in the message, wherever `forget_cases` takes them out.
void name_cases(const google::protobuf::Message& message, std::set<std::string>& cases);

}  // namespace review
