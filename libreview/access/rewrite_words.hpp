#pragma once

#include <google/protobuf/message.h>

#include <functional>
#include <string>

namespace review {

/// What is to stand in place of a text. Names of files and addresses are no `prose`.
using RewriteText = std::function<std::string(const std::string& text, bool prose)>;

/// Puts something else in place of everything that somebody typed in the message, at any depth; true where a text
/// changed. A web address that changes is taken out whole, since a part of one leads nowhere. References, codes and
/// days stay, what the service itself says of a rule that was not kept, and the fields that say who the people of the
/// case are: those are left out whole, or not at all (`FieldClass`).
[[nodiscard]] bool rewrite_words(google::protobuf::Message& message, const RewriteText& rewrite);

}  // namespace review
