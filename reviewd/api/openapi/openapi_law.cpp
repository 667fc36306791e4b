#include "libreview/calendar/counting.hpp"
#include "libreview/law/clock_rule.hpp"
#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;
using review::LegalStatus;
using review::OwedBy;

json::object cites() { return texts("The places in law or guidance that it stands on."); }

json::object unit() {
  using review::Unit;
  return one_of("What is counted.",
                {unit_name(Unit::working_days), unit_name(Unit::calendar_days), unit_name(Unit::months)});
}

json::object counting() {
  using review::Counting;
  return one_of("Which day is day 1.", {counting_name(Counting::day_after), counting_name(Counting::same_day)});
}

json::object grade() {
  return text(
      "How sure it is: S read in a source, K commonly known wording, I inferred, C computed; joined by +; or local, "
      "what no "
      "source sets and was chosen here.");
}

json::object version() {
  return object_of("What the clock asks from a day on. The day a clock starts chooses the version.",
                   {{"law", text("The version of the law, for example england-2023.")},
                    {"from", day("It governs clocks that started on this day or later.")},
                    {"length", whole_number("How long, in the unit; 0 where the day is given by an entry.")},
                    {"unit", unit()},
                    {"counting", counting()},
                    {"back", yes_or_no("It counts back from the planned day.")},
                    {"eased", yes_or_no("The authority said that it would not insist on the length.")},
                    {"cites", cites()},
                    {"grade", grade()},
                    {"note", text("What to mind."), false}});
}

json::object local() {
  return object_of("The partnership's own time for this clock.", {{"length", whole_number("How long, in the unit.")},
                                                                  {"unit", unit()},
                                                                  {"counting", counting()},
                                                                  {"cites", cites()}});
}

json::object clock() {
  return object_of(
      "A duty with a time.",
      {{"clock", text("Its id, for example rapid-review.")},
       {"title", text("What people call it.")},
       {"record", one_of("What it belongs to.", {"case", "programme"})},
       {"alsoIn", one_of("What else has it too.", {"case", "programme"}), false},
       {"starts", texts("What starts it: any of these.")},
       {"stops", texts("What stops it: any of these.")},
       {"cancelledBy", texts("What cancels it: any of these.")},
       {"owedBy", one_of("Who owes it.", {owed_by_name(OwedBy::us), owed_by_name(OwedBy::agency),
                                          owed_by_name(OwedBy::panel), owed_by_name(OwedBy::reviewer)})},
       {"legalStatus",
        one_of("What stands behind it.",
               {legal_status_name(LegalStatus::statute), legal_status_name(LegalStatus::statutory_guidance),
                legal_status_name(LegalStatus::panel_guidance), legal_status_name(LegalStatus::local)})},
       {"given", yes_or_no("Due on the day that the entry gives; it has no length.")},
       {"minimum", yes_or_no("Something to keep up for a time; it is never overdue.")},
       {"versions", list("Oldest first.", version())},
       {"per", text("There is one for each of these, for example agency."), false},
       {"untilAge",
        json::object{{"type", "integer"}, {"description", "The birthday of the child with which the duty ends."}},
        false},
       {"warnings", list("Working days before the due day on which to warn.", json::object{{"type", "integer"}})},
       {"local", local(), false}});
}

json::object criterion() {
  return object_of("A question that a decision answers.",
                   {{"criterion", text("Its id, for example abuse-or-neglect.")},
                    {"question", text("The question.")},
                    {"decision", one_of("The decision that must answer it; a circumstance may be weighed.",
                                        {"notification", "review", "national", "circumstance"})},
                    {"from", day("It is asked from this day on.")},
                    {"cites", cites()},
                    {"grade", grade()}});
}

json::object source() {
  return object_of("A text that a rule stands on.",
                   {{"source", text("Its id, for example wt-2023.")},
                    {"title", text("Its title.")},
                    {"address", text("Where it can be read; empty where it has no public address.")},
                    {"dated", text("A day, a month or a year, as it dates itself; may be empty.")}});
}

json::object not_computed() {
  return object_of("What guidance leaves to judgement: no day is computed from it.",
                   {{"id", text("Its id.")},
                    {"wording", text("The word or the question.")},
                    {"why", text("Why there is no day, and what the service does instead.")},
                    {"cites", cites()}});
}

json::object not_rule() {
  return object_of("A rule that manuals still repeat and that is none.", {{"id", text("Its id.")},
                                                                          {"claim", text("What the manual says.")},
                                                                          {"why", text("What holds instead.")},
                                                                          {"seenIn", texts("Where it is found.")},
                                                                          {"cites", cites()}});
}

json::object theme_list() {
  auto theme = object_of("What learning may be about.",
                         {{"theme", text("Its id: one theme for good, whatever becomes of its list.")},
                          {"title", text("What people call it.")},
                          {"sentence", text("What it is about.")},
                          {"words", texts("Words, or words in a row, from which it is suggested.")}});
  return object_of("A list of themes. It has no end: what was put under a theme stays there.",
                   {{"list", text("Its id.")},
                    {"title", text("What people call it.")},
                    {"from", day("Findings may be put under its themes from this day on.")},
                    {"local", yes_or_no("It is the partnership's own.")},
                    {"cites", cites()},
                    {"grade", grade()},
                    {"note", text("What to mind."), false},
                    {"themes", list("Its themes.", std::move(theme))}});
}

json::object question_area() {
  auto question = object_of("A question of scrutiny, or a point of quality.",
                            {{"question", text("Its id: one question for good.")}, {"text", text("Its words.")}});
  auto version =
      object_of("What may be asked from a day on.", {{"from", day("From this day on.")},
                                                     {"questions", list("Its questions.", std::move(question))},
                                                     {"cites", cites()},
                                                     {"grade", grade()},
                                                     {"note", text("What to mind."), false}});
  return object_of("Questions of scrutiny by what they are about.",
                   {{"area", text("Its id.")},
                    {"title", text("What people call it.")},
                    {"judged", yes_or_no("Its questions are what a check of a review's quality judges.")},
                    {"local", yes_or_no("It is the partnership's own.")},
                    {"versions", list("Oldest first.", std::move(version))}});
}

json::object programme() {
  auto step = object_of("A step.", {{"step", text("Its id.")}, {"title", text("What is done.")}});
  auto version = object_of("The steps of programmes that are opened from a day on.",
                           {{"from", day("From this day on.")},
                            {"steps", list("In their order.", std::move(step))},
                            {"cites", cites()},
                            {"grade", grade()},
                            {"note", text("What to mind."), false}});
  return object_of("How a sort of programme goes.", {{"sort", text("The sort, for example multi-agency-audit.")},
                                                     {"versions", list("Oldest first.", std::move(version))}});
}

json::object audit_template() {
  const auto named = [](const char* name, const char* says) {
    return object_of(says, {{name, text("Its id.")}, {"text", text("Its words.")}});
  };
  auto line = object_of("A key line of enquiry.",
                        {{"line", text("Its id.")},
                         {"area", text("What people call it.")},
                         {"question", text("What the partners want to know.")},
                         {"standards", list("In their order; the number of a standard is its place over all lines.",
                                            named("standard", "What an auditor expects to find."))}});
  auto version =
      object_of("What audits have whose design is settled from a day on.",
                {{"from", day("From this day on.")},
                 {"lines", list("In their order.", std::move(line))},
                 {"criteria", list("Examples of how cases are picked.", named("criterion", "How a case is picked."))},
                 {"cites", cites()},
                 {"grade", grade()},
                 {"note", text("What to mind."), false}});
  return object_of("A template of an audit of cases.", {{"template", text("Its id.")},
                                                        {"title", text("What people call it.")},
                                                        {"local", yes_or_no("It is the partnership's own.")},
                                                        {"versions", list("Oldest first.", std::move(version))}});
}

json::object product_form() {
  auto heading = object_of("A heading.", {{"heading", text("Its id.")},
                                          {"title", text("How it reads.")},
                                          {"hint", text("What who writes is told of it.")}});
  return object_of("The headings of learning products that are drafted from a day on.",
                   {{"from", day("From this day on.")},
                    {"headings", list("In their order.", std::move(heading))},
                    {"mostCharacters", whole_number("Of all that stands under them.")},
                    {"secondPersonFor", list("Whom a product goes to only where another person than who wrote it "
                                             "checked it or shares it.",
                                             one_of("Whom.", {"agencies", "groups", "public"}))},
                    {"cites", cites()},
                    {"grade", grade()},
                    {"note", text("What to mind."), false}});
}

json::object partnership() {
  return object_of(
      "What the partnership decides for itself.",
      {{"id", text("Its id.")},
       {"name", text("Its name.")},
       {"signOffBodies", texts("Who must sign: POLICE and the like, or the id of an agency.")},
       {"quorum", whole_number("How many of the quorum bodies make a meeting quorate.")},
       {"quorumBodies", texts("The bodies that count for a quorum.")},
       {"groups", list("The groups that watch over actions.",
                       object_of("One group.", {{"group", text("Its id.")},
                                                {"title", text("What it is called.")},
                                                {"everyMonths", whole_number("How often it looks at actions.")},
                                                {"escalatesTo", text("Who hears what it cannot settle."), false}}))},
       {"productsHeldWithReport", yes_or_no("An embargo on the report of a source keeps learning products back.")}});
}

}  // namespace

json::object law_schema() {
  return object_of(
      "The rules in force, with their citations.",
      {{"clocks", list("The clocks.", clock())},
       {"programmes", list("The steps of programmes.", programme())},
       {"productForms", list("The forms of learning products, oldest first.", product_form())},
       {"criteria", list("The criteria.", criterion())},
       {"sources", list("The sources.", source())},
       {"notComputed", list("What is left to judgement.", not_computed())},
       {"notRules", list("What is no rule.", not_rule())},
       {"themeLists", list("The national lists of themes, and then the partnership's own.", theme_list())},
       {"auditTemplates", list("Templates of audits, and then the partnership's own.", audit_template())},
       {"questionAreas", list("The areas of questions of scrutiny, and then the partnership's own.", question_area())},
       {"partnership", partnership()}});
}

json::object calendar_schema() {
  return object_of(
      "The holidays that working days are counted by.",
      {{"calendar", one_of("Its id.", {"england-and-wales"})},
       {"first", day("The first day that the data covers.")},
       {"last", day("The last day that the data covers. Beyond it nothing is computed.")},
       {"holidays",
        list("In order.",
             object_of("A day off.", {{"date", day("The day.")},
                                      {"name", text("Its name.")},
                                      {"kind", one_of("What kind of day off it is.",
                                                      {"standing", "substitute", "moved", "one-off", "closure"})},
                                      {"source", text("The source that names it.")}}))}});
}

}  // namespace reviewd::openapi
