#pragma once

#include <string>

#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/form_typed.hpp"

namespace reviewd {

// `takes_up` is a referral of an audit, as in EntryForm: `p26-0001/ENTRY`; empty where a case takes up none.

/// What an address says of the referral that its form takes up: `?takesUp=…`; empty where it takes up none.
[[nodiscard]] std::string referral_query(const std::string& takes_up);
/// Where the new case of a referral begins: the choice of what it begins with.
[[nodiscard]] std::string referral_address(const std::string& programme, const std::string& entry);

/// Whether a case that begins with this kind can take up a referral.
[[nodiscard]] bool can_take_up(const review::Kind& kind);
/// Whether the visitor sees such a referral, and it waits for its case.
[[nodiscard]] bool is_open_referral(const PageCall& call, const std::string& takes_up);

/// Fills the form of a new case with what may be carried over from the referral that it takes up: why it needs
/// more. No text comes by the address. False where the visitor sees no such referral, or it has its case.
[[nodiscard]] bool seed_from_referral(const PageCall& call, const std::string& takes_up, const review::Kind& kind,
                                      Typed& typed);

/// Puts into a view what the form takes up, and for the template `from_referral` whether that still waits for its case.
void put_referral(View& view, const PageCall& call, const std::string& takes_up);

/// Ties the case that was opened to the referral that its form takes up; good where it takes up none. Where the
/// referral was taken up meanwhile, the answer says which case was opened and what to do. `key` is the one of the form:
/// sent twice, it is told once.
[[nodiscard]] ApiAnswer tell_referral(const PageCall& call, const std::string& takes_up, const std::string& case_id,
                                      const std::string& key);

}  // namespace reviewd
