#pragma once

#include <google/protobuf/message.h>

#include <string>

#include "libreview/story/story.hpp"
#include "review/v1/case.pb.h"

namespace review {

/// Why the fields that are expected of a child, an action, a recommendation or a learning product do not hold; empty
/// where they do. Of a list of parts their number is compared.
[[nodiscard]] std::string check_fields(const Expectation& expected, const v1::Case& found);
/// The same of a message of the story's own.
[[nodiscard]] std::string fields_differ(const Expectation& expected, const google::protobuf::Message& found);
/// The same of what a body says to a recommendation.
[[nodiscard]] std::string check_answer(const Expectation& expected, const v1::Case& found);

}  // namespace review
