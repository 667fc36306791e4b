#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "tests/http/service_support.hpp"

namespace review::service_test {

/// Calls a meeting over some cases, and one other item; gives its reference.
inline std::string call_meeting(Practice& practice, const std::vector<std::string>& cases, const std::string& held_on) {
  std::string items;
  for (const auto& id : cases) items += fmt::format(R"({{"title":"About {}","case":"{}"}},)", id, id);
  const auto answer = practice.coordinator.post(
      "/v1/meetings", fmt::format(R"({{"meetingCalled":{{"title":"Panel","heldOn":"{}","chair":"cleo","items":[{})"
                                  R"({{"title":"Matters arising"}}],"invited":[{{"person":"pat","agency":"POLICE"}},)"
                                  R"({{"person":"lee","agency":"INTEGRATED_CARE_BOARD"}}]}}}})",
                                  held_on, items));
  INFO(answer.body);
  REQUIRE(answer.status == 201);
  return answer.text("/meeting");
}

inline const std::string everybody =
    R"({"attendanceRecorded":{"attendance":[{"agency":"LOCAL_AUTHORITY","person":"cleo"},)"
    R"({"agency":"POLICE","person":"pat"},{"agency":"INTEGRATED_CARE_BOARD","person":"lee"}]}})";

/// Records in a meeting what must be taken.
inline HttpAnswer add_to(HttpCaller& caller, const std::string& meeting, const std::string& body) {
  auto answer = caller.post("/v1/meetings/" + meeting + "/entries", body);
  INFO(body << "\n" << answer.body);
  REQUIRE(answer.status == 201);
  return answer;
}

/// The kinds of a case's entries, oldest first, each with its JSON.
inline std::vector<boost::json::object> entries_of(Practice& practice, const std::string& id, const std::string& kind) {
  std::vector<boost::json::object> found;
  const auto listed = practice.coordinator.get("/v1/cases/" + id + "/entries?pageSize=200").json();
  for (const auto& entry : listed.at("entries").as_array()) {
    if (entry.as_object().contains(kind)) found.push_back(entry.at(kind).as_object());
  }
  return found;
}

}  // namespace review::service_test
