#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

constexpr std::string_view short_digest_pattern = "^[0-9a-f]{12}$";
constexpr std::string_view line_pattern = "^[a-z0-9][a-z0-9-]{0,39}$";

}  // namespace

void add_figure_schemas(json::object& schemas) {
  schemas["FigureLine"] = object_of("A row or column.", {{"id", text_like("Its name in addresses.", line_pattern)},
                                                         {"title", text("What people call it.")}});
  schemas["Figure"] = object_of("One number. It has no value where it is left out of what is published.",
                                {{"column", text_like("The column.", line_pattern)},
                                 {"value", whole_number("How many."), false},
                                 {"leftOut",
                                  one_of("Why it is not published: small itself, or it, or its column, would tell a "
                                         "small one; to the public, only that "
                                         "it is not.",
                                         {"SMALL", "BESIDE", "CONFIDENTIAL"}),
                                  false}});
  schemas["FigureRow"] =
      object_of("A row with its figures.", {{"id", text_like("Its name in addresses.", line_pattern)},
                                            {"title", text("What people call it.")},
                                            {"figures", list("One for each column.", schema_ref("Figure"))}});
  schemas["FigureRemark"] = object_of("A word about one thing behind a figure, not for publication.",
                                      {{"case", text_like("The case.", line_pattern)},
                                       {"entry", text_like("The entry.", line_pattern), false},
                                       {"says", text("The word.")}});
  schemas["FigureTable"] = object_of(
      "One table.",
      {{"table", text_like("Its name in addresses.", line_pattern)},
       {"title", text("What people call it.")},
       {"note", text("What is counted.")},
       {"guarded", yes_or_no("Small numbers in it are left out of what is published.")},
       {"chart", yes_or_no("A chart of it reads well.")},
       {"columns", list("The columns. What is published does not have those that would tell a small number beside "
                        "another table, such as children by the route of their case.",
                        schema_ref("FigureLine"))},
       {"rows", list("The rows.", schema_ref("FigureRow"))},
       {"none", list("Those of the rows that are 0 in every column and that a text tells in one sentence.",
                     text_like("The id of the row.", line_pattern))},
       {"remarks",
        list("Why something was late, or what was corrected; absent where it is "
             "published.",
             schema_ref("FigureRemark")),
        false}});
  schemas["MadeWith"] = object_of(
      "What a report was made with. Where two reports as at one day differ, this says why.",
      {{"program", text_like("Digest of the code that adds up and counts.", short_digest_pattern)},
       {"rules", text_like("Digest of the national law and of the partnership's own rules.", short_digest_pattern)},
       {"daysOff", text_like("Digest of the days off as they were known on the day.", short_digest_pattern)},
       {"otherThan",
        list("What was otherwise on the day as at which it is, so that figures given then may be others.",
             one_of("PROGRAM, RULES and DAYS_OFF: another one. NOT_KNOWN: what was in force was not put on record. "
                    "HIDDEN: something recorded by then was hidden since.",
                    {"PROGRAM", "RULES", "DAYS_OFF", "NOT_KNOWN", "HIDDEN"}))},
       {"says", list("The same in sentences.", text("A sentence."))}});
  schemas["Figures"] = object_of(
      "The figures of the yearly report.",
      {{"from", day("The first day of the period.")},
       {"to", day("The last day of the period.")},
       {"asAt", day("What was recorded by the end of this day counts.")},
       {"published", yes_or_no("As it may be published.")},
       {"covers",
        one_of("Whether the reader's role sees every case or its own only. Sealed cases, and those from which "
               "a conflict of interest keeps the reader, are never in it.",
               {"EVERY_CASE", "OWN_CASES"})},
       {"smallBelow", whole_number("What is from 1 to one less is small; nothing is where it is 0.")},
       {"practice", yes_or_no("Everything is invented.")},
       {"madeWith", schema_ref("MadeWith")},
       {"tables", list("The tables, in the order in which they are told.", schema_ref("FigureTable"))}});
  schemas["Behind"] = object_of("One thing that a figure counts.",
                                {{"case", text_like("The case.", line_pattern)},
                                 {"entry", text_like("The entry; absent where it is the case.", line_pattern), false},
                                 {"kind", text_like("The kind of the entry.", kind_pattern), false},
                                 {"occurredOn", day("The day of the entry."), false},
                                 {"of", text("A child, review, action or clock in the case."), false}});
  schemas["Spreadsheet"] = text("A workbook with a sheet for each table. No cell is a formula.");
  schemas["BehindFigure"] =
      object_of("What stands behind a figure.",
                {{"title", text("Its table, row and column, in words.")},
                 {"behind", list("As many as the figure says, over all pages.", schema_ref("Behind"))},
                 {"nextPageToken", text("Of the next page; empty at the end.")}});
}

}  // namespace reviewd::openapi
