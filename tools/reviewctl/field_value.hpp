#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "tools/reviewctl/entry_flags.hpp"

namespace reviewctl {

/// What the words given for a flag mean, as JSON. `serious-harm` becomes `SERIOUS_HARM`, `yes` becomes true,
/// `police,health` a list where the field is one. A part of an entry is written `pseudonym="Child A",ageWeeks=12`, or
/// as a JSON object. Misused where a word is none of these; what a value means is for the service to say.
Outcome<boost::json::value> field_value(const EntryFlag& flag, const std::vector<std::string>& given);

/// Whether the flag gives one element of a list of messages, as `--child` does.
[[nodiscard]] bool is_one_of_list(const EntryFlag& flag);

}  // namespace reviewctl
