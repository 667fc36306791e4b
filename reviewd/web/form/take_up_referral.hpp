#pragma once

#include <string>

#include "reviewd/web/form/form_page.hpp"
#include "reviewd/web/frame/ask.hpp"

namespace reviewd {

/// Where the new case of a referral begins: the choice of what it begins with.
[[nodiscard]] std::string referral_address(const std::string& programme, const std::string& entry);

/// Fills the form of a new case with what may be carried over from the referral that it takes up: why it needs
/// more. No text comes by the address. False where the visitor sees no such referral, or it has its case.
[[nodiscard]] bool seed_from_referral(EntryForm& form);

/// Ties the case that was opened to the referral that its form takes up; good where it takes up none. Where the
/// referral was taken up meanwhile, the answer says which case was opened and what to do.
[[nodiscard]] ApiAnswer tell_referral(const EntryForm& form, const std::string& case_id);

}  // namespace reviewd
