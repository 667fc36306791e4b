#pragma once

#include <string>

#include "reviewd/settings/partnership_settings.hpp"

namespace reviewd {

/// A value for people: `Local authority, Police`; `On`; a file of rules is not spelt out. Says so where there is none.
[[nodiscard]] std::string setting_words(const PartnershipSetting& setting, const std::string& value);

/// A value as the form offers it to be changed: the bodies of the law by their names.
[[nodiscard]] std::string setting_to_type(const PartnershipSetting& setting, const std::string& value);
/// What was typed, as the API takes it: the names of the bodies of the law become `LOCAL_AUTHORITY`; what is none of
/// them stays as it is.
[[nodiscard]] std::string setting_typed(const PartnershipSetting& setting, const std::string& typed);

}  // namespace reviewd
