#pragma once

#include <string>
#include <vector>

#include "reviewd/documents/zip_file.hpp"
#include "reviewd/http/multipart.hpp"
#include "tests/http/service_support.hpp"

/// Chronologies of invented agencies, and how they are sent.
namespace review::service_test {

inline const std::string hospital_rows =
    "Date,Time,Event,Analysis,Seen by\n"
    "4/3/2025,2.30pm,Seen at the clinic with a cough,=HYPERLINK(\"x\"),Dr B\n"
    "about June 2025,,Not brought to a follow-up,,\n"
    "10/12/2025,,Midwife visited home and weighed the baby,,\n";
inline const std::string police_rows =
    "Date,Event\n"
    "12/12/2025,Midwife visited home and weighed the baby\n";

inline HttpAnswer send_chronology(HttpCaller& caller, const std::string& case_id, const std::string& agency,
                                  const std::string& rows) {
  std::vector<reviewd::MultipartPart> parts{{"file", "table.csv", "", rows}, {"agency", std::nullopt, "", agency}};
  return caller.post("/v1/cases/" + case_id + "/chronology", reviewd::write_multipart("invented-boundary", parts),
                     {{"Content-Type", "multipart/form-data; boundary=invented-boundary"}});
}

/// Sends a table, which must be read, and records it.
inline HttpAnswer record_chronology(HttpCaller& caller, const std::string& case_id, const std::string& agency,
                                    const std::string& rows) {
  const auto sent = send_chronology(caller, case_id, agency, rows);
  INFO(sent.body);
  REQUIRE(sent.status == 200);
  return caller.post("/v1/chronologyTables/" + sent.text("/table") + ":record", "");
}

/// What an OpenDocument text holds.
inline std::string words_of_text(const std::string& odt) {
  const auto members = reviewd::read_zip(odt);
  if (!members) return {};
  for (const auto& one : *members) {
    if (one.name == "content.xml") return reviewd::unpacked(odt, one, 8UL * 1024 * 1024).value_or("");
  }
  return {};
}

}  // namespace review::service_test
