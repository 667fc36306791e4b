#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

constexpr std::string_view digest_pattern = "^[0-9a-f]{64}$";

std::vector<Member> version_members() {
  auto title = text("What it is called.");
  title["x-personal"] = true;
  auto file = text("What the sender's file was called.");
  file["x-personal"] = true;
  auto place = text("Where it is kept, if it is kept elsewhere.");
  place["x-personal"] = true;
  return {
      {"version", whole_number("Which version it is, from 1. A number is never used again.")},
      {"entry", text("The entry that filed it.")},
      {"title", std::move(title), false},
      {"state", one_of("HELD: it waits for its check, and is not given out. CLEAN: it may be read. REFUSED: the check "
                       "found something harmful. ERASED: its content is gone. ELSEWHERE: only the place was recorded.",
                       {"HELD", "CLEAN", "REFUSED", "ERASED", "ELSEWHERE"})},
      {"checkedBy", text("What checked it; none where nothing checks documents."), false},
      {"mediaType", text("Its media type, as its content shows it."), false},
      {"size", whole_number("Its size in bytes."), false},
      {"digest", text_like("Its SHA-256.", digest_pattern), false},
      {"fileName", std::move(file), false},
      {"keptIn", std::move(place), false},
      {"embargoed", yes_or_no("An embargo covers it: its file is given out as a copy that carries the reader's name."),
       false},
      {"kept", yes_or_no("The embargo keeps it from whoever asks: its title, file name, size and digest are not told."),
       false},
      {"coveredBy",
       list("The embargoes of this case that cover it; absent where none does. One of another case is not named.",
            text_like("An embargo.", reference_pattern)),
       false},
      {"sort", schema_ref("DocumentSort"), false},
      {"review", text_like("The review whose report it is.", reference_pattern), false},
      {"meeting", text_like("The meeting whose paper it is.", reference_pattern), false},
      {"agency", text_like("The agency whose it is.", reference_pattern), false},
      {"filedOn", day("When it was filed."), false},
      {"recordedTime", instant("When that was recorded.")},
      {"recordedBy", text_like("Who recorded it.", reference_pattern)}};
}

json::object form() {
  auto title = text("What it is called.");
  title["x-personal"] = true;
  return object_of(
      "A document and what is said of it, as a form with a file. Taken: PDF, Word, Excel, PowerPoint and OpenDocument "
      "without macros, PNG, JPEG, plain text and CSV in UTF-8; content, name and declared type must agree.",
      {{"title", std::move(title)},
       {"file", text("The file, with its name. At most 25 MiB, unless the service is set otherwise.")},
       {"document",
        text_like("The document that this is the next version of; absent for a new one.", reference_pattern), false},
       {"meeting", text_like("The meeting whose paper it is.", reference_pattern), false},
       {"agency", text_like("The agency whose it is.", reference_pattern), false},
       {"review", text_like("The review whose report it is, where it is one.", reference_pattern), false},
       {"sort", schema_ref("DocumentSort"), false},
       {"occurredOn", day("When it was filed; today if absent."), false}});
}

}  // namespace

void add_document_schemas(json::object& schemas) {
  schemas["DocumentForm"] = form();
  schemas["DocumentVersion"] = object_of("One version of a document.", version_members());
  auto document = version_members();
  document.insert(document.begin(), {"document", text_like("The document.", reference_pattern)});
  document.push_back(
      {"versions", list("Every version that the reader sees, the newest first.", schema_ref("DocumentVersion"))});
  schemas["Document"] = object_of("A document: its newest version, and all of them.", std::move(document));
  schemas["DocumentContent"] = text(
      "The bytes, as an attachment under a neutral name. Of a document under an embargo, a copy that carries the "
      "reader's name and the time.");
}

}  // namespace reviewd::openapi
