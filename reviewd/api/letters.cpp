#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>

#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/letters_at_hand.hpp"
#include "reviewd/http/problem.hpp"
#include "reviewd/http/slow_part.hpp"
#include "reviewd/paper/paper_pdf.hpp"
#include "reviewd/paper/write_paper.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Right;

/// An agency's letter is told from another's by the agency.
std::string title_of(const NamedLetter& one) {
  const auto& blocks = one.letter.paper.blocks;
  for (const auto& block : blocks) {
    const auto* facts = std::get_if<paper::Facts>(&block);
    if (facts == nullptr || facts->facts.empty() || facts->facts.front().name != "To") continue;
    return fmt::format("{}: {}", one.letter.paper.title, facts->facts.front().value);
  }
  return one.letter.paper.title;
}

Response list_letters(Call& call) {
  const auto letters = letters_at_hand(call);
  if (!letters) return refused(call, letters.error());
  json::array shown;
  for (const auto& one : *letters) {
    json::array missing;
    for (const auto& what : one.letter.missing) missing.push_back(json::string(what));
    shown.push_back(json::object{{"letter", one.name}, {"title", title_of(one)}, {"missing", std::move(missing)}});
  }
  return json_answer(200, json::object{{"letters", std::move(shown)}, {"pdf", has_pdf_converter()}});
}

review::Result<Paper> paper_asked(Call& call) {
  auto letters = letters_at_hand(call);
  if (!letters) return review::refuse(letters.error());
  const auto found = std::ranges::find(*letters, call.path("letter"), &NamedLetter::name);
  if (found == letters->end()) return review::refuse(Code::not_found, "There is no letter of this name in this case.");
  call.desk().note_shown(call.path("case"), "letter");
  return std::move(found->letter.paper);
}

Response as_file(const Call& call, std::string type, std::string_view ending) {
  Response made{200, std::move(type)};
  made.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"{}-{}.{}\"", call.path("case"),
                                                               call.path("letter"), ending));
  return made;
}

Response get_letter(Call& call) {
  auto paper = paper_asked(call);
  if (!paper) return refused(call, paper.error());
  Response later;
  later.rest = SlowPart{SlowPart::Line::written, call.reader.person,
                        [made = as_file(call, paper_type, "odt"), paper = std::move(*paper),
                         dated = call.moment.now](const std::stop_token&) {
                          auto response = made;
                          response.body = write_paper(paper, dated);
                          return response;
                        }};
  return later;
}

Response get_letter_as_pdf(Call& call) {
  auto paper = paper_asked(call);
  if (!paper) return refused(call, paper.error());
  Response later;
  later.rest = SlowPart{SlowPart::Line::papers, call.reader.person,
                        [made = as_file(call, "application/pdf", "pdf"), paper = std::move(*paper),
                         dated = call.moment.now, id = call.request.request_id](const std::stop_token& stop) {
                          auto pdf = paper_pdf(write_paper(paper, dated), stop);
                          if (!pdf) return problem(pdf.error(), id);
                          auto response = made;
                          response.body = std::move(*pdf);
                          return response;
                        }};
  return later;
}

}  // namespace

std::vector<Endpoint> letter_endpoints() {
  return {{"GET",
           "/v1/cases/{case}/letters",
           "listLetters",
           "The letters that can be made of a case now, with what the record does not have for them",
           {Right::read_cases},
           Use::read,
           {},
           "",
           "LetterList",
           200,
           list_letters},
          {"GET",
           "/v1/cases/{case}/letters/{letter}:odt",
           "getLetter",
           "One of them as an OpenDocument text",
           {Right::read_cases},
           Use::read,
           {},
           "",
           "Paper",
           200,
           get_letter},
          {"GET",
           "/v1/cases/{case}/letters/{letter}:pdf",
           "getLetterAsPdf",
           "One of them as a PDF, tagged for screen readers; refused where the program for it is not installed",
           {Right::read_cases},
           Use::read,
           {},
           "",
           "PaperAsPdf",
           200,
           get_letter_as_pdf}};
}

}  // namespace reviewd
