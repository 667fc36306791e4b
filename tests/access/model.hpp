#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// Who may see and do what, once more: written from the words of the issue, of the contract and of the statute of access
// (roles give verbs, relations give cases, an exclusion beats every grant), from nothing of ours, and as plainly as can
// be. What the service answers is compared with it.

namespace review::access_test {

/// An entry of a case, as far as access asks about it.
struct ToldEntry {
  std::string id;
  std::string kind;  ///< `noteAdded`
  std::vector<std::string> agencies{};
  std::string person{};
  std::string meeting{};  ///< whose item it belongs to
  std::string document{};
};

struct ToldMember {
  std::string person;
  std::string agency;
  std::string from;   ///< ISO days
  std::string until;  ///< empty for open
};

struct ToldConflict {
  std::string person;
  std::string managed;
  std::string meeting{};  ///< empty for the whole case
};

/// What happened in a case, each in its order.
struct ToldCase {
  std::string reference;
  std::vector<ToldEntry> entries{};
  std::vector<ToldMember> members{};
  std::vector<ToldConflict> conflicts{};
  std::set<std::string> asked{};   ///< agencies that a summary was asked of
  std::set<std::string> shared{};  ///< agencies whose summary was shared with the panel
  bool sealed = false;
  std::set<std::string> list{};  ///< of a sealed case
};

/// Somebody with a token.
struct Asking {
  std::string person;
  std::string role;
  std::string agency{};                          ///< that the token speaks for
  std::set<std::string> scopes{};                ///< empty: all that the role may
  std::optional<std::set<std::string>> cases{};  ///< nothing: not narrowed
  bool dead = false;                             ///< revoked, or its person is shut out
  std::set<std::string> opened{};                ///< cases that the person opened in an emergency
};

/// A row of `asks.tsv`.
struct RouteRule {
  std::string method;
  std::string pattern;
  std::string about;
  std::set<std::string> scopes;
  std::set<std::string> roles;
};

[[nodiscard]] const std::vector<RouteRule>& route_rules();
/// Throws where there is none.
[[nodiscard]] const RouteRule& route_rule(std::string_view method, std::string_view pattern);

/// Whether the case is there for somebody on a day.
[[nodiscard]] bool ought_to_see(const Asking& who, const ToldCase& of, const std::string& day);
/// Whether a conflict of interest keeps a person out of the case, or of an item of it: then it is not there.
[[nodiscard]] bool is_kept_out(const ToldCase& of, const std::string& person);
/// Whether an entry of a case that is there for them is.
[[nodiscard]] bool ought_to_read(const Asking& who, const ToldCase& of, const ToldEntry& entry, const std::string& day);
/// Whether they may record such an entry in a case that is there for them.
[[nodiscard]] bool ought_to_record(const Asking& who, const ToldCase& of, const ToldEntry& entry,
                                   const std::string& day);
/// Whether they may know of a date of the case: everybody of all, an agency contact of what the own agency owes.
[[nodiscard]] bool ought_to_know_date(const Asking& who, const ToldCase& of, const std::string& clock,
                                      const std::string& day);

/// 401, 403, 404; or 200, which stands for whatever comes after access.
[[nodiscard]] int ought_to_answer(const Asking& who, const RouteRule& route, const ToldCase* of,
                                  const std::string& day);

}  // namespace review::access_test
