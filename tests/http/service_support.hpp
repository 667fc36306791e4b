#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/daemon.hpp"

/// A real service with a practice store, or a real one if that is wished, and cases brought to where a test begins.
namespace review::service_test {

using test::Daemon;
using test::DaemonWish;
using test::HttpAnswer;
using test::HttpCaller;
using test::HttpFields;
using test::says;

/// An incident of Friday 2 January 2026, of which the authority knew on Monday 5 January.
inline const std::string incident =
    R"({"incidentLogged":{"incidentOn":"2026-01-02","localAuthorityAwareOn":"2026-01-05","harm":"SERIOUS_HARM",)"
    R"("abuseOrNeglect":"SUSPECTED","children":[{"pseudonym":"Child A","ageYears":7}],"occurredIn":"sandwell"}})";
inline const std::string note = R"({"noteAdded":{"text":"An invented note."}})";
inline const std::string notify =
    R"({"notificationDecided":{"decision":"NOTIFY","reasons":"Invented.","criteria":[)"
    R"({"criterion":"abuse-or-neglect","met":"YES"},{"criterion":"died-or-seriously-harmed","met":"YES"},)"
    R"({"criterion":"area-or-residence","met":"YES"}]}})";
inline const std::string notified = R"({"panelNotified":{"reference":"SIN-EXAMPLE-1"}})";

/// The partners' decision with every criterion answered.
[[nodiscard]] std::string decided(const std::string& outcome, const std::string& meeting = "");
[[nodiscard]] std::string signed_off(const std::string& body);
[[nodiscard]] std::string if_match(int version);

/// The texts of one field of a list's elements, in order.
[[nodiscard]] std::vector<std::string> texts(const HttpAnswer& answer, const std::string& list,
                                             const std::string& field);

class Practice {
 public:
  explicit Practice(DaemonWish wish = {});  ///< a real store has the day of today

  void day(const std::string& iso);
  /// Opens a case and gives its reference.
  std::string open(const std::string& body = incident);
  /// Records an entry with the case's version in If-Match; the answer is the entry, which must have been taken.
  boost::json::object add(const std::string& case_id, const std::string& body);
  /// The same, and whatever comes back.
  HttpAnswer send(const std::string& case_id, const std::string& body);
  /// Sends an entry that must be refused with this code, and finds nothing stored. Gives the problem.
  HttpAnswer refused(const std::string& case_id, const std::string& body, const std::string& code,
                     const std::string& pointer = "", const std::string& cites = "");

  [[nodiscard]] boost::json::object show(const std::string& case_id);
  [[nodiscard]] std::string stage(const std::string& case_id);
  [[nodiscard]] int version(const std::string& case_id);
  /// How many entries the log has.
  [[nodiscard]] std::int64_t size();
  /// `RUNNING 2026-01-12` of a clock.
  [[nodiscard]] std::string clock(const std::string& case_id, const std::string& clock, const std::string& as_at = "");

  /// A case that is notified on 7 January 2026.
  std::string notified_case();
  /// The same, decided to be an LCSPR on 21 January and submitted on 26 January.
  std::string submitted_case();
  /// The same, commissioned on 2 February, and its report accepted on 1 June 2026.
  std::string accepted_case();
  /// The report of review-1 is checked for names and that is recorded: of this document, which the service looks
  /// through, or of what is kept elsewhere.
  void check_report(const std::string& case_id, const std::string& document = "");
  /// Two cases of one review, whose report may be published today, 15 June 2026: the first of them leads.
  std::pair<std::string, std::string> cases_of_one_review();

  Daemon daemon;
  HttpCaller coordinator;
};

}  // namespace review::service_test
