#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

/// Only this user may read what is written; a file that is there is not overwritten.
Outcome<bool> write_file(const std::string& file, const std::string& bytes) {
  if (std::filesystem::exists(file)) return failed(file + " exists already. Name another file.");
  const auto before = umask(077);
  std::ofstream out(file, std::ios::binary);
  umask(before);
  out << bytes;
  out.close();
  if (!out) return failed(file + " cannot be written.");
  return true;
}

Outcome<ExitCode> run_export_entries(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto bytes = ask_bytes(**service, {"GET", "/v1/export"});
  if (!bytes) {
    auto problem = bytes.error();
    if (problem.code == "second-person-required") {
      problem.hints = {"Propose it: POST /v1/export:propose with recipient and reason. Another person approves it on",
                       "the page Approvals. Then the same command works once, within a day."};
    }
    return stop(std::move(problem));
  }
  const auto to = call.arguments.find("to");
  if (!to || *to == "-") {
    call.output.raw(*bytes);
    return ExitCode::done;
  }
  if (const auto written = write_file(*to, *bytes); !written) return stop(written.error());
  return ExitCode::done;
}

}  // namespace

Verb export_entries() {
  return {.noun = "export",
          .verb = "",
          .summary = "Writes every entry, one a line (ndjson)",
          .reach = Reach::file_or_server,
          .options = {{"to", "FILE", "Where it goes; standard output if not given"}},
          .more =
              "It holds what the record holds, names too. Keep it as safe as the store. Documents are in it "
              "with their digests; their files travel with a backup only. From a service, what an embargo keeps from "
              "you is "
              "left out; from the file of the store it is complete.",
          .examples = {{"From the running service", "export --to cases.ndjson"}},
          .run = run_export_entries};
}

}  // namespace reviewctl
