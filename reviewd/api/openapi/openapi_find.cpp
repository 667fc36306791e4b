#include "libreview/desk/finds.hpp"
#include "libreview/registers/saved_views.hpp"
#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

json::object pseudonyms() { return texts("What every output calls the children."); }

json::object next_page() { return text("The page that follows; empty at the end."); }

void add_search(json::object& schemas) {
  auto words = text(
      "What to search for. Every word must be there, each as the beginning of a word; in double quotes, "
      "as it is written.");
  words["maxLength"] = 200;
  schemas["SearchWish"] =
      object_of("What to search for. In a body, because the words are personal data.",
                {{"words", std::move(words)},
                 {"pageSize", count("How many at most: 0 means 50, more than 200 means 200."), false},
                 {"pageToken", text("The nextPageToken of the page before."), false}});
  schemas["Excerpt"] = object_of("A piece of a text.", {{"text", text("The words as they stand.")},
                                                        {"match", yes_or_no("They were searched for.")}});
  schemas["Find"] =
      object_of("A case or an entry that holds all words. The last four are there where it is an entry.",
                {{"case", text_like("The case; absent where it is of a programme.", reference_pattern), false},
                 {"programme", text_like("The programme; absent where it is of a case.", reference_pattern), false},
                 {"pseudonyms", pseudonyms()},
                 {"stage", schema_ref("Stage")},
                 {"words", list("What stands around the words that were found.", schema_ref("Excerpt"))},
                 {"entry", text_like("The entry.", reference_pattern), false},
                 {"kind", text_like("Its kind.", kind_pattern), false},
                 {"label", text("What people call the kind."), false},
                 {"occurredOn", text_like("The day, as far as it is known.", partial_date_pattern), false}});
  schemas["FindList"] = object_of("What was found, as far as the reader may see it: nothing else is counted.",
                                  {{"finds", list("Best first.", schema_ref("Find"))},
                                   {"total", count("How many were found, over all pages; 200 at most.")},
                                   {"more", yes_or_no("There are more than these: search for more words.")},
                                   {"nextPageToken", next_page()}});
}

void add_saved_views(json::object& schemas) {
  schemas["SavedViewWish"] =
      object_of("A list of cases to be kept under a name.",
                {{"name", text("What to call it: one line of 1 to 60 characters. No child's name.")},
                 {"query", text("The query part of the address of the page with the list, for example stage=LOGGED. It "
                                "takes stage, authority, agency, due, held, from, until, sort.")}});
  schemas["SavedView"] =
      object_of("A list of cases that the reader named.", {{"savedView", text_like("Its id.", reference_pattern)},
                                                           {"name", text("What the reader calls it.")},
                                                           {"query", text("The query part of the address.")},
                                                           {"created", instant("When it was saved.")}});
  schemas["SavedViewList"] =
      object_of("The reader's own.", {{"savedViews", list("By name.", schema_ref("SavedView"))},
                                      {"nextPageToken", text("Always empty: there is one page.")}});
}

void add_standing(json::object& schemas) {
  schemas["CaseChoices"] = object_of("What the list of cases can be narrowed to.",
                                     {{"localAuthorities", texts("Ids of local authorities.")},
                                      {"agencies", texts("Agencies of which a summary was asked.")}});
  schemas["Owed"] =
      object_of("Somebody whom a case waits for.", {{"owedBy", schema_ref("OwedBy")},
                                                    {"agency", text("Which agency, where it is one."), false},
                                                    {"dates", count("For how many dates.")},
                                                    {"late", count("How many of them are late.")}});
  schemas["CaseStanding"] =
      object_of("Where a case stands.",
                {{"case", text_like("The case.", reference_pattern)},
                 {"pseudonyms", pseudonyms()},
                 {"stage", schema_ref("Stage")},
                 {"openedOn", day("When it was opened.")},
                 {"localAuthority", text_like("The local authority.", reference_pattern), false},
                 {"rapidReview", schema_ref("Clock", "The clock of its rapid review, where it has one."), false},
                 {"next", schema_ref("Clock", "What is due first of what it waits for."), false},
                 {"owed", list("Whom it waits for.", schema_ref("Owed"))},
                 {"holds", list("What holds publication.", schema_ref("Hold"))}});
  schemas["StageCount"] =
      object_of("How many open cases are at a stage.", {{"stage", schema_ref("Stage")},
                                                        {"cases", count("How many.")},
                                                        {"late", count("How many of them have something late.")}});
  schemas["Overview"] = object_of(
      "Where every open case stands.",
      {{"cases", list("By the day that is due first, so what is late comes first.", schema_ref("CaseStanding"))},
       {"stages", list("The stages that cases are at, in their order.", schema_ref("StageCount"))},
       {"more", yes_or_no("There are more cases than these.")},
       {"nextPageToken", text("The page that follows; empty at the end, and where all are given at once.")},
       {"asOf", day("The day of the answer.")}});
  schemas["WorkItem"] =
      object_of("A date with the name of its case or its programme.",
                {{"pseudonyms", pseudonyms(), false},
                 {"title", text("What the programme is called; empty where the reader is not told."), false},
                 {"clock", json::object{{"anyOf", json::array{schema_ref("Clock"), schema_ref("ProgrammeClock")}}}}});
  schemas["WorkPart"] =
      object_of("A part of the worklist.",
                {{"items", list("By due day, earliest first where nothing else is said.", schema_ref("WorkItem"))},
                 {"more", yes_or_no("There are more than these.")}});
  schemas["HeldCase"] = object_of("A case that something holds from publication.",
                                  {{"case", text_like("The case.", reference_pattern)},
                                   {"pseudonyms", pseudonyms()},
                                   {"holds", list("What holds it.", schema_ref("Hold"))}});
  schemas["Worklist"] = object_of(
      "What needs somebody.",
      {{"overdue", schema_ref("WorkPart", "Late, and the partnership's own; what became late last comes first.")},
       {"soon", schema_ref("WorkPart", "The partnership's own, within five working days.")},
       {"waiting", schema_ref("WorkPart", "Owed by others.")},
       {"held", list("What is held.", schema_ref("HeldCase"))},
       {"asOf", day("The day of the answer.")}});
}

void add_asked_views(json::object& schemas) {
  schemas["AskedView"] =
      object_of("A view that is asked for: between meetings, or for a meeting.",
                {{"case", text_like("The case.", reference_pattern)},
                 {"by", day("The day by which it is to be given, or of the meeting.")},
                 {"meeting", text_like("The meeting that it is wanted for.", reference_pattern), false},
                 {"circulation", text_like("The circulation that asks for it.", reference_pattern), false}});
  schemas["AskedViews"] = object_of("The views that the reader's agency is asked for.",
                                    {{"askedViews", list("By day, the earliest first.", schema_ref("AskedView"))},
                                     {"asOf", day("The day of the answer.")}});
}

}  // namespace

void add_find_schemas(json::object& schemas) {
  add_search(schemas);
  add_saved_views(schemas);
  add_standing(schemas);
  add_asked_views(schemas);
  schemas["Csv"] = text(
      "Comma-separated values in UTF-8 with a byte order mark: the marking, the names of the columns, "
      "what people call them, and a line for each. No cell is a formula.");
}

}  // namespace reviewd::openapi
