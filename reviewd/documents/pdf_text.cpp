#include "reviewd/documents/pdf_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "reviewd/documents/pdf_objects.hpp"
#include "reviewd/documents/pdf_programs.hpp"
#include "reviewd/documents/read_with.hpp"
#include "reviewd/documents/xml_text.hpp"

namespace reviewd {
namespace {

constexpr std::chrono::seconds longest_pdf{20};
constexpr std::size_t most_pdf_text = 16UL * 1024 * 1024;
/// What is read into memory as a whole, where it may take many times its length.
constexpr std::size_t most_properties = 2UL * 1024 * 1024;
constexpr std::size_t most_objects = 24UL * 1024 * 1024;
constexpr std::size_t most_pages_named = 10;

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; });
}

/// `pdftotext` ends each page with a form feed.
void put_pages(std::string_view all, DocumentText& into) {
  std::size_t number = 0;
  std::vector<std::size_t> blank;
  while (!all.empty()) {
    const auto end = all.find('\f');
    const auto page = all.substr(0, end);
    ++number;
    if (is_blank(page)) {
      blank.push_back(number);
    } else {
      into.texts.push_back({fmt::format("Page {}", number), std::string(page)});
    }
    all.remove_prefix(end == std::string_view::npos ? all.size() : end + 1);
  }
  constexpr std::string_view by_eye = "There is no text that can be read here, perhaps a picture: check it by eye.";
  if (blank.size() > most_pages_named || (blank.empty() && number == 0)) {
    into.unread.push_back({fmt::format("{} pages", blank.size()), std::string(by_eye)});
    return;
  }
  for (const auto page : blank) into.unread.push_back({fmt::format("Page {}", page), std::string(by_eye)});
}

}  // namespace

DocumentText pdf_text(const std::string& content, const std::stop_token& stop) {
  const auto until = std::chrono::steady_clock::now() + longest_pdf;
  DocumentText found;
  const auto within = [&](std::size_t most) { return ReadingLimits{.until = until, .most_bytes = most, .stop = stop}; };
  const auto pages = read_with({pdftotext, "-enc", "UTF-8", "/dev/stdin", "-"}, content, within(most_pdf_text));
  if (pages.end == ReadingEnd::absent) {
    found.unread.push_back({"The file",
                            "PDFs cannot be checked at this moment: a program for it is missing. Tell who looks after "
                            "this service, and check it by eye."});
    return found;
  }
  if (!pages) {
    found.unread.push_back(
        {"The file",
         "This file cannot be checked: check it by eye. It may be damaged, protected with a password, "
         "or too complicated."});
    return found;
  }
  put_pages(pages.said, found);
  const auto properties = read_with({pdfinfo, "-meta", "/dev/stdin"}, content, within(most_properties));
  const std::string of_the_file = "Properties of the file";
  if (!properties ||
      (!is_blank(properties.said) && !put_xml(properties.said, XmlPart::properties, of_the_file, found))) {
    found.unread.push_back({of_the_file, "They are damaged or too long, and could not be read: check them by eye."});
  }
  const auto objects =
      read_with({qpdf, "--warning-exit-0", "--json=2", "--json-key=qpdf", "/dev/stdin"}, content, within(most_objects));
  if (!objects || !put_pdf_objects(objects.said, found)) {
    found.unread.push_back({"Beside the pages",
                            "Properties, comments and descriptions of pictures could not be read: check them by eye."});
  }
  return found;
}

}  // namespace reviewd
