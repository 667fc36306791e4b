#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

std::vector<Member> with_excerpt(std::vector<Member> members) {
  members.push_back({"before", text("What stands before it.")});
  members.push_back({"match", text("What was found, as it stands there.")});
  members.push_back({"after", text("What stands after it.")});
  return members;
}

}  // namespace

void add_rehearsal_schemas(json::object& schemas) {
  schemas["Rehearsal"] =
      object_of("What is to be looked through: a document, a text, or both.",
                {{"document", text_like("A filed document of the case: its newest version.", reference_pattern), false},
                 {"title", text("The title that it will be published under."), false},
                 {"address", text("The web address that it will be published at."), false},
                 {"text", text("The text or the source of the web page that goes with it."), false}});
  schemas["RehearsalMention"] = object_of(
      "Where something stands.", with_excerpt({{"place", text("In words: the page, or what else of the file.")},
                                               {"times", whole_number("How often it stands in this place.")}}));
  schemas["RehearsalFinding"] = object_of(
      "Something that tells a stranger who somebody is. What was recorded is not repeated.",
      with_excerpt({{"kind", one_of("What it tells.", {"NAME", "DATE_OF_BIRTH", "ADDRESS", "SCHOOL", "NHS_NUMBER"})},
                    {"how", one_of("How it is written.",
                                   {"EXACT", "POSSESSIVE", "MISSPELT", "PART", "INITIALS", "DATE_WRITTEN_OTHERWISE"})},
                    {"place", text("In words: the page, or what else of the file.")},
                    {"whose", list("Whose it may be: pseudonyms and relations.", text("One of them."))},
                    {"times", whole_number("How often it stands in this place.")},
                    {"look", yes_or_no("It may be something else, such as an ordinary word: look at it.")}}));
  schemas["RehearsalDetail"] = object_of("A kind of detail that tells who a child is when others stand beside it.",
                                         {{"kind", text("Its id in the rules.")},
                                          {"title", text("What it is.")},
                                          {"advice", text("What to say instead.")},
                                          {"mentions", list("Where it stands.", schema_ref("RehearsalMention"))}});
  schemas["RehearsalWording"] = object_of("Words that say more than was found.",
                                          {{"advice", text("What to say instead.")},
                                           {"mentions", list("Where they stand.", schema_ref("RehearsalMention"))}});
  schemas["RehearsalChecked"] =
      object_of("A text that was looked through.", {{"place", text("In words: the page, or what else of the file.")},
                                                    {"characters", whole_number("How long it is.")}});
  schemas["RehearsalUnread"] = object_of("Something that was not looked through.",
                                         {{"place", text("In words.")}, {"says", text("Why, and what to do.")}});
  schemas["RehearsalAnswer"] =
      object_of("What a stranger would see. That nothing was found is no proof that nothing is there.",
                {{"findings", list("In the order of the places.", schema_ref("RehearsalFinding"))},
                 {"jigsaw", list("Kinds of detail, where there are so many that they may tell together; else none.",
                                 schema_ref("RehearsalDetail"))},
                 {"wording", list("Words that run ahead of what proceedings found, as it is recorded in the case.",
                                  schema_ref("RehearsalWording"))},
                 {"checked", list("What was looked through.", schema_ref("RehearsalChecked"))},
                 {"unreadable", list("What was not, and has to be checked by eye.", schema_ref("RehearsalUnread"))}});
}

}  // namespace reviewd::openapi
