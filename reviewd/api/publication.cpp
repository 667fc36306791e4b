#include <boost/json/array.hpp>
#include <set>

#include "libreview/access/disclose_holds.hpp"
#include "libreview/alerts/owner.hpp"
#include "libreview/clocks/reading.hpp"
#include "libreview/clocks/runs.hpp"
#include "libreview/embargo/recall.hpp"
#include "libreview/embargo/warnings.hpp"
#include "libreview/embargo/wording.hpp"
#include "libreview/record/holds.hpp"
#include "libreview/record/preparations.hpp"
#include "libreview/views/find_in.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/write_message.hpp"
#include "reviewd/api/publication_endpoints.hpp"
#include "reviewd/api/published.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Right;
using review::v1::ReviewFile;

json::object preparation(std::string_view step, std::string_view clock) {
  return {{"step", step}, {"clock", clock}, {"title", ""}, {"done", false}};
}

/// What every step says, whoever does it: when it is due and how that stands.
void put_clock(json::object& step, const review::Line* line, const review::v1::CaseFile& file, const Call& call) {
  const auto& law = call.desk().law();
  const std::string clock(step.at("clock").get_string());
  if (const auto* rule = law.clock(clock)) step["title"] = rule->title;
  if (line == nullptr) return;
  const auto reading = review::read(*line, file, law, call.desk().calendar(), call.moment.today);
  step["clock"] = line->id;
  step["state"] = review::short_name_of(reading.state(), review::v1::ClockState_descriptor());
  if (!reading.due_on().empty()) step["dueOn"] = reading.due_on();
}

/// Done on that day. What was done with another version than the one that is there now is to be done again.
void put_done(json::object& step, const std::string& on, bool current) {
  if (on.empty()) return;
  step["doneOn"] = on;
  step["done"] = current;
  if (!current) step["outOfDate"] = true;
}

json::array steps_of(const review::v1::CaseFile& file, const ReviewFile& of, const Call& call) {
  const auto lines = review::runs(file, call.desk().law(), call.desk().calendar());
  const auto line_of = [&](std::string_view clock) -> const review::Line* {
    for (const auto& line : lines) {
      if (line.rule->id == clock && line.subject == of.review()) return &line;
    }
    return nullptr;
  };
  json::array steps;
  const auto* values = review::v1::PublicationStep_descriptor();
  for (int i = 1; i < values->value_count(); ++i) {
    const auto which = static_cast<review::v1::PublicationStep>(values->value(i)->number());
    const auto clock = review::clock_of(which);
    auto step = preparation(review::short_name(*values->value(i)), clock);
    for (const auto& one : of.steps()) {
      if (one.step() != which) continue;
      if (!one.owner().empty()) step["owner"] = "people/" + one.owner();
      put_done(step, one.done_on(), of.accepted() == 0 || one.version() == of.accepted());
    }
    put_clock(step, line_of(clock), file, call);
    steps.push_back(std::move(step));
  }
  auto check = preparation("REPORT_CHECK", "report-check");
  if (const auto owner = review::owner_of(file, "report-check:" + of.review()); !owner.empty())
    check["owner"] = "people/" + owner;
  put_done(check, of.rehearsed_on(), review::is_rehearsed(of));
  put_clock(check, line_of("report-check"), file, call);
  steps.push_back(std::move(check));
  auto copy = preparation("ADVANCE_COPY", "advance-copy");
  put_done(copy, of.copy_sent_on(), of.accepted() == 0 || of.copy_version() == of.accepted());
  put_clock(copy, line_of("advance-copy"), file, call);
  steps.push_back(std::move(copy));
  return steps;
}

/// What the other cases of the review mean for its publication. Those of other reviews of the case mean nothing.
struct OtherCases {
  std::vector<review::v1::CaseFile> all;
  std::set<std::string> hidden;
};

OtherCases others_of(const review::v1::CaseFile& file, const ReviewFile& of, const Call& call) {
  OtherCases others{review::reviewed_with(file, of, review::find_in(call.storage.views())), {}};
  for (const auto& one : others.all) {
    if (!call.desk().sees(one.case_(), call.reader, call.moment)) others.hidden.insert(one.case_());
  }
  return others;
}

template <class Told>
json::array written(const std::vector<Told>& told) {
  json::array all;
  for (const auto& one : told) all.push_back(review::write_message(one));
  return all;
}

/// What stands between the report and its publication, a sentence each.
json::array missing_in(bool held, const ReviewFile& of, const json::array& steps) {
  json::array missing;
  const auto add = [&](std::string_view says) { missing.push_back(json::string(says)); };
  if (of.accepted() == 0) add("The partners have not accepted a version of the report.");
  if (of.planned_on().empty()) add("No day is planned.");
  if (held) add("Something holds publication.");
  for (const auto& step : steps) {
    if (step.at("done").get_bool()) continue;
    const char* again = step.at("step") == "REPORT_CHECK"
                            ? " again: there is a newer version, or the publication was recalled."
                            : " again: it was done with an older version.";
    missing.push_back(json::string(std::string(step.at("title").get_string()) +
                                   (step.as_object().contains("outOfDate") ? again : ".")));
  }
  return missing;
}

void put_published(json::object& out, Call& call, const review::v1::CaseFile& file, const ReviewFile& of) {
  if (of.published_on().empty()) return;
  const auto say = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) out[key] = value;
  };
  const auto found = published_of(call, file, of);
  out["publishedOn"] = of.published_on();
  out["form"] = review::short_name_of(of.form(), review::v1::PublicationForm_descriptor());
  out["publishedVersion"] = of.published_version();
  say("publishedBy", of.published_by());
  say("title", found.title);
  say("address", found.address);
  say("document", of.published_document());
  if (found.until) out["keptUntil"] = found.until->iso();
  json::array despite;
  for (const auto& one : found.despite) {
    const auto* const rule = review::find_code(one.code());
    despite.push_back(json::object{{"code", one.code()},
                                   {"title", rule == nullptr ? one.code() : std::string(rule->title)},
                                   {"reasons", one.reasons()},
                                   {"authorisedBy", one.authorised_by()}});
  }
  if (!despite.empty()) out["despite"] = std::move(despite);
  say("takenDownOn", of.taken_down_on());
  say("takenDownFor", review::short_name_of(of.taken_down_for(), review::v1::TakeDownReason_descriptor()));
  const auto& partnership = call.desk().law().partnership();
  const auto until = review::recall_until(of, partnership);
  if (until && call.moment.now < *until) out["recallUntil"] = review::rfc3339(*until);
}

Response get_publication(Call& call) {
  const auto at_hand = review_at_hand(call);
  if (!at_hand) return refused(call, at_hand.error());
  const auto shown = call.desk().show(call.path("case"), call.reader, call.moment);
  if (!shown) return refused(call, shown.error());
  const auto& of = at_hand->of();
  auto steps = steps_of(at_hand->file, of, call);
  const auto others = others_of(at_hand->file, of, call);
  const auto today = call.moment.today;
  const auto holds = review::disclose(review::holds_on(at_hand->file, others.all, today), others.hidden);
  const auto warnings =
      review::disclose(review::warnings_on(at_hand->file, others.all, call.desk().law(), today), others.hidden);
  const auto wording = review::wording_for(review::finding_of(at_hand->file, others.all));
  json::object out{{"case", call.path("case")},
                   {"review", of.review()},
                   {"version", shown->version()},
                   {"accepted", of.accepted()},
                   {"out", review::is_out(of, call.desk().law().partnership(), call.moment.now)},
                   {"wording", wording.sentence},
                   {"missing", missing_in(!holds.empty(), of, steps)}};
  const auto say = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) out[key] = value;
  };
  say("acceptedOn", of.accepted_on());
  say("plannedOn", of.planned_on());
  say("declinedOn", of.declined_on());
  if (call.desk().sees(of.led_by(), call.reader, call.moment)) say("ledBy", of.led_by());
  say("delayReportedOn", of.delay_reported_on());
  say("expectedOn", of.expected_on());
  put_published(out, call, at_hand->file, of);
  out["steps"] = std::move(steps);
  out["holds"] = written(holds);
  out["warnings"] = written(warnings);
  return json_answer(200, out);
}

}  // namespace

std::vector<Endpoint> publication_endpoints() {
  std::vector<Endpoint> rows{
      {"GET",
       "/v1/cases/{case}/reviews/{review}/publication",
       "getPublication",
       "How the publication of a report stands: what is to be done before, what is missing, what "
       "is out",
       {Right::read_cases},
       Use::read,
       {},
       "",
       "PublicationStanding",
       200,
       get_publication}};
  for (const auto& part : {planner_endpoints(), register_endpoints(), bundle_endpoints()}) {
    rows.insert(rows.end(), part.begin(), part.end());
  }
  return rows;
}

}  // namespace reviewd
