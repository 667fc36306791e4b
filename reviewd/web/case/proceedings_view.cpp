#include "reviewd/web/case/proceedings_view.hpp"

#include <fmt/format.h>

#include <map>
#include <string>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/case/proceedings_steps_view.hpp"
#include "reviewd/web/words/case_words.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/fact_item.hpp"
#include "reviewd/web/words/joined_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string choices(const json::value& of, std::string_view member, std::string_view type) {
  return joined_words(of, member, [type](const std::string& one) { return choice_words(type, one); });
}

/// `Proceedings 1`, `Order 1`; what a step before publication is called where it is one.
std::string dependency_words(const json::value& one, const std::string& own) {
  const auto kind = text_in(one, "kind");
  const auto name = text_in(one, "name");
  if (kind == "ANOTHER_CASE") return "Another case of this review";
  if (kind == "ACCEPTANCE") return "The partners accept the report";
  if (const auto title = text_in(one, "title"); !title.empty()) return practice_words(title);
  const auto words = kind == "APPEAL" ? "Appeal in " + name_words(name) : name_words(name);
  const auto of_case = text_in(one, "case");
  return of_case == own ? words : fmt::format("{}, in case {}", words, of_case);
}

/// Where somebody does something about it; empty where that is another case's, or stands on this page.
std::string dependency_address(const json::value& one, const std::string& own, const std::string& review) {
  if (text_in(one, "case") != own) return {};
  const auto kind = text_in(one, "kind");
  const auto at = "/cases/" + percent_encoded(own);
  if (kind == "EMBARGO") return at + "/embargoes/" + percent_encoded(text_in(one, "name"));
  if (kind != "PREPARATION" && kind != "ADVANCE_COPY") return {};
  return at + "/reviews/" + percent_encoded(review) + "/publication";
}

std::string dependency_day(const json::value& one) {
  const auto day = text_in(one, "day");
  if (day.empty()) return flag_in(one, "holds") ? "No day is known" : "To be done";
  return flag_in(one, "notBefore") ? "Not before " + day_words(day) : day_words(day);
}

json::array forecasts(const json::value& map) {
  const auto own = text_in(map, "case");
  json::array all;
  for (const auto& one : list_in(map, "forecasts")) {
    json::array depends_on;
    for (const auto& dependency : list_in(one, "dependsOn")) {
      const json::value slipped = object_in(dependency, "slipped");
      depends_on.push_back(json::object{{"what", dependency_words(dependency, own)},
                                        {"address", shown(dependency_address(dependency, own, text_in(one, "review")))},
                                        {"day", dependency_day(dependency)},
                                        {"why", practice_words(text_in(dependency, "why"))},
                                        {"slipped", slipped_words(slipped)}});
    }
    const auto day = text_in(one, "day");
    all.push_back(json::object{{"review", name_words(text_in(one, "review"))},
                               {"forecastDay", day.empty() ? "" : day_words(day)},
                               {"says", practice_words(text_in(one, "says"))},
                               {"hasDepends", !depends_on.empty()},
                               {"dependsOn", std::move(depends_on)}});
  }
  return all;
}

json::array proceedings_rows(const json::value& mapped, const json::value& of, const Register& known) {
  FactItem item("");
  const bool open = flag_in(of, "open");
  item.say("Stand", open ? "Open" : "Ended");
  item.say("Hold the report", !open ? "" : flag_in(of, "holdsPublication") ? "Yes, until they end" : "No");
  item.say("On whose advice, or why", text_in(mapped, "advice"))
      .say("Also hold", choices(of, "alsoHolds", "HeldMatter"))
      .say("Who is asked", known.agency(text_in(of, "askedOf")))
      .say("Contact", text_in(mapped, "contact"))
      .day("Last heard on", of, "heardOn");
  if (const int weeks = number_in(of, "askEveryWeeks"); weeks > 0)
    item.say("Asked", weeks == 1 ? "Every week" : fmt::format("Every {} weeks", weeks));
  item.day("Ask again on", of, "nextCheckOn").day("Expected to end", of, "expectedEnd");
  item.day("Ended on", of, "concludedOn")
      .say("Was abuse or neglect found?", choice_words("FactFinding", text_in(of, "finding")))
      .day("Last day for an appeal", of, "appealUntil");
  if (const int times = number_in(of, "reopened"); times > 0)
    item.say("Reopened", counted_words(times, "time", "times"));
  return item.rows();
}

json::object proceedings_block(const json::value& mapped, const Register& known, const std::string& address,
                               bool may_record) {
  const json::value of = object_in(mapped, "proceedings");
  const json::value slipped = object_in(mapped, "endSlipped");
  const auto name = text_in(of, "proceedings");
  auto slips = slip_rows(of, "endSlips");
  const bool may_ask = may_record && flag_in(of, "open");
  const auto update = address + "/add/proceedingsUpdated?proceedingsUpdated.proceedings=" + percent_encoded(name);
  auto steps = step_rows(mapped, may_ask ? update : std::string());
  return {{"proceedings", name},
          {"heading", fmt::format("{}: {}", name_words(name), choice_words("ProceedingsKind", text_in(of, "kind")))},
          {"rows", proceedings_rows(mapped, of, known)},
          {"hasSteps", !steps.empty()},
          {"steps", std::move(steps)},
          {"hasEndSlips", !slips.empty()},
          {"endSlips", std::move(slips)},
          {"endSlipped", slipped_words(slipped)},
          {"mayAsk", may_ask},
          {"update", update}};
}

json::array orders(const json::value& of_case) {
  json::array all;
  for (const auto& one : list_in(of_case, "courtOrders")) {
    const json::value order = object_in(one, "order");
    FactItem item(name_words(text_in(order, "order")));
    item.say("Court", text_in(one, "court"))
        .say("Kind", text_in(one, "kind"))
        .say("Forbids", text_in(one, "binds"))
        .yes("Binding today", order, "binding")
        .yes("Allows an anonymised report", order, "permitsAnonymised")
        .say("On whose advice", text_in(one, "advice"))
        .day("Since", order, "since")
        .day("Ends on", order, "endsOn");
    all.push_back(item.made());
  }
  return all;
}

json::array embargoes(const json::value& of_case, const std::string& address) {
  json::array all;
  for (const auto& one : list_in(of_case, "embargoes")) {
    const auto name = text_in(one, "embargo");
    const bool lifted = flag_in(one, "lifted");
    const auto again = text_in(one, "reviewOn");
    all.push_back(json::object{{"embargo", name_words(name)},
                               {"address", address + "/embargoes/" + percent_encoded(name)},
                               {"covers", choices(one, "covers", "Covered")},
                               {"standing", lifted          ? "Lifted"
                                            : again.empty() ? "In force"
                                                            : "In force. To be looked at by " + day_words(again)}});
  }
  return all;
}

json::array warnings(const json::value& of_case) {
  json::array all;
  for (const auto& one : list_in(of_case, "warnings")) {
    const auto name = text_in(one, "name");
    all.push_back(
        json::object{{"about", name.empty() ? "" : name_words(name)}, {"why", practice_words(text_in(one, "why"))}});
  }
  return all;
}

json::object case_block(const json::value& of_case, const std::string& own, const Register& known, bool may_record) {
  const auto reference = text_in(of_case, "case");
  const auto address = "/cases/" + percent_encoded(reference);
  const bool is_own = reference == own;
  json::array proceedings;
  for (const auto& one : list_in(of_case, "proceedings"))
    proceedings.push_back(proceedings_block(one, known, address, may_record && is_own));
  auto all_orders = orders(of_case);
  auto all_embargoes = embargoes(of_case, address);
  auto all_warnings = warnings(of_case);
  const bool nothing = proceedings.empty() && all_orders.empty() && all_embargoes.empty() && all_warnings.empty();
  return {
      {"caseHeading", is_own ? std::string("This case")
                             : fmt::format("Case {}: {}", reference, pseudonym_words(list_in(of_case, "pseudonyms")))},
      {"elsewhereAddress", is_own ? "" : address + "/proceedings"},
      {"proceedings", std::move(proceedings)},
      {"hasOrders", !all_orders.empty()},
      {"orders", std::move(all_orders)},
      {"hasEmbargoes", !all_embargoes.empty()},
      {"embargoes", std::move(all_embargoes)},
      {"hasWarnings", !all_warnings.empty()},
      {"warnings", std::move(all_warnings)},
      {"finding", choice_words("FactFinding", text_in(of_case, "finding"))},
      {"nothing", nothing}};
}

}  // namespace

View proceedings_view(const json::value& map, const Register& known, bool may_record) {
  View view;
  const auto own = text_in(map, "case");
  json::array cases;
  for (const auto& one : list_in(map, "cases")) cases.push_back(case_block(one, own, known, may_record));
  auto all = forecasts(map);
  view["title"] = "Proceedings and what holds the report";
  view["hasForecasts"] = !all.empty();
  view["forecasts"] = std::move(all);
  view["cases"] = std::move(cases);
  view["elsewhere"] = flag_in(map, "elsewhere");
  view["version"] = std::to_string(number_in(map, "version"));
  view["held"] = !list_in(map, "holds").empty();
  view["mayRecord"] = may_record;
  view["asOf"] = day_words(text_in(map, "asOf"));
  return view;
}

}  // namespace reviewd
