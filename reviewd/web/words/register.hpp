#pragma once

#include <boost/json/value.hpp>
#include <map>
#include <string>

namespace reviewd {

/// What the register calls the agencies and their contacts, what the partnership calls its groups, and what people who
/// sign in are called. The record names
/// them by short names; a page shows these.
class Register {
 public:
  /// Knows nobody: each has the short name, written out.
  Register() = default;
  /// From the API's list of agencies, and from its list of people.
  explicit Register(const boost::json::value& agencies, const boost::json::value& people = {});

  /// A group of the partnership: `Quality subgroup` for `SUBGROUP`. What the register calls so keeps its name.
  void add_group(const std::string& group, const std::string& title) { agencies_.emplace(group, title); }

  /// `Westmoor Police` for `police-west`. A body of the law has its own name where the register has none of it:
  /// `Police` for `POLICE`.
  [[nodiscard]] std::string agency(const std::string& agency) const;
  /// A local authority: `Stoke-on-Trent City Council` where it is registered, else the place, `Stoke on Trent`.
  [[nodiscard]] std::string authority(const std::string& authority) const;
  /// `B Jones, Westmoor Police` for a contact, also behind `people/`; `Asha Verma` for somebody whose account has a
  /// name; somebody else by the short name.
  [[nodiscard]] std::string person(const std::string& person) const;
  [[nodiscard]] bool knows(const std::string& agency) const { return agencies_.contains(agency); }

 private:
  std::map<std::string, std::string> agencies_;
  std::map<std::string, std::string> contacts_;
  std::map<std::string, std::string> people_;
};

}  // namespace reviewd
