#include "reviewd/web/case/case_people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/object.hpp>
#include <string>
#include <vector>

#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/fact_item.hpp"
#include "reviewd/web/words/meeting_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// Somebody who was added to the case, as the newest update says.
struct Member {
  std::string person;
  std::string role;
  std::string agency;
  std::string from;
  std::string until;
  std::string removed;
};

Member& member_of(std::vector<Member>& members, const std::string& person) {
  const auto found = std::ranges::find(members, person, &Member::person);
  if (found != members.end()) return *found;
  return members.emplace_back(Member{person, {}, {}, {}, {}, {}});
}

std::vector<Member> members_of(const json::array& counted) {
  std::vector<Member> members;
  for (const auto& entry : counted) {
    const json::value added = object_in(entry, "memberAdded");
    if (!added.as_object().empty()) {
      auto& member = member_of(members, text_in(added, "person"));
      member = {member.person,          text_in(added, "role"),  text_in(added, "agency"),
                text_in(added, "from"), text_in(added, "until"), {}};
    }
    const json::value removed = object_in(entry, "memberRemoved");
    if (!removed.as_object().empty())
      member_of(members, text_in(removed, "person")).removed = text_in(entry, "occurredOn");
  }
  return members;
}

std::string sees_words(const Member& member, const std::string& today) {
  if (!member.removed.empty()) return "Left the case on " + day_words(member.removed);
  if (!member.until.empty() && member.until < today) return "Saw the case until " + day_words(member.until);
  if (!member.from.empty() && member.from > today) {
    return "Sees the case from " + day_words(member.from) +
           (member.until.empty() ? "" : " until " + day_words(member.until));
  }
  return member.until.empty() ? "Sees the case, with no last day" : "Sees the case until " + day_words(member.until);
}

}  // namespace

json::array people_blocks(const json::value& of_case, const json::array& counted, const Register& known) {
  const auto today = text_in(of_case, "asOf");
  FactItem people("");
  for (const auto& member : members_of(counted)) {
    auto words = choice_words("MemberRole", member.role);
    if (!member.agency.empty()) words += (words.empty() ? "For " : " for ") + known.agency(member.agency);
    people.say(known.person(member.person), (words.empty() ? "" : words + ". ") + sees_words(member, today));
  }
  FactItem conflicts("");
  for (const auto& entry : counted) {
    const json::value declared = object_in(entry, "conflictDeclared");
    if (declared.as_object().empty()) continue;
    conflicts.say(known.person(text_in(declared, "person")),
                  fmt::format("{}, declared on {}", conflict_words(text_in(declared, "managed")),
                              day_words(text_in(entry, "occurredOn"))));
  }
  json::array blocks;
  if (!people.empty()) blocks.push_back(json::object{{"heading", "People"}, {"items", json::array{people.made()}}});
  if (!conflicts.empty()) {
    blocks.push_back(json::object{{"heading", "Conflicts of interest"}, {"items", json::array{conflicts.made()}}});
  }
  return blocks;
}

}  // namespace reviewd
