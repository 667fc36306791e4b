#include "tools/reviewctl/verbs/show_record.hpp"

#include "tools/reviewctl/case_text.hpp"
#include "tools/reviewctl/service_of.hpp"

namespace reviewctl {

Outcome<ExitCode> show_record(Call& call, const std::string& path) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto as_at = call.arguments.day("as-at");
  if (!as_at) return stop(as_at.error());
  const auto one = ask_json(**service, {"GET", path + (*as_at ? "?asAt=" + (*as_at)->iso() : std::string())});
  if (!one) return stop(one.error());
  if (call.output.for_people()) {
    show_case(call.output, one->get_object());
  } else {
    call.output.value(*one);
  }
  return ExitCode::done;
}

}  // namespace reviewctl
