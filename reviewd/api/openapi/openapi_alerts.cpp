#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

json::object id(std::string_view says) { return text_like(says, "^[a-z0-9][a-z0-9-]{0,39}$"); }

}  // namespace

void add_alert_schemas(json::object& schemas) {
  schemas["Alert"] = object_of(
      "Something that is due soon, or late.",
      {{"alert", id("Its id.")},
       {"case", id("Of which case; absent where it is of none."), false},
       {"programme", id("Of which programme; absent where it is of none."), false},
       {"clock", text_like("The clock, or what a case is watched for, with its subject.", "^[a-z0-9][a-z0-9:-]*$")},
       {"title", text("What people call it.")},
       {"step",
        text_like("How far it is: before-5, due, overdue, chase, escalate, again-1 and so on; or moved: the rules or "
                  "the holidays gave it another day.",
                  "^(before|again)-[0-9]+$|^(due|overdue|chase|escalate|moved)$")},
       {"says", text("How it stands today, in words.")},
       {"next", text("What to do about it; empty where the day says enough.")},
       {"waiting", yes_or_no("It waits for somebody and is not late: something has happened, or a time is over.")},
       {"watch", yes_or_no("No clock runs for it: the case is watched for it.")},
       {"dueOn", day("The day that it is about.")},
       {"movedFrom", day("Of the step moved, and of those after it until the day has come: the day before."), false},
       {"movedBecause", text("Why it moved, beside movedFrom, as the end of a sentence."), false},
       {"agency", text_like("The agency that owes it.", reference_pattern), false},
       {"raised", instant("When it was told.")},
       {"raisedOn", day("The day that it was told for.")},
       {"settled", one_of("What became of it; absent while it stands.", {"ended", "moved", "next-step"}), false},
       {"acknowledged", instant("Since when somebody has it in hand."), false},
       {"acknowledgedBy", text_like("Who has it in hand.", reference_pattern), false},
       {"snoozedUntil", day("Until when whoever asks put it off."), false},
       {"deliveries",
        list("Who is told of it, and by which way; for review coordinators and administrators, absent for others.",
             schema_ref("AlertDelivery")),
        false}});
  schemas["AlertDelivery"] =
      object_of("That somebody is told of an alert.",
                {{"channel", one_of("By which way.", {"MAIL"})},
                 {"person", text_like("Who is told.", reference_pattern)},
                 {"state", one_of("How it stands.", {"WAITING", "DELIVERED", "FAILED"})},
                 {"time", instant("When it was delivered or given up; of one that waits, when it is due to go.")}});
  schemas["AlertList"] =
      object_of("Alerts, by due day.", {{"alerts", list("Alerts.", schema_ref("Alert"))},
                                        {"nextPageToken", text("Of the next page; empty at the end.")}});
  const std::vector<Member> feed{
      {"feed", id("Its id, which is no secret.")},
      {"scope", one_of("The cases that you belong to, or every case that you see.", {"MY_CASES", "ALL_I_SEE"})},
      {"made", instant("When it was made.")},
      {"revoked", instant("Since when it is not there; absent while it works."), false},
      {"fetched", instant("When a calendar last fetched it; absent: never."), false}};
  auto made = feed;
  made.push_back({"address", text("The address for the calendar. Whoever has it sees the dates. It is shown once.")});
  schemas["Feed"] = object_of("An address from which your calendar fetches reminders.", feed);
  schemas["MadeFeed"] = object_of("The same with its secret.", std::move(made));
  schemas["FeedList"] = object_of(
      "All that you ever made, oldest first.",
      {{"feeds", list("Addresses.", schema_ref("Feed"))}, {"nextPageToken", text("Always empty: the list is whole.")}});
  schemas["FeedWish"] = object_of(
      "What the calendar shows.",
      {{"scope", one_of("The cases that you belong to, or every case that you see.", {"MY_CASES", "ALL_I_SEE"})}});
  schemas["AlertSnooze"] =
      object_of("Until when it is put off.", {{"until", day("A day after today; it is told again on it.")}});
}

}  // namespace reviewd::openapi
