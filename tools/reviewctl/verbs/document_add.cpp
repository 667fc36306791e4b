#include <fmt/format.h>

#include <filesystem>

#include "libreview/store/random_id.hpp"
#include "libreview/store/system_random.hpp"
#include "reviewd/http/multipart.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/read_file.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/list_options.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

using reviewd::MultipartPart;

/// `GENOGRAM` for `genogram`, as the API writes a choice.
std::string document_sort_sent(std::string choice) {
  for (char& c : choice) {
    if (c == '-') {
      c = '_';
    } else if (c >= 'a' && c <= 'z') {
      c = static_cast<char>(c - 'a' + 'A');
    }
  }
  return choice;
}

Outcome<ExitCode> run_document_add(Call& call) {
  const auto file = call.arguments.text("file");
  if (file.empty() || file == "-" || !call.arguments.has("title")) {
    return misused("Name the file and what it is called: --file FILE --title TITLE.");
  }
  const auto content = read_file(file);
  if (!content) return stop(content.error());
  std::vector<std::string> values;
  const std::vector<std::string> names{"title", "document", "meeting", "agency", "sort"};
  for (const auto& name : names) {
    const auto value = call.arguments.text(name);
    values.push_back(name == "sort" ? document_sort_sent(value) : value);
  }
  std::vector<MultipartPart> parts;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (values[i].empty()) continue;
    parts.push_back({names[i], std::nullopt, "", values[i]});
  }
  parts.push_back({"file", std::filesystem::path(file).filename().string(), "", *content});
  review::SystemRandom random;
  const auto boundary = review::random_id(random);
  const auto service = http_service_of(call);
  if (!service) return stop(service.error());
  Ask ask{"POST", case_path(call.arguments, "/documents"), reviewd::write_multipart(boundary, parts),
          "multipart/form-data; boundary=" + boundary};
  ask.idempotency_key = review::random_id(random);
  const auto filed = ask_json(**service, ask);
  if (!filed) return stop(filed.error());
  const auto& document = filed->get_object();
  if (call.output.for_people()) {
    call.output.line(
        fmt::format("Filed as {}, version {}.", text_of(document, "document"), number_of(document, "version")));
    if (text_of(document, "state") == "HELD")
      call.output.say("It is being checked, and can be read when that is done.");
  } else {
    call.output.value(*filed);
  }
  return ExitCode::done;
}

}  // namespace

Verb document_add() {
  return {.noun = "document",
          .verb = "add",
          .summary = "Files a document in a case, or the next version of one",
          .reach = Reach::server,
          .operands = {{"CASE", "The reference of the case"}},
          .options = {{"file", "FILE", "The file, at most 25 MiB"},
                      {"title", "TITLE", "What it is called"},
                      {"document", "DOCUMENT", "The document that this is the next version of"},
                      {"meeting", "MEETING", "The meeting whose paper it is"},
                      {"agency", "AGENCY", "The agency whose it is"},
                      {"sort", "SORT", "What it is: genogram, chronology, minutes, letter or other"}},
          .more =
              "Taken: PDF, Word, Excel, PowerPoint and OpenDocument files without macros, PNG, JPEG, and plain text "
              "and CSV in UTF-8.",
          .examples = {{"A first draft", "document add 26-0018 --file draft.pdf --title \"First draft\""},
                       {"A genogram, which an embargo on who somebody is covers",
                        "document add 26-0018 --file tree.pdf --title \"Who is who\" --sort genogram"},
                       {"Its next version",
                        "document add 26-0018 --file draft.pdf --title \"Second draft\" --document document-1"}},
          .run = run_document_add};
}

}  // namespace reviewctl
