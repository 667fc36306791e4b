#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

json::object id(std::string_view says) { return text_like(says, "^[a-z0-9][a-z0-9-]{0,39}$"); }
json::object words(std::string_view says) { return text(says); }

json::object form() { return one_of("In what form.", {"FULL", "IMPROVEMENTS_ONLY"}); }
json::object taken_down_for() {
  return one_of("Why it was taken down.",
                {"TERM_ENDED", "COURT_ORDER", "CHILD_AT_RISK", "IDENTIFIED", "FACTUAL_ERROR"});
}

json::object step() {
  return object_of("Something that is done before publication.",
                   {{"step", one_of("Which.", {"LEGAL_READ", "FAMILY_READ", "PRACTITIONERS_TOLD", "AGENCIES_TOLD",
                                               "COMMUNICATIONS_READY", "REPORT_CHECK", "ADVANCE_COPY"})},
                    {"clock", text_like("Its clock.", "^[a-z0-9][a-z0-9:-]*$")},
                    {"title", words("What people call it.")},
                    {"done", yes_or_no("It was done with the version that is accepted.")},
                    {"state",
                     one_of("How its clock stands; absent while it has not started.",
                            {"NOT_STARTED", "RUNNING", "DUE_TODAY", "OVERDUE", "MET", "MET_LATE", "CANCELLED",
                             "NOT_COMPUTED", "PAUSED"}),
                     false},
                    {"dueOn", day("By when."), false},
                    {"owner", text_like("Who does it.", reference_pattern), false},
                    {"doneOn", day("When it was done last."), false},
                    {"outOfDate", yes_or_no("It was done with an older version, and is to be done again."), false}});
}

void add_standing(json::object& schemas) {
  schemas["PublicationTask"] = step();
  schemas["PublishedDespite"] = object_of("A rule that a report was published despite, and why.",
                                          {{"code", text_like("The refusal that was set aside.", "^[a-z-]+$")},
                                           {"title", words("What was not kept.")},
                                           {"reasons", words("Why.")},
                                           {"authorisedBy", words("Who authorised it.")}});
  schemas["PublicationStanding"] =
      object_of("How the publication of a report stands.",
                {{"case", id("The case.")},
                 {"review", id("The review.")},
                 {"version", whole_number("The version of the case, for If-Match.")},
                 {"accepted", whole_number("The accepted version of the report; 0 while none is.")},
                 {"acceptedOn", day("When it was accepted."), false},
                 {"plannedOn", day("The planned day."), false},
                 {"declinedOn", day("The day publication was declined."), false},
                 {"ledBy", id("The case that leads the review, where another does."), false},
                 {"delayReportedOn", day("The day a delay was last reported."), false},
                 {"expectedOn", text_like("When it is expected, as last reported.", partial_date_pattern), false},
                 {"publishedOn", day("The day of publication."), false},
                 {"form", form(), false},
                 {"publishedVersion", whole_number("The published version."), false},
                 {"publishedBy", id("The entry that published it."), false},
                 {"title", words("Its title, as the public reads it."), false},
                 {"address", words("Where it is."), false},
                 {"document", id("The document that is published."), false},
                 {"despite", list("The rules that it was recorded despite.", schema_ref("PublishedDespite")), false},
                 {"keptUntil", day("The day until which it stays at least."), false},
                 {"takenDownOn", day("The day it was taken down."), false},
                 {"takenDownFor", taken_down_for(), false},
                 {"recallUntil", instant("Until when one person may recall it; absent when that is over."), false},
                 {"out", yes_or_no("It is published, not taken down, and cannot be recalled any more.")},
                 {"wording", words("How to speak of what happened, by what was found.")},
                 {"steps", list("What is done before publication.", schema_ref("PublicationTask"))},
                 {"missing", list("What is missing before it can go out, in words.", words("What."))},
                 {"holds", list("What holds publication.", schema_ref("Hold"))},
                 {"warnings", list("What to mind.", schema_ref("Warning"))}});
}

void add_planner(json::object& schemas) {
  schemas["PlannerWarning"] =
      object_of("Something that speaks against a day.",
                {{"kind", one_of("What.", {"PAST", "HOLD", "BIRTHDAY", "ANNIVERSARY", "HEARING", "NOT_A_WORKING_DAY",
                                           "BEFORE_DAYS_OFF", "EVENT"})},
                 {"on", day("Its own day; of what lasts, the first.")},
                 {"sameDay", yes_or_no("It is on the day itself.")},
                 {"says", words("In words.")},
                 {"cites", list("Where it comes from, for what is not in the record.", words("A source."))},
                 {"grade", text_like("How sure that is: S, K, I, C joined by +.", "^[SKIC]([+][SKIC])*$"), false}});
  schemas["PublicationPlanner"] = object_of(
      "What speaks against publishing on a day. Shown to those who plan it or decide on it, and to those who are named "
      "for it; birthdays and anniversaries to those who are named.",
      {{"case", id("The case.")},
       {"review", id("The review.")},
       {"on", day("The day.")},
       {"warnings", list("What is past or holds publication first, then birthdays.", schema_ref("PlannerWarning"))},
       {"keptBack", words("Where birthdays and anniversaries are not shown: that they are not, and how to see them."),
        false}});
  schemas["DelayLetter"] = object_of("A letter about a late publication, to be read before it is sent.",
                                     {{"case", id("The case.")},
                                      {"review", id("The review.")},
                                      {"to", list("To whom.", text_like("A body.", body_pattern))},
                                      {"text", words("The letter.")},
                                      {"facts", list("What it rests on.", words("A sentence."))}});
}

}  // namespace

void add_publication_schemas(json::object& schemas) {
  add_standing(schemas);
  add_planner(schemas);
  schemas["PublishedReport"] =
      object_of("A report that was published.",
                {{"case", id("The case.")},
                 {"review", id("The review.")},
                 {"title", words("Its title, as the public reads it; empty where none was given.")},
                 {"about", words("What it is about, worded by what proceedings found: after \"a review about\".")},
                 {"form", form()},
                 {"version", whole_number("The version.")},
                 {"publishedOn", day("When; of a new version, when that was.")},
                 {"firstPublishedOn", day("When it was published first.")},
                 {"address", words("Where it is, or was."), false},
                 {"document", id("The document."), false},
                 {"keptUntil", day("The day until which it stays at least."), false},
                 {"takenDownOn", day("The day it was taken down."), false},
                 {"takenDownFor", taken_down_for(), false}});
  schemas["PublicationList"] =
      object_of("What was published, newest first.", {{"publications", list("Reports.", schema_ref("PublishedReport"))},
                                                      {"nextPageToken", text("Of the next page; empty at the end.")}});
  schemas["PublicationsPage"] = text("A page without scripts, with the title, day, form and address of each report.");
  schemas["PublicationBundle"] = text("An archive of two files: the document, and what the repository asks beside it.");
}

}  // namespace reviewd::openapi
