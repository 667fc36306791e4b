#include "reviewd/web/words/register.hpp"

#include <boost/json/array.hpp>

#include "reviewd/base/short_name_words.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/screen_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// References come back behind their collection.
std::string bare(const std::string& reference) {
  const auto slash = reference.find('/');
  return slash == std::string::npos ? reference : reference.substr(slash + 1);
}

}  // namespace

Register::Register(const json::value& agencies, const json::value& people) {
  for (const auto& agency : list_in(agencies, "agencies")) {
    const auto name = text_in(agency, "name");
    agencies_[text_in(agency, "agency")] = name;
    for (const auto& contact : list_in(agency, "contacts")) {
      contacts_[text_in(contact, "contact")] = text_in(contact, "name") + ", " + name;
    }
  }
  for (const auto& person : list_in(people, "people")) {
    if (auto name = text_in(person, "name"); !name.empty()) people_[bare(text_in(person, "person"))] = std::move(name);
  }
}

std::string Register::agency(const std::string& agency) const {
  const auto found = agencies_.find(bare(agency));
  return found == agencies_.end() ? agency_words(bare(agency)) : found->second;
}

std::string Register::authority(const std::string& authority) const {
  const auto found = agencies_.find(bare(authority));
  return found == agencies_.end() ? place_words(bare(authority)) : found->second;
}

std::string Register::person(const std::string& person) const {
  const auto name = person_words(person);
  if (const auto found = contacts_.find(name); found != contacts_.end()) return found->second;
  const auto called = people_.find(name);
  return called == people_.end() ? name : called->second;
}

}  // namespace reviewd
