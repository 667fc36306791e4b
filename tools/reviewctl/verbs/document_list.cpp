#include "reviewd/documents/file_type.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/list_options.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run_document_list(Call& call) {
  const auto service = http_service_of(call);
  if (!service) return stop(service.error());
  auto wish = list_wish(call.arguments, case_path(call.arguments, "/documents"), "documents");
  if (!wish) return stop(wish.error());
  auto documents = ask_list(**service, *wish);
  if (!documents) return stop(documents.error());
  Table table{{{"DOCUMENT", "document"},
               {"VERSION", "version"},
               {"TITLE", "title"},
               {"TYPE", "mediaType"},
               {"SIZE", "size"},
               {"STATE", "state"},
               {"FILED", "filedOn"},
               {"BY", "recordedBy"}}};
  for (const auto& value : *documents) {
    const auto& document = value.get_object();
    const auto media_type = text_of(document, "mediaType");
    const auto* type = reviewd::find_file_type(media_type);
    const auto state = text_of(document, "state");
    const auto size = number_of(document, "size");
    table.rows.push_back({text_of(document, "document"),
                          std::to_string(number_of(document, "version")),
                          text_of(document, "title"),
                          {type == nullptr ? media_type : std::string(type->words), media_type},
                          size == 0 ? std::string() : std::to_string(size),
                          {in_plain(state), state},
                          text_of(document, "filedOn"),
                          text_of(document, "recordedBy")});
  }
  call.output.list({"documents", std::move(*documents), std::move(table), "No document was filed in this case."});
  return ExitCode::done;
}

}  // namespace

Verb document_list() {
  return {.noun = "document",
          .verb = "list",
          .summary = "Lists the documents of a case, newest first",
          .reach = Reach::server,
          .lists = true,
          .operands = {{"CASE", "The reference of the case"}},
          .options = {{"limit", "N", "At most so many"}},
          .examples = {{"With every version", "document list 26-0018 --output json"}},
          .run = run_document_list};
}

}  // namespace reviewctl
