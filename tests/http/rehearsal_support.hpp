#pragma once

#include <string>
#include <vector>

#include "reviewd/http/multipart.hpp"
#include "tests/http/service_support.hpp"

namespace review::service_test {

/// An incident with invented people who are named.
inline const std::string named_incident =
    R"({"incidentLogged":{"incidentOn":"2026-01-02","localAuthorityAwareOn":"2026-01-05","harm":"SERIOUS_HARM",)"
    R"("abuseOrNeglect":"SUSPECTED","children":[{"pseudonym":"Child A","ageYears":7,"name":"Odile Quillfeather",)"
    R"("bornOn":"2019-03-04","address":"12 Acacia Avenue, Northtown, NT1 2AB","school":"Oakfield Primary School"}],)"
    R"("family":[{"relation":"mother","name":"Perpetua Quillfeather"}],"occurredIn":"sandwell"}})";

/// A case of that incident whose review is under way: review-1.
inline std::string reviewed_case(Practice& practice) {
  practice.day("2026-01-05");
  const auto id = practice.open(named_incident);
  practice.day("2026-01-07");
  practice.add(id, notified);
  practice.day("2026-01-21");
  practice.add(id, decided("LCSPR"));
  practice.add(id, R"({"reviewCommissioned":{"review":"review-1","reviewers":["reviewer-oak"]}})");
  return id;
}

/// Files a document, or the next version of one, and gives its name.
inline std::string filed(Practice& practice, const std::string& id, const std::string& content, const std::string& name,
                         const std::string& document = "") {
  std::vector<reviewd::MultipartPart> parts{{"title", std::nullopt, "", "Report"},
                                            {"file", name, "application/octet-stream", content}};
  if (!document.empty()) parts.push_back({"document", std::nullopt, "", document});
  const auto form = reviewd::write_multipart("invented", parts);
  const auto answer = practice.coordinator.post("/v1/cases/" + id + "/documents", form,
                                                {{"Content-Type", "multipart/form-data; boundary=invented"}});
  INFO(answer.body);
  REQUIRE(answer.status == 201);
  return answer.text("/document");
}

inline std::string rehearse_address(const std::string& id, const std::string& review = "review-1") {
  return "/v1/cases/" + id + "/reviews/" + review + ":rehearse";
}

}  // namespace review::service_test
