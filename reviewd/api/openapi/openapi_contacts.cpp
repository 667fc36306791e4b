#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

constexpr std::string_view bare_pattern = "^[a-z0-9][a-z0-9-]{0,39}$";

json::object id(std::string_view says) { return text_like(says, bare_pattern); }
json::object reference(std::string_view says) { return text_like(says, reference_pattern); }
json::object contact_role() { return one_of("What the contact is there for.", {"MAIN", "DEPUTY", "OUT_OF_HOURS"}); }
json::object weekdays() {
  return list("Weekdays on which it is always closed.",
              one_of("A weekday.", {"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"}));
}
json::object closed_days() { return list("Its own closed days.", day("A day.")); }
json::object body() { return text_like("Which body of the law it is, for example POLICE.", body_pattern); }
json::object no_more() { return text("Always empty: there is one page."); }

void add_register(json::object& schemas) {
  schemas["Contact"] = object_of("Somebody to ask at an agency.",
                                 {{"contact", id("Its id, which stands for the person in the record too.")},
                                  {"agency", id("Of which agency.")},
                                  {"name", text("The name.")},
                                  {"role", contact_role()},
                                  {"mailbox", text("Where mail goes.")},
                                  {"telephone", text("The telephone number."), false},
                                  {"from", day("Since when.")},
                                  {"until", day("The last day; absent while it is open."), false}});
  schemas["Agency"] =
      object_of("An agency that may be asked for a return.",
                {{"agency", id("Its id.")},
                 {"name", text("Its name.")},
                 {"body", body(), false},
                 {"closedWeekdays", weekdays()},
                 {"closedDays", closed_days()},
                 {"contacts", list("Main contact first, those that ended last.", schema_ref("Contact"))}});
  schemas["AgencyList"] =
      object_of("The register.", {{"agencies", list("By name.", schema_ref("Agency"))}, {"nextPageToken", no_more()}});
  schemas["AgencyWish"] =
      object_of("An agency to be added.", {{"agency", reference("Its id; made from the name if absent."), false},
                                           {"name", text("Its name.")},
                                           {"body", body(), false},
                                           {"closedWeekdays", weekdays(), false},
                                           {"closedDays", closed_days(), false}});
  schemas["AgencyChange"] =
      object_of("What changes; the rest stays.", {{"name", text("Its name."), false},
                                                  {"body", text("Its body; empty for none."), false},
                                                  {"closedWeekdays", weekdays(), false},
                                                  {"closedDays", closed_days(), false}});
  schemas["ContactWish"] =
      object_of("A contact to be added.", {{"contact", reference("Its id; made up if absent."), false},
                                           {"name", text("The name.")},
                                           {"role", contact_role()},
                                           {"mailbox", text("Where mail goes; below a domain that is allowed.")},
                                           {"telephone", text("The telephone number."), false},
                                           {"from", day("Since when; today if absent."), false}});
  schemas["ContactEnd"] = object_of("When a contact ends.", {{"until", day("The last day; today if absent."), false}});
  schemas["AgencyTimeliness"] =
      object_of("How one agency answered.", {{"agency", reference("Which.")},
                                             {"name", text("Its name; its id where it is not in the register.")},
                                             {"asked", whole_number("How many returns it was asked for.")},
                                             {"inTimescale", whole_number("How many came in timescale.")},
                                             {"late", whole_number("How many came late.")},
                                             {"waiting", whole_number("How many are not due yet.")},
                                             {"outOfTimescale", whole_number("How many are late and have not come.")}});
  schemas["Timeliness"] = object_of(
      "By agency.", {{"agencies", list("By id.", schema_ref("AgencyTimeliness"))}, {"nextPageToken", no_more()}});
}

std::vector<Member> link_members() {
  return {{"link", id("Its id, which is no secret: the reference in mails.")},
          {"case", id("In which case; absent where it is a programme."), false},
          {"programme", id("In which programme."), false},
          {"request", id("The entry that asks.")},
          {"agency", id("Who is asked.")},
          {"contact", id("Whose mailbox the codes go to.")},
          {"made", instant("When it was made.")},
          {"expiresOn", day("The last day on which it opens.")},
          {"state", one_of("How far it has come.", {"NOT_OPENED", "OPENED", "STARTED", "PART_SENT", "SENT", "REVOKED",
                                                    "EXPIRED", "STOPPED_BY_SEAL"})},
          {"uses", list("Each use, oldest first.",
                        object_of("A use.", {{"time", instant("When.")},
                                             {"what", one_of("What.", {"OPENED", "CODE_SENT", "CODE_WRONG", "CAME_IN",
                                                                       "SENT", "REMINDED"})}}))},
          {"received", id("The newest return that came by it."), false},
          {"mail", one_of("How its newest mail stands.", {"WAITING", "DELIVERED", "FAILED"}), false}};
}

void add_links(json::object& schemas) {
  schemas["ReturnLink"] =
      object_of("A link by which an agency answers. Of a draft it says only that there is one.", link_members());
  auto made = link_members();
  made.push_back({"address", text("Where the agency answers. Shown this once and kept nowhere.")});
  made.push_back({"subject", text("Of the mail that was sent.")});
  made.push_back({"text", text("Of the mail that was sent.")});
  schemas["MadeReturnLink"] = object_of("A link just made.", std::move(made));
  schemas["ReturnLinkList"] =
      object_of("The links of a case or a programme.",
                {{"returnLinks", list("Oldest first.", schema_ref("ReturnLink"))}, {"nextPageToken", no_more()}});
  schemas["ReturnLinkWish"] = object_of(
      "A link to be made.",
      {{"request",
        reference(
            "The entry that asks; or that agreed an action: then for all actions of the agency there; or that selected "
            "a case for an audit: then for all cases of the audit that ask the agency; or that asked for assurance: "
            "then "
            "for all that is asked of the agency there; or by which it was given a learning product: then for all that "
            "it was given there.")},
       {"agency", reference("Who is asked.")},
       {"contact", reference("Whose mailbox the codes go to.")},
       {"expiresOn", day("The last day on which it opens.")}});
  schemas["ReturnRequestWish"] =
      object_of("What is asked of whom.",
                {{"agencies", list("Whom.", reference("An agency."))},
                 {"type", one_of("What is asked for.", {"SCOPING", "SUMMARY", "CHRONOLOGY", "ANALYSIS"}), false},
                 {"period", text("The period it covers."), false},
                 {"dueOn", day("When it is wanted; the partnership's usual time if absent."), false},
                 {"children", list("About whom; all if absent.", reference("A child.")), false}});
  schemas["ReturnRequest"] = object_of(
      "What was recorded and sent.",
      {{"entry", schema_ref("ShownEntry", "The request as it stands in the record.")},
       {"returnLinks", list("The links, each with its mail.", schema_ref("MadeReturnLink"))},
       {"withoutLink",
        list("Agencies that got none: they have no contact, or no mail goes out.", reference("An agency."))}});
  schemas["ReturnAlert"] = object_of("An agency says that a child may be at risk now.",
                                     {{"alert", id("Its id.")},
                                      {"case", id("In which case.")},
                                      {"agency", id("Which agency.")},
                                      {"link", id("By which link.")},
                                      {"time", instant("When.")},
                                      {"received", id("The entry with what the agency wrote, once it has."), false},
                                      {"seen", instant("When somebody said to have seen it."), false},
                                      {"seenBy", reference("Who."), false}});
  schemas["ReturnAlertList"] = object_of(
      "Alerts.", {{"returnAlerts", list("Unseen first.", schema_ref("ReturnAlert"))}, {"nextPageToken", no_more()}});
  schemas["PracticeMailList"] = object_of(
      "Mails of a practice store.",
      {{"mails",
        list("Newest first.", object_of("A mail.", {{"to", text("To whom.")},
                                                    {"subject", text("The subject.")},
                                                    {"text", text("What it says; empty once a server took it.")},
                                                    {"made", instant("When it was written.")},
                                                    {"delivered", instant("When a server took it."), false}}))},
       {"nextPageToken", no_more()}});
}

}  // namespace

void add_contact_schemas(json::object& schemas) {
  add_register(schemas);
  add_links(schemas);
}

}  // namespace reviewd::openapi
