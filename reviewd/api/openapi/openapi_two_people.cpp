#include "libreview/access/field_class.hpp"
#include "reviewd/act/erasure_ground.hpp"
#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

json::object field_class(std::string_view says) {
  std::vector<std::string_view> names;
  for (const auto one : review::field_classes()) names.push_back(review::field_class_name(one));
  return one_of(says, names);
}

json::object ground(std::string_view says) {
  std::vector<std::string_view> names;
  for (const auto& one : erasure_grounds()) names.push_back(one.name);
  return one_of(says, names);
}

Member addresses() {
  return {"placementAddresses",
          yes_or_no("Where children live, are placed and go to school is in it too. Left out if absent."), false};
}

Member entries() {
  return {"entries", list("The entries; the whole case if absent.", text_like("An entry.", reference_pattern)), false};
}

void add_exports(json::object& schemas) {
  schemas["CaseExportChoice"] = object_of("What an export of a case is to hold.", {addresses()});
  schemas["CaseExportPreview"] =
      object_of("What an export of a case would hold. Free text may say anything, an address too.",
                {{"case", text_like("The case.", reference_pattern)},
                 {"entries", whole_number("How many entries.")},
                 {"fields", list("The sorts of fields that are filled.", field_class("A sort of field."))}});
  schemas["CaseExportWish"] =
      object_of("An export of a case that another person must approve.",
                {{"recipient", text("Who gets it.")}, {"reason", text("Why."), false}, addresses()});
  schemas["CaseExport"] = text(
      "JSON texts, one a line. The first is an object with one member, export: the marking OFFICIAL-SENSITIVE, whether "
      "the store is a practice store, the case, the recipient, the approval, who exported it and when, and the sorts "
      "of fields in it. Each line after it is an Entry as the reader sees it; of a hidden one only its envelope and "
      "kind. An import passes over the first line.");
  schemas["ExportWish"] = object_of(
      "An export of everything that another person must approve. What an embargo keeps from who "
      "downloads it is left out.",
      {{"recipient", text("Who gets it.")}, {"reason", text("Why."), false}});
}

void add_erasure(json::object& schemas) {
  schemas["ErasureChoice"] = object_of("What is to be erased.", {entries()});
  auto hold = object_of("A legal hold that is in force.",
                        {{"hold", text("Its id.")},
                         {"title", text("What it says.")},
                         {"since", day("Since when.")},
                         {"cites", list("Where it stands.", json::object{{"type", "string"}})}});
  auto choice = object_of("Why words may be erased.", {{"ground", ground("Its id.")},
                                                       {"title", text("What people call it.")},
                                                       {"cites", text("Where the law says so.")}});
  schemas["ErasurePreview"] = object_of(
      "What would be erased. Nothing was.",
      {{"case", text_like("The case; absent where it is of a programme.", reference_pattern), false},
       {"programme", text_like("The programme; absent where it is of a case.", reference_pattern), false},
       {"wholeCase", yes_or_no("No entry was named.")},
       {"entries", list("These lose what is personal and all free text: those named, with their corrections and the "
                        "other versions of their documents.",
                        text_like("An entry.", reference_pattern))},
       {"documents", list("The contents of these go, in all versions.", text_like("A document.", reference_pattern))},
       {"drafts", whole_number("How many drafts of the case go, whoever writes them.")},
       {"meetingEntries", whole_number("How many entries of meetings about this case lose their words.")},
       {"holds", list("The legal holds in force.", std::move(hold))},
       {"grounds", list("The grounds to choose from.", std::move(choice))},
       {"kept", text("Why nothing may be erased, whatever is said of the holds; absent where something may."), false}});
  schemas["ErasureWish"] =
      object_of("An erasure that another person must approve; one of the two looks after information governance.",
                {entries(),
                 {"ground", ground("Why it is lawful.")},
                 {"reason", text("Why, in words: name nobody, for this stays."), false},
                 {"notUnderHolds",
                  list("The holds in force that were checked, and that nothing here touches on. All must be named.",
                       text("A hold.")),
                  false}});
}

}  // namespace

void add_two_people_schemas(json::object& schemas) {
  add_exports(schemas);
  add_erasure(schemas);
}

}  // namespace reviewd::openapi
