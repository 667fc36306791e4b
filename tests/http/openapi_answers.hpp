#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <map>
#include <regex>
#include <string>

#include "tests/http/openapi_written.hpp"
#include "tests/http/service_support.hpp"

/// Asks a service everything, so that tests/openapi/lint can compare the answers with the document.
namespace review::service_test {

namespace json = boost::json;

/// Answers, each with the operation that gave it.
class Answers {
 public:
  HttpAnswer keep(const std::string& operation, HttpAnswer answer) {
    json::object headers;
    for (const char* name : {"Content-Type", "X-Request-Id", "ETag", "Location", "Allow", "Retry-After",
                             "WWW-Authenticate", "Cache-Control"}) {
      if (auto value = answer.header(name); !value.empty()) headers[name] = std::move(value);
    }
    const bool is_json = answer.header("Content-Type").find("json") != std::string::npos &&
                         answer.header("Content-Type").find("ndjson") == std::string::npos;
    kept_.push_back(json::object{{"operation", operation},
                                 {"status", answer.status},
                                 {"headers", std::move(headers)},
                                 {"body", is_json ? answer.json() : json::value(json::string(answer.body))}});
    return answer;
  }

  [[nodiscard]] std::string text() const { return json::serialize(kept_); }

 private:
  json::array kept_;
};

void ask_for_tokens(Answers& answers, const Daemon& daemon);
void ask_for_accounts(Answers& answers, const Daemon& daemon);
void ask_for_ways_in(Answers& answers);
void ask_who_saw(Answers& answers, const Daemon& daemon, const std::string& id);
void ask_to_find(Answers& answers, HttpCaller& caller);
void ask_for_drafts(Answers& answers, HttpCaller& caller);
void ask_for_meetings(Answers& answers, Practice& practice);
void ask_for_programmes(Answers& answers, Practice& practice);
void ask_about_returns(Answers& answers, Practice& practice);
void ask_about_alerts(Answers& answers, Practice& practice);
void ask_about_due_days(Answers& answers, Practice& practice);
void ask_for_notices(Answers& answers, Practice& practice);
void ask_to_rehearse(Answers& answers, Practice& practice);
void ask_for_two_people(Answers& answers, const Daemon& daemon);
void ask_to_settle(Answers& answers, const Practice& practice);
void ask_to_take_and_erase(Answers& answers, Practice& practice);
/// What is asked of a spreadsheet of past cases, in a service of its own.
void ask_for_the_past(Answers& answers);
/// Chronologies and the papers of a meeting, in a service of its own.
void ask_for_chronologies(Answers& answers);
void ask_for_webhooks(Answers& answers, Practice& practice);
void ask_for_scrutiny(Answers& answers, Practice& practice);
void ask_about_publication(Answers& answers, Practice& practice);
void ask_about_learning(Answers& answers, Practice& practice);
void ask_about_actions(Answers& answers, Practice& practice);
void ask_about_plans(Answers& answers, Practice& practice);
void ask_about_evidence(Answers& answers, Practice& practice);

}  // namespace review::service_test
