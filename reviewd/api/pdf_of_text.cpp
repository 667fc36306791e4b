#include "reviewd/api/pdf_of_text.hpp"

#include "reviewd/http/problem.hpp"
#include "reviewd/http/then.hpp"
#include "reviewd/paper/paper_pdf.hpp"
#include "reviewd/paper/write_paper.hpp"

namespace reviewd {
namespace {

constexpr std::string_view ending_of_text = ".odt\"";

bool is_paper_text(const Response& answer) { return answer.status == 200 && answer.content_type == paper_type; }

Response with_pdf(Response made, std::string pdf) {
  made.content_type = "application/pdf";
  made.body = std::move(pdf);
  for (auto& [name, value] : made.headers) {
    if (name == "Content-Disposition" && value.ends_with(ending_of_text))
      value.replace(value.size() - ending_of_text.size(), ending_of_text.size(), ".pdf\"");
  }
  return made;
}

}  // namespace

Response pdf_of_text(const Call& call, Response text) {
  if (text.is_whole() && !is_paper_text(text)) return text;
  return then_in_line(std::move(text), SlowPart::Line::papers, call.reader.person,
                      [id = call.request.request_id](Response made, const std::stop_token& stop) {
                        if (!is_paper_text(made)) return made;
                        auto pdf = paper_pdf(made.body, stop);
                        return pdf ? with_pdf(std::move(made), std::move(*pdf)) : problem(pdf.error(), id);
                      });
}

}  // namespace reviewd
