#include "reviewd/api/register_page.hpp"

#include <fmt/format.h>

#include <string_view>

#include "libreview/record/days.hpp"
#include "libreview/vocabulary/names.hpp"

namespace reviewd {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string title_of(const Published& one) {
  return escaped(one.title.empty() ? fmt::format("Local child safeguarding practice review about {}", one.about)
                                   : one.title);
}

std::string linked(const Published& one) {
  const bool is_link = one.address.starts_with("https://") || one.address.starts_with("http://");
  return is_link ? fmt::format("<a href=\"{}\">{}</a>", escaped(one.address), title_of(one)) : title_of(one);
}

std::string row_of(const Published& one) {
  const auto* form = review::v1::PublicationForm_descriptor()->FindValueByNumber(one.review->form());
  const auto day = review::whole_day(one.review->published_on());
  const auto words = day ? fmt::format("{} {} {}", day->day(), review::month_name(day->month()), day->year())
                         : one.review->published_on();
  return fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>\n", linked(one), escaped(words),
                     escaped(form == nullptr ? std::string() : review::choice_label(*form)));
}

}  // namespace

std::string register_page(const std::string& partnership, const std::vector<Published>& published) {
  std::string rows;
  for (const auto& one : published) rows += row_of(one);
  const auto table = rows.empty() ? std::string("<p>No review is published at the moment.</p>\n")
                                  : "<table>\n<thead><tr><th scope=\"col\">Review</th><th scope=\"col\">Published</th>"
                                    "<th scope=\"col\">Form</th></tr></thead>\n<tbody>\n" +
                                        rows + "</tbody>\n</table>\n";
  const auto name = escaped(partnership);
  return "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Published reviews - " +
         name + "</title>\n</head>\n<body>\n<main>\n<h1>Published reviews</h1>\n<p>" + name + "</p>\n" + table +
         "</main>\n</body>\n</html>\n";
}

}  // namespace reviewd
