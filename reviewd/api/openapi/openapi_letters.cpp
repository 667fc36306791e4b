#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {

void add_letter_schemas(boost::json::object& schemas) {
  schemas["Letter"] = object_of(
      "A letter that can be made of a case now.",
      {{"letter", text_like("Its name in addresses.", "^[a-z0-9][a-z0-9-]{0,79}$")},
       {"title", text("What people call it.")},
       {"missing", list("What it should have and the record has not, a few words each.", text("What is missing."))}});
  schemas["LetterList"] = object_of("The letters of a case.", {{"letters", list("The letters.", schema_ref("Letter"))},
                                                               {"pdf", yes_or_no("PDFs can be made here.")}});
  schemas["Paper"] = text("An OpenDocument text.");
  schemas["PaperAsPdf"] = text("The same as a PDF that is tagged for screen readers.");
}

}  // namespace reviewd::openapi
