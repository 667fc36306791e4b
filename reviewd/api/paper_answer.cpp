#include "reviewd/api/paper_answer.hpp"

#include <fmt/format.h>

#include <memory>
#include <utility>

#include "libreview/calendar/london.hpp"
#include "reviewd/api/copy_mark.hpp"
#include "reviewd/http/problem.hpp"
#include "reviewd/http/slow_part.hpp"
#include "reviewd/letters/letter_words.hpp"
#include "reviewd/paper/whole_pdf.hpp"
#include "reviewd/paper/write_paper.hpp"

namespace reviewd {
namespace {

/// What is on record when it leaves: what was put in, by the notes of all.
struct PutIn {
  std::vector<std::function<void(review::Desk&)>> of{};
  std::vector<bool> is_in{};
};

}  // namespace

void mark_for_reader(const Call& call, Paper& paper) {
  const auto at = call.moment.now;
  const auto mark = copy_mark(call, paper.above);
  paper.foot = copy_words(mark);
  paper.watermark = fmt::format("{} {} {}", mark.name.empty() ? mark.reader : mark.name, review::london_day(at).iso(),
                                review::london_time(at));
}

Response paper_answer(const Call& call, Paper paper, const std::string& name, PaperForm form) {
  return paper_answer(call, std::move(paper), name, form, {});
}

Response paper_answer(const Call& call, Paper paper, const std::string& name, PaperForm form,
                      std::vector<GivenDocument> given) {
  paper.marking = "OFFICIAL-SENSITIVE";
  paper.practice = call.storage.store().practice();
  const bool is_pdf = form == PaperForm::pdf;
  Response made{200, is_pdf ? "application/pdf" : paper_type, {}};
  made.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"{}-{}.{}\"", name,
                                                               call.moment.today.iso(), is_pdf ? "pdf" : "odt"));
  made.headers.emplace_back("Content-Security-Policy", "default-src 'none'; sandbox");
  const auto attached = std::make_shared<std::vector<AttachedDocument>>();
  const auto notes = std::make_shared<PutIn>();
  for (auto& one : given) {
    attached->push_back(std::move(one.attached));
    notes->of.push_back(std::move(one.note));
  }
  Response later;
  later.rest = SlowPart{is_pdf ? SlowPart::Line::papers : SlowPart::Line::written, call.reader.person,
                        [made, is_pdf, paper = std::move(paper), dated = call.moment.now, attached, notes,
                         request_id = call.request.request_id](const std::stop_token& stop) {
                          auto response = made;
                          if (!is_pdf) {
                            response.body = write_paper(paper, dated);
                            return response;
                          }
                          auto whole = whole_pdf(paper, dated, *attached, stop);
                          if (!whole) return problem(whole.error(), request_id);
                          response.body = std::move(whole->pdf);
                          notes->is_in = std::move(whole->is_in);
                          return response;
                        }};
  if (!attached->empty()) {
    std::get<SlowPart>(later.rest).note = [notes, reader = call.reader](Storage& storage) {
      for (std::size_t i = 0; i < notes->is_in.size(); ++i) {
        if (notes->is_in[i]) notes->of[i](storage.desk());
      }
      return storage.record_shown(reader);
    };
  }
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
