#include "reviewd/web/home/product_document.hpp"

#include <boost/json/array.hpp>

#include "libreview/calendar/london.hpp"
#include "reviewd/paper/write_paper.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

review::Instant dated(const View& view) {
  const auto day = review::Date::parse(view.at("draftedOn").as_string());
  return day ? review::start_of_london_day(*day) : review::Instant();
}

}  // namespace

std::string product_document(const View& view) {
  const boost::json::value product = view;
  const auto version = text_in(product, "sort") + ", version " + text_in(product, "version");
  Paper paper;
  paper.title = text_in(product, "title");
  paper.foot = version + ", " + text_in(product, "draftedDay");
  if (!flag_in(product, "isChecked")) {
    paper.blocks.emplace_back(
        paper::Paragraph{"Draft: not checked for names. Not to be shared.", paper::Paragraph::Look::note});
  }
  paper.blocks.emplace_back(paper::Paragraph{version + ", " + text_in(product, "draftedDay")});
  if (const auto address = text_in(product, "address"); !address.empty())
    paper.blocks.emplace_back(paper::Paragraph{address});
  for (const auto& section : list_in(product, "sections")) {
    paper.blocks.emplace_back(paper::Heading{2, text_in(section, "heading")});
    for (const auto& line : list_in(section, "lines"))
      paper.blocks.emplace_back(paper::Paragraph{text_in(line, "line")});
  }
  return write_paper(paper, dated(view));
}

}  // namespace reviewd
