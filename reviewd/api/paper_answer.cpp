#include "reviewd/api/paper_answer.hpp"

#include <fmt/format.h>

#include "libreview/calendar/london.hpp"
#include "reviewd/documents/mark.hpp"
#include "reviewd/http/problem.hpp"
#include "reviewd/http/slow_part.hpp"
#include "reviewd/letters/letter_words.hpp"
#include "reviewd/paper/paper_pdf.hpp"
#include "reviewd/paper/write_paper.hpp"

namespace reviewd {

void mark_for_reader(const Call& call, Paper& paper) {
  const auto account = call.storage.accounts().find(call.reader.person);
  const auto at = call.moment.now;
  const Mark mark{call.reader.person, account ? account->name : std::string(),
                  fmt::format("{} at {}", review::london_day(at).words(), review::london_time(at)), paper.above};
  paper.foot = copy_words(mark);
  paper.watermark = fmt::format("{} {} {}", mark.name.empty() ? mark.reader : mark.name, review::london_day(at).iso(),
                                review::london_time(at));
}

Response paper_answer(const Call& call, Paper paper, const std::string& name, PaperForm form) {
  paper.marking = "OFFICIAL-SENSITIVE";
  paper.practice = call.storage.store().practice();
  const bool is_pdf = form == PaperForm::pdf;
  Response made{200, is_pdf ? "application/pdf" : paper_type, {}};
  made.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"{}-{}.{}\"", name,
                                                               call.moment.today.iso(), is_pdf ? "pdf" : "odt"));
  made.headers.emplace_back("Content-Security-Policy", "default-src 'none'; sandbox");
  Response later;
  later.rest = SlowPart{is_pdf ? SlowPart::Line::papers : SlowPart::Line::written, call.reader.person,
                        [made, is_pdf, paper = std::move(paper), dated = call.moment.now,
                         request_id = call.request.request_id](const std::stop_token& stop) {
                          auto response = made;
                          response.body = write_paper(paper, dated);
                          if (!is_pdf) return response;
                          auto pdf = paper_pdf(response.body, stop);
                          if (!pdf) return problem(pdf.error(), request_id);
                          response.body = std::move(*pdf);
                          return response;
                        }};
  return later;
}

AgencyNames::AgencyNames(const Call& call) {
  for (const auto& one : call.storage.contacts().list()) names_[one.agency] = one.name;
}

std::string AgencyNames::of(const std::string& agency) const {
  const auto found = names_.find(agency);
  return found == names_.end() ? letter_name(agency) : found->second;
}

}  // namespace reviewd
