#include "reviewd/web/frame/pdf_of_text.hpp"

#include <boost/json/object.hpp>

#include "reviewd/http/then.hpp"
#include "reviewd/paper/paper_pdf.hpp"
#include "reviewd/paper/write_paper.hpp"
#include "reviewd/web/frame/render.hpp"

namespace reviewd {
namespace {

constexpr std::string_view ending_of_text = ".odt\"";

bool is_text(const Response& answer) { return answer.status == 200 && answer.content_type == paper_type; }

Response as_pdf(Response made, std::string pdf) {
  made.content_type = "application/pdf";
  made.body = std::move(pdf);
  for (auto& [name, value] : made.headers) {
    if (name == "Content-Disposition" && value.ends_with(ending_of_text))
      value.replace(value.size() - ending_of_text.size(), ending_of_text.size(), ".pdf\"");
  }
  return made;
}

}  // namespace

Response pdf_of_text(const PageCall& call, Response text) {
  if (text.is_whole() && !is_text(text)) return text;
  // The page for one that cannot be made is made now: later nothing is known of who asks.
  const auto sorry = refused_page(call, 503,
                                  boost::json::object{{"detail",
                                                       "The PDF cannot be made at this moment. Take the OpenDocument "
                                                       "text, or try again in a minute; if it stays so, tell who "
                                                       "looks after this service."}});
  return then_in_line(std::move(text), SlowPart::Line::papers, call.visitor.reader.person,
                      [sorry](Response made, const std::stop_token& stop) {
                        if (!is_text(made)) return made;
                        auto pdf = paper_pdf(made.body, stop);
                        return pdf ? as_pdf(std::move(made), std::move(*pdf)) : sorry;
                      });
}

}  // namespace reviewd
