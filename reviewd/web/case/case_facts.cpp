#include "reviewd/web/case/case_facts.hpp"

#include <fmt/format.h>

#include <string>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/fact_item.hpp"
#include "reviewd/web/words/joined_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string covered_words(const std::string& covered) { return choice_words("Covered", covered); }

std::string people_words(const json::value& from, std::string_view member, const Register& known) {
  return joined_words(from, member, [&](const std::string& one) { return known.person(one); });
}

json::object decision(const json::value& of, const Register& known) {
  const auto outcome = choice_words("Outcome", text_in(of, "outcome"));
  const auto referral = choice_words("ReferralOutcome", text_in(of, "referral"));
  const auto notification = choice_words("NotificationDecision", text_in(of, "notification"));
  FactItem item(!outcome.empty() ? outcome : !referral.empty() ? referral : notification);
  item.day("Decided on", of, "decidedOn").say("Decided by", people_words(of, "decidedBy", known));
  return item.made();
}

json::array decisions(const json::value& of_case, const Register& known) {
  json::array all;
  const json::value of = object_in(of_case, "decision");
  if (of.as_object().empty()) return all;
  all.push_back(decision(of, known));
  for (const auto& earlier : list_in(of, "earlier")) all.push_back(decision(earlier, known));
  return all;
}

json::array panel(const json::value& of_case) {
  const json::value view = object_in(of_case, "panelView");
  if (view.as_object().empty()) return {};
  FactItem item(choice_words("PanelView", text_in(view, "view")));
  item.day("On", view, "on");
  return {item.made()};
}

json::array reviews(const json::value& of_case, const Register& known) {
  json::array all;
  for (const auto& review : list_in(of_case, "reviews")) {
    FactItem item(
        fmt::format("{}: {}", name_words(text_in(review, "review")), choice_words("Outcome", text_in(review, "kind"))));
    item.say("Reviewers", people_words(review, "reviewers", known))
        .day("Commissioned on", review, "commissionedOn")
        .day("Report accepted on", review, "acceptedOn")
        .say("Led by case", text_in(review, "ledBy"))
        .say("Also covers cases", joined_words(review, "joinsCases"));
    all.push_back(item.made());
  }
  return all;
}

json::array proceedings(const json::value& of_case) {
  json::array all;
  for (const auto& one : list_in(of_case, "proceedings")) {
    FactItem item(fmt::format("{}: {}", name_words(text_in(one, "proceedings")),
                              choice_words("ProceedingsKind", text_in(one, "kind"))));
    item.yes("Open", one, "open")
        .yes("Holds publication", one, "holdsPublication")
        .day("Opened on", one, "openedOn")
        .day("Next listed", one, "listedOn")
        .day("Expected to end", one, "expectedEnd")
        .day("Ask again on", one, "nextCheckOn")
        .day("Concluded on", one, "concludedOn")
        .say("Was abuse or neglect found?", choice_words("FactFinding", text_in(one, "finding")))
        .day("Last day for an appeal", one, "appealUntil");
    if (const auto times = number_in(one, "reopened"); times > 0) {
      item.say("Reopened", counted_words(times, "time", "times"));
    }
    if (const auto slips = number_in(one, "slips"); slips > 0) {
      item.say("Dates were moved", counted_words(slips, "time", "times"));
    }
    all.push_back(item.made());
  }
  for (const auto& order : list_in(of_case, "courtOrders")) {
    FactItem item("Court order: " + name_words(text_in(order, "order")));
    item.yes("Binding today", order, "binding")
        .yes("Allows an anonymised report", order, "permitsAnonymised")
        .day("Since", order, "since")
        .day("Ends on", order, "endsOn");
    all.push_back(item.made());
  }
  return all;
}

json::array embargoes(const json::value& of_case, const Register& known) {
  json::array all;
  for (const auto& embargo : list_in(of_case, "embargoes")) {
    FactItem item(name_words(text_in(embargo, "embargo")));
    item.say("Covers", joined_words(embargo, "covers", covered_words))
        .day("Since", embargo, "since")
        .day("To be looked at by", embargo, "reviewOn")
        .yes("Lifted", embargo, "lifted")
        .day("Lifted on", embargo, "liftedOn")
        .yes("A lift is proposed and waits for a second person", embargo, "liftProposed")
        .say("Named readers", people_words(embargo, "readers", known));
    auto made = item.made();
    made["factAddress"] = "/cases/" + percent_encoded(text_in(of_case, "case")) + "/embargoes/" +
                          percent_encoded(text_in(embargo, "embargo"));
    all.push_back(std::move(made));
  }
  return all;
}

json::array publication(const json::value& of_case) {
  const json::value of = object_in(of_case, "publication");
  if (of.as_object().empty()) return {};
  FactItem item(text_in(of, "review").empty() ? "Report" : "Report of " + name_words(text_in(of, "review")));
  item.day("Planned for", of, "plannedOn")
      .day("Checked for names on", of, "rehearsedOn")
      .day("Advance copy sent on", of, "advanceCopySentOn")
      .day("Published on", of, "publishedOn")
      .say("Form", choice_words("PublicationForm", text_in(of, "form")))
      .day("Taken down on", of, "takenDownOn")
      .day("Delay last reported on", of, "delayReportedOn")
      .day("Expected now", of, "expectedOn")
      .day("Publication declined on", of, "declinedOn");
  return {item.made()};
}

json::array areas(const json::value& of_case, const Register& known) {
  json::array all;
  for (const auto& area : list_in(of_case, "areas")) {
    FactItem item(known.authority(text_in(area, "area")));
    item.say("Its part", choice_words("AreaRole", text_in(area, "role"))).yes("Leads", area, "leads");
    all.push_back(item.made());
  }
  return all;
}

}  // namespace

json::array case_facts(const json::value& of_case, const Register& known) {
  json::array blocks;
  const auto add = [&](std::string_view heading, json::array items) {
    if (!items.empty()) blocks.push_back(json::object{{"heading", heading}, {"items", std::move(items)}});
  };
  add("Decisions", decisions(of_case, known));
  add("National Panel's answer", panel(of_case));
  add("Reviews", reviews(of_case, known));
  add("Proceedings and court orders", proceedings(of_case));
  add("Embargoes", embargoes(of_case, known));
  add("Publication", publication(of_case));
  add("Other areas", areas(of_case, known));
  return blocks;
}

}  // namespace reviewd
