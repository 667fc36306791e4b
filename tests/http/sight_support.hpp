#pragma once

#include <fmt/format.h>

#include <map>
#include <string>

#include "tests/http/service_support.hpp"

namespace review::service_test {

/// A word that stands in no answer but where it was written.
inline const std::string telltale = "marrowbone";

inline HttpCaller somebody(const Practice& practice, const std::string& person, const std::string& role) {
  return practice.daemon.caller(practice.daemon.issue(person, role));
}

inline std::string conflict_of(const std::string& person, const std::string& managed) {
  return fmt::format(R"({{"conflictDeclared":{{"person":"{}","managed":"{}"}}}})", person, managed);
}

inline std::string member_of(const std::string& person, const std::string& agency,
                             const std::string& role = "PANEL_MEMBER") {
  return fmt::format(R"({{"memberAdded":{{"person":"{}","role":"{}","agency":"{}"}}}})", person, role, agency);
}

inline std::string withdrawn(const boost::json::object& entry, const std::string& reason) {
  return fmt::format(R"({{"entryWithdrawn":{{"entry":"{}","reason":"{}"}}}})", entry.at("entry").as_string().c_str(),
                     reason);
}

/// `replacement` is the entry that counts instead.
inline std::string corrected(const boost::json::object& entry, const std::string& replacement) {
  return fmt::format(R"({{"entryCorrected":{{"entry":"{}","reason":"Invented.","replacement":{}}}}})",
                     entry.at("entry").as_string().c_str(), replacement);
}

/// An answer in which the reference that was asked for is not told apart.
inline std::string without(std::string text, const std::string& reference) {
  for (auto at = text.find(reference); at != std::string::npos; at = text.find(reference)) {
    text.replace(at, reference.size(), "CASE");
  }
  return text;
}

/// How often a person is on record as having seen what of a case.
inline std::map<std::string, int> reads_of(const Practice& practice, const std::string& case_id,
                                           const std::string& person) {
  std::map<std::string, int> count;
  auto governance = somebody(practice, "gov-reads", "information-governance");
  const auto listed = governance.get("/v1/cases/" + case_id + "/reads?pageSize=200").json();
  for (const auto& read : listed.at("reads").as_array()) {
    if (read.at("person") == boost::json::string("people/" + person)) ++count[read.at("what").as_string().c_str()];
  }
  return count;
}

}  // namespace review::service_test
