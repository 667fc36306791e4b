#include "tools/reviewctl/verbs/take_file.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/write_new.hpp"

namespace reviewctl {

Outcome<ExitCode> take_file(Call& call, const FileAddress& address, const std::vector<std::string>& formats) {
  const auto to = call.arguments.find("to");
  if (!to) return misused("Say where it goes: --to FILE, or --to - for standard output.");
  const auto format = std::string(call.arguments.find("format").value_or(formats.front()));
  if (std::ranges::find(formats, format) == formats.end()) {
    return misused(fmt::format("--format is one of {}.", fmt::join(formats, ", ")));
  }
  const auto service = http_service_of(call);
  if (!service) return stop(service.error());
  const auto content = ask_bytes(**service, {"GET", fmt::format("{}:{}{}", address.path, format, address.query)});
  if (!content) return stop(content.error());
  if (*to == "-") {
    call.output.raw(*content);
    return ExitCode::done;
  }
  const auto written = write_new(*to, *content);
  if (written) call.output.say(fmt::format("It is in {}.", *to));
  return written;
}

}  // namespace reviewctl
