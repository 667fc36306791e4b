#include "reviewd/api/openapi/openapi_problems.hpp"
#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

json::object head() {
  return object_of("The state of the log. Whoever keeps a head can check later that the log still begins with it.",
                   {{"size", whole_number("How many entries the log has.")},
                    {"root", text_like("The root of the Merkle tree over them.", "^[0-9a-f]{64}$")}});
}

json::object verification() {
  auto bad = object_of("The first place where the log does not hold.",
                       {{"sequence", whole_number("The place in the log.")},
                        {"record", text("The record, where it can be told and you see what it is of."), false},
                        {"says", text("What is wrong.")}});
  return object_of("What a verification found.",
                   {{"verifies", yes_or_no("The log holds.")},
                    {"checked", whole_number("Entries found good.")},
                    {"erased", whole_number("Of these, how many have lost their sealed part.")},
                    {"head", schema_ref("Head", "Of the whole log, where it holds."), false},
                    {"firstBad", std::move(bad), false}});
}

json::object row_fault() {
  return object_of("A line that cannot be taken.",
                   {{"line", whole_number("The line, from 1.")},
                    {"code", code_schema("Why, as in a problem.")},
                    {"says", text("What is wrong with it.")},
                    {"violations", list("Each fault with its place in the line.", violation_schema())}});
}

}  // namespace

void add_store_schemas(json::object& schemas) {
  schemas["Head"] = head();
  schemas["VerifyWish"] =
      object_of("What to verify the log against.",
                {{"against", text_like("An earlier head: size and root.", "^ *[0-9]+ +[0-9a-f]{64} *$"), false}});
  schemas["Verification"] = verification();
  schemas["BackupWish"] =
      object_of("Where the backup goes.", {{"to", text_like("A file on the server that does not exist yet.", "^/")}});
  schemas["CheckReport"] =
      object_of("What a check of the file and the log found.",
                {{"good", yes_or_no("Nothing is wrong.")},
                 {"faults", list("What is wrong with the file; at most 100.", json::object{{"type", "string"}})},
                 {"log", schema_ref("Verification", "The log.")}});
  schemas["Rebuilt"] = object_of("The views were made again.", {{"rebuilt", yes_or_no("They were.")}});
  schemas["Ndjson"] = text(
      "JSON texts, one entry a line, in the order of the log. Each line is an Entry with the fields of the server.");
  schemas["ImportReport"] = object_of("What an import took: all lines or none.",
                                      {{"taken", whole_number("Lines that can be taken.")},
                                       {"stored", yes_or_no("They were stored. False for a dry run.")},
                                       {"faults", list("Lines that cannot be taken.", row_fault())}});
}

}  // namespace reviewd::openapi
