#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <charconv>

#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/json_fields.hpp"
#include "reviewd/api/record_json.hpp"
#include "reviewd/base/now.hpp"
#include "reviewd/storage/scrutiny_record.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Right;

constexpr std::size_t longest_statement = 20'000;

json::object write(const Challenge& challenge, review::Date today) {
  json::object out{{"challenge", challenge.challenge},
                   {"entry", challenge.entry},
                   {"by", "people/" + challenge.by},
                   {"text", challenge.text},
                   {"raisedOn", challenge.raised_on.iso()},
                   {"answered", challenge.answered_on.has_value()},
                   {"daysWaiting", challenge.raised_on.days_until(challenge.answered_on.value_or(today))}};
  put_record(out, challenge.case_id);
  if (challenge.answered_on) {
    out["answeredOn"] = challenge.answered_on->iso();
    out["answer"] = challenge.answer;
    out["changed"] = challenge.changed;
  }
  return out;
}

Response list_challenges(Call& call) {
  json::array challenges;
  json::array given;
  const auto record = scrutiny_record(call.storage, call.reader, call.moment);
  for (const auto& [case_id, shown] : record.entries)
    call.desk().note_entries(case_id, shown, call.reader, call.moment);
  for (const auto& challenge : record.challenges) challenges.push_back(write(challenge, call.moment.today));
  for (const auto& one : record.given) {
    json::object out{{"how", one.attended ? "ATTENDED" : "COMMENTED_AFTERWARDS"}, {"on", one.on.iso()}};
    put_record(out, one.case_id);
    if (!one.meeting.empty()) out["meeting"] = one.meeting;
    given.push_back(std::move(out));
  }
  return json_answer(200, json::object{{"challenges", challenges}, {"scrutiny", given}, {"nextPageToken", ""}});
}

/// The year of the path; nothing where it is none.
std::optional<int> year_of(const Call& call) {
  const auto text = call.path("year");
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size() || year < 2018 || year > 2100) return std::nullopt;
  return year;
}

Response no_year(const Call& call) {
  return refused(call, review::Refusal{review::Code::not_found, "There is no statement for that year."});
}

json::object statement(Call& call, int year) {
  const auto counts = counts_of(scrutiny_record(call.storage, call.reader, call.moment), year);
  json::object out{{"year", year},
                   {"text", ""},
                   {"counts", json::object{{"raised", counts.raised},
                                           {"answered", counts.answered},
                                           {"changed", counts.changed},
                                           {"waiting", counts.waiting},
                                           {"attended", counts.attended},
                                           {"commentedAfterwards", counts.commented}}}};
  json::array history;
  for (const auto& change : call.storage.settings().history(fmt::format("scrutiny-statement-{}", year))) {
    out["text"] = change.value;
    history.push_back(json::object{{"changedBy", "people/" + change.actor}, {"changed", change.time}});
  }
  out["history"] = std::move(history);
  return out;
}

Response get_statement(Call& call) {
  const auto year = year_of(call);
  return year ? json_answer(200, statement(call, *year)) : no_year(call);
}

Response write_statement(Call& call) {
  const auto year = year_of(call);
  if (!year) return no_year(call);
  const auto fields = json_fields(call, {.present = {"text"}});
  if (!fields) return refused(call, fields.error());
  const auto text = fields->text("text");
  if (text.size() > longest_statement) {
    return refused(call, review::Code::malformed, "The statement is too long: at most 20,000 characters.", "/text");
  }
  const auto kept = call.storage.settings().put(fmt::format("scrutiny-statement-{}", *year), text, call.reader.person,
                                                now(std::nullopt).now);
  if (!kept) return refused(call, kept.error());
  return json_answer(200, statement(call, *year));
}

}  // namespace

std::vector<Endpoint> scrutiny_endpoints() {
  return {
      {"GET",
       "/v1/challenges",
       "listChallenges",
       "The challenges and the scrutiny across all cases that the reader may see",
       {Right::scrutinise, Right::decide},
       Use::read,
       {},
       "",
       "ChallengeList",
       200,
       list_challenges},
      {"GET",
       "/v1/scrutiny/statements/{year}",
       "getStatement",
       "The scrutineer's statement for the yearly report, with the counts of that year",
       {Right::scrutinise, Right::decide},
       Use::read,
       {},
       "",
       "Statement",
       200,
       get_statement},
      {"POST",
       "/v1/scrutiny/statements/{year}",
       "writeStatement",
       "Keeps a text of the statement; the earlier ones stay",
       {Right::scrutinise},
       Use::write,
       {},
       "StatementWish",
       "Statement",
       200,
       write_statement},
  };
}

}  // namespace reviewd
