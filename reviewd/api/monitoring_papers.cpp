#include "reviewd/api/action_endpoints.hpp"
#include "reviewd/api/monitoring_paper.hpp"

namespace reviewd {
namespace {

using review::Right;

Response exceptions_file(Call& call, PaperForm form) {
  const auto asked = round_asked(call);
  if (!asked) return refused(call, asked.error());
  return rounds_in_parts(call, *asked,
                         [asked = *asked, form](const Call& now, const RoundFound& found, const RoundFound&) {
                           const AgencyNames agencies(now);
                           const RoundNames names{agencies, now.desk().law().partnership()};
                           return paper_answer(now, exception_report(asked, found, names), "exception-report", form);
                         });
}

Response headlines_file(Call& call, PaperForm form) {
  const auto asked = round_and_last_asked(call);
  if (!asked) return refused(call, asked.error());
  return rounds_in_parts(call, *asked,
                         [asked = *asked, form](const Call& now, const RoundFound& found, const RoundFound& last) {
                           return paper_answer(now, headline_page(asked, found, last), "monitoring-headlines", form);
                         });
}

Response exceptions_text(Call& call) { return exceptions_file(call, PaperForm::text); }
Response exceptions_pdf(Call& call) { return exceptions_file(call, PaperForm::pdf); }
Response headlines_text(Call& call) { return headlines_file(call, PaperForm::text); }
Response headlines_pdf(Call& call) { return headlines_file(call, PaperForm::pdf); }

Endpoint paper_endpoint(std::string address, std::string name, std::string summary, PaperForm form,
                        Response (*answer)(Call&)) {
  const bool is_pdf = form == PaperForm::pdf;
  return {"GET",
          "/v1/actions/monitoring/" + address + (is_pdf ? ":pdf" : ":odt"),
          std::move(name),
          std::move(summary),
          {Right::read_cases},
          Use::read,
          {"from", "to", "monitoredBy", "asOf"},
          "",
          is_pdf ? "PaperAsPdf" : "Paper",
          200,
          answer};
}

}  // namespace

std::vector<Endpoint> monitoring_paper_endpoints() {
  return {
      paper_endpoint("exceptions", "getMonitoringExceptions",
                     "The round as an exception report for the group (OpenDocument): what is late or off track, what "
                     "moved and how often, who has not answered, what was escalated",
                     PaperForm::text, exceptions_text),
      paper_endpoint("exceptions", "getMonitoringExceptionsAsPdf",
                     "The same as a PDF; refused where the program for it is not installed", PaperForm::pdf,
                     exceptions_pdf),
      paper_endpoint("headlines", "getMonitoringHeadlines",
                     "The round as a page of headlines for the board (OpenDocument): how many actions stand how, and "
                     "of a group what changed since its last round on record",
                     PaperForm::text, headlines_text),
      paper_endpoint("headlines", "getMonitoringHeadlinesAsPdf",
                     "The same as a PDF; refused where the program for it is not installed", PaperForm::pdf,
                     headlines_pdf)};
}

}  // namespace reviewd
