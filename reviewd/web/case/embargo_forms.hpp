#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "reviewd/http/request.hpp"
#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// What an embargo's forms are made of.
struct EmbargoFacts {
  const boost::json::value& of_case;
  const boost::json::value& embargo;
  const boost::json::array& people;  ///< who has an account, from the API's list of people
  const Register& known;
  std::string address;      ///< of the page
  std::string condition{};  ///< what must have happened first, as another person proposed it
  std::string asked_by{};   ///< who that is, for screens
  bool may_lift = false;    ///< another person proposed to lift it, or two agreed beforehand
  std::string others{};     ///< who else may lift it, for screens
};

/// What can be done with an embargo from its page, each in one step: extend it, name readers, propose to lift it, lift
/// it. Who proposed to lift it, and may not be the second, reads who may in place of the last. `typed` is what was sent
/// before and was refused. None where it is lifted.
[[nodiscard]] std::vector<Section> embargo_forms(const EmbargoFacts& facts, const NameValues& typed);

/// The entry that the form says; null for no deed that there is.
[[nodiscard]] boost::json::value embargo_entry(const std::string& embargo, const NameValues& typed);

/// A refusal of the API with the names of the questions in place of those of the entry, in the words that the form of
/// that update has for it.
[[nodiscard]] boost::json::value at_questions(boost::json::value problem, const NameValues& typed);

}  // namespace reviewd
