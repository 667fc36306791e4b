#include "tests/http/meeting_support.hpp"
#include "tests/http/sight_support.hpp"

/// What the agenda of a meeting tells of a case that somebody does not see.
namespace review::service_test {
namespace {

/// A meeting over two cases, of which cora, a coordinator, sees only the second.
struct Agenda {
  Practice practice;
  std::string hidden = practice.notified_case();
  std::string open = practice.notified_case();
  std::string meeting = call_meeting(practice, {hidden, open}, "2026-01-15");
  HttpCaller cora = practice.daemon.coordinator("cora");

  Agenda() { practice.add(hidden, conflict_of("cora", "EXCLUDED")); }
};

TEST_CASE("A hidden case that is on the agenda is as one that there is not", "[service]") {
  Agenda agenda;
  const auto entries = "/v1/meetings/" + agenda.meeting + "/entries";
  const std::vector<std::string> wishes = {
      R"({"agendaItemAdded":{"item":{"title":"x","case":"CASE"}}})",
      R"({"agendaItemAdded":{"item":{"title":"x","item":"CASE","case":"CASE"}}})",
      R"({"agendaItemAdded":{"item":{"title":"x","item":"CASE"}}})",
      R"({"meetingCalled":{"title":"x","heldOn":"2026-01-20","items":[{"title":"x","case":"CASE"}]}})",
      R"({"meetingCalled":{"title":"x","heldOn":"2026-01-20","items":[{"title":"x","item":"CASE"}]}})"};
  for (const auto& wish : wishes) {
    for (const auto* query : {"", "?validateOnly=true"}) {
      INFO(wish << query);
      const auto sent = [&](const std::string& to, const std::string& reference) {
        auto body = wish;
        for (auto at = body.find("CASE"); at != std::string::npos; at = body.find("CASE")) {
          body.replace(at, 4, reference);
        }
        auto answer = agenda.cora.post(to + query, body);
        return std::to_string(answer.status) + answer.code() + answer.text("/detail") +
               answer.text("/violations/0/pointer");
      };
      CHECK(sent(entries, agenda.hidden) == sent(entries, "26-9999"));
      CHECK(sent("/v1/meetings", agenda.hidden) == sent("/v1/meetings", "26-9999"));
    }
  }
  CHECK(agenda.cora
            .post(entries, fmt::format(R"({{"agendaItemAdded":{{"item":{{"title":"x","case":"{}"}}}}}})", agenda.open))
            .code() == "already-recorded");
}

}  // namespace
}  // namespace review::service_test
