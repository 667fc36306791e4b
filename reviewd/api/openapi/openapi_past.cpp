#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

json::object sheet() {
  auto column = object_of("A column.", {{"heading", text("What it is called.")},
                                        {"field", text("What it holds: a field, keep for the note of its row, leave to "
                                                       "leave it out; empty where nobody has said.")}});
  return object_of("A sheet.", {{"name", text("Its name.")},
                                {"holds", text("cases, learning or nothing; empty where nobody has said.")},
                                {"headingRow", whole_number("The row with its headings.")},
                                {"rows", whole_number("Rows that have anything in them.")},
                                {"columns", list("Its columns.", std::move(column))}});
}

json::object file() {
  auto field =
      object_of("What a column may hold.", {{"field", text("Its id.")},
                                            {"label", text("What people call it.")},
                                            {"on", list("On sheets of these sorts.", text("cases or learning."))}});
  return object_of("A spreadsheet as it was read. It is kept in memory for some hours, for who sent it.",
                   {{"past", text_like("Its name here.", reference_pattern)},
                    {"digest", text_like("SHA-256 of the file.", "^[0-9a-f]{64}$")},
                    {"sheets", list("Its sheets, with what was said or guessed of them.", sheet())},
                    {"fields", list("What columns may hold.", std::move(field))},
                    {"mapping", text("The mapping as a file (TOML), to be kept and used again.")}});
}

json::object report() {
  auto row =
      object_of("The case of a row.",
                {{"sheet", text("The sheet.")},
                 {"row", whole_number("Its number in the spreadsheet.")},
                 {"reference", text("Its reference there.")},
                 {"case", text("Its reference here; empty where it has none.")},
                 {"state", one_of("What becomes of it: it is made, is in the store already, is refused, or waits "
                                  "for the rest of the file.",
                                  {"MADE", "THERE", "REFUSED", "WAITS"})},
                 {"entries", list("The kinds of the entries that it becomes.", text("A kind."))}});
  auto finding = object_of("What to know of a cell, a row or the file.",
                           {{"sheet", text("The sheet; empty for the file.")},
                            {"row", whole_number("The row; 0 for the sheet.")},
                            {"column", text("The column; empty for the row.")},
                            {"code", text("The refusal, which has to be mended first; empty for a warning.")},
                            {"says", text("What it is, and what to do.")}});
  return object_of("What an import did or would do.",
                   {{"past", text_like("The file.", reference_pattern)},
                    {"good", yes_or_no("Nothing has to be mended.")},
                    {"stored", yes_or_no("It was stored.")},
                    {"cases", whole_number("Cases that are made.")},
                    {"entries", whole_number("Entries that are made.")},
                    {"there", whole_number("Cases that the store has already.")},
                    {"rows", list("Each case.", std::move(row))},
                    {"findings", list("Faults and warnings, by sheet and row.", std::move(finding))}});
}

}  // namespace

void add_past_schemas(json::object& schemas) {
  auto form = object_of("A spreadsheet of past cases.",
                        {{"file", json::object{{"type", "string"},
                                               {"contentMediaType", "application/octet-stream"},
                                               {"description", "An Excel file (.xlsx) or a CSV file, at most 10 MB."}}},
                         {"mapping", text("A mapping (TOML); guessed if absent."), false}});
  schemas["PastForm"] = std::move(form);
  schemas["PastFile"] = file();
  schemas["PastMapping"] = object_of("Which column is which.", {{"mapping", text("The mapping (TOML).")}});
  schemas["PastWish"] =
      object_of("An import that another person must approve.", {{"reason", text("Why. Name nobody."), false}});
  schemas["PastReport"] = report();
}

}  // namespace reviewd::openapi
