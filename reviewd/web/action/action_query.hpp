#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reviewd/web/form/plain_form.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// Something that a list of actions or recommendations is narrowed by on its page.
struct Narrowing {
  std::string name;   ///< of the parameter of the page
  std::string field;  ///< of the API's filter
  std::string label;
  std::vector<std::pair<std::string, std::string>> choices{};  ///< value and words; the first means all
};

/// Of how an action stands: the choice of all that are not complete.
inline constexpr std::string_view open_actions = "OPEN";

/// What the list of actions is narrowed by. Never by a person: a name does not stand in an address.
[[nodiscard]] std::vector<Narrowing> action_narrowings(const PageCall& call);
[[nodiscard]] std::vector<Narrowing> recommendation_narrowings(const PageCall& call);
/// The groups of the partnership that watch over actions; all of them first.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> group_choices(const PageCall& call);

/// `?filter=…` of the API for what the address of the page says; empty where it says nothing. What is no choice is
/// passed over.
[[nodiscard]] std::string api_filter(const PageCall& call, const std::vector<Narrowing>& narrowings);
/// `?owner=police&overdue=true` of the page itself.
[[nodiscard]] std::string page_query(const PageCall& call, const std::vector<Narrowing>& narrowings);
/// The form that narrows the list.
[[nodiscard]] PlainForm narrowing_form(const PageCall& call, const std::string& address,
                                       const std::vector<Narrowing>& narrowings);

}  // namespace reviewd
