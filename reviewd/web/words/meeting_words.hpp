#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "reviewd/web/words/form_offers.hpp"

namespace reviewd {

/// `Quorate: the police and the local authority were there.` or `Not quorate: nobody came for the police.`, from the
/// `quorum` of a meeting; what the rule asks for
/// before anybody was recorded.
[[nodiscard]] std::string quorum_words(const boost::json::value& meeting);

/// `Called`, `Ended`, `Will not be held`.
[[nodiscard]] std::string meeting_state_words(const std::string& state);

/// `the police`: an agency inside a sentence.
[[nodiscard]] std::string agency_in_words(const std::string& agency);

/// `the police, the board and the council`.
[[nodiscard]] std::string listed_words(const std::vector<std::string>& words);

/// For whom a chair sits who comes for no agency: the board of the partnership, which counts for no quorum of partners.
inline constexpr std::string_view chairs_for = "BOARD";

/// How a conflict of interest can be managed, with what each means.
[[nodiscard]] const std::vector<Offer>& conflict_choices();
/// `Leaves the item`: short, for a tag.
[[nodiscard]] std::string conflict_words(const std::string& managed);

}  // namespace reviewd
