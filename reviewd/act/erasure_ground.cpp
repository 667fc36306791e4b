#include "reviewd/act/erasure_ground.hpp"

#include <algorithm>
#include <sstream>

namespace reviewd {

const std::vector<ErasureGround>& erasure_grounds() {
  static const std::vector<ErasureGround> all = {
      {"retention-over", "The time for keeping it is over", "UK GDPR, articles 5(1)(e) and 17(1)(a)"},
      {"request-upheld", "Somebody objected to its being kept, and is right", "UK GDPR, articles 17(1)(c) and 21"},
      {"unlawful", "It should never have been recorded", "UK GDPR, article 17(1)(d)"},
      {"ordered", "A court or the Information Commissioner orders it", "UK GDPR, article 17(1)(e)"}};
  return all;
}

const ErasureGround* find_erasure_ground(std::string_view name) {
  const auto found = std::find_if(erasure_grounds().begin(), erasure_grounds().end(),
                                  [&](const ErasureGround& one) { return one.name == name; });
  return found == erasure_grounds().end() ? nullptr : &*found;
}

std::string joined(const std::set<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : " ") + name;
  return text;
}

std::set<std::string> parted(const std::string& names) {
  std::set<std::string> all;
  std::istringstream in(names);
  for (std::string name; in >> name;) all.insert(name);
  return all;
}

}  // namespace reviewd
