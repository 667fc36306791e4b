#include "reviewd/web/words/two_people_words.hpp"

#include <map>
#include <sstream>

#include "reviewd/act/erasure_ground.hpp"

namespace reviewd {

std::string field_class_words(const std::string& name) {
  static const std::map<std::string, std::string> words = {
      {"pseudonyms", "The made-up names of children"},
      {"identifiers", "Names, dates of birth and NHS numbers"},
      {"placement-addresses", "Where children live, are placed and go to school"},
      {"health", "Injuries, disability and cause of death"},
      {"background", "Sex, ethnicity, faith, language and legal status"},
      {"documents", "Titles of documents, without what is in them"},
      {"free-text", "What people wrote in their own words"}};
  const auto found = words.find(name);
  return found == words.end() ? name : found->second;
}

std::string field_classes_words(const std::string& names) {
  std::string all;
  std::istringstream in(names);
  for (std::string name; in >> name;) all += (all.empty() ? "" : "\n") + field_class_words(name);
  return all;
}

std::string erasure_ground_words(const std::string& ground) {
  const auto* row = find_erasure_ground(ground);
  return row == nullptr ? ground : std::string(row->words);
}

}  // namespace reviewd
