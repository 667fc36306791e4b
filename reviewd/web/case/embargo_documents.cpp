#include "reviewd/web/case/embargo_documents.hpp"

#include <algorithm>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/screen_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

bool is_covered(const json::value& document, const std::string& embargo) {
  const auto& by = list_in(document, "coveredBy");
  return std::ranges::any_of(by, [&](const json::value& one) { return one.as_string() == embargo; });
}

Cell document_cell(const json::value& document, const std::string& case_address) {
  const auto name = text_in(document, "document");
  const auto title = text_in(document, "title");
  return {title.empty() ? name_words(name) : title, case_address + "/documents#" + percent_encoded(name)};
}

std::string filed_as(const json::value& document) {
  if (text_in(document, "sort") == "GENOGRAM") return "A genogram";
  if (!text_in(document, "meeting").empty()) return "A meeting’s paper";
  if (const auto agency = text_in(document, "agency"); !agency.empty()) return "A paper of " + agency_words(agency);
  const auto review = text_in(document, "review");
  return review.empty() ? "A document of the case" : "The report of " + name_words(review) + ", or a draft of it";
}

/// Where an embargo is placed on it, with the document chosen.
Cell place_cell(const json::value& document, const std::string& case_address, bool may_place) {
  if (flag_in(document, "embargoed")) return {"Another embargo covers it"};
  if (!may_place) return {"No embargo covers it"};
  const auto name = text_in(document, "document");
  return {"Place an embargo on " + text_in(document, "title"), case_address +
                                                                   "/add/embargoPlaced?embargoPlaced.covers=DOCUMENT" +
                                                                   "&embargoPlaced.documents=" + percent_encoded(name)};
}

}  // namespace

std::vector<Section> embargo_documents(const json::array& documents, const std::string& embargo,
                                       const std::string& case_address, bool may_place) {
  Section covered{.heading = "Documents that it covers"};
  covered.table = {"Covered by this embargo", {"Document", "Filed as"}, {}};
  Section open{.heading = "Documents that it does not cover"};
  open.table = {"Filed in the case, and not covered by this embargo", {"Document", "Filed as", "To cover it"}, {}};
  for (const auto& document : documents) {
    std::vector<Cell> row = {document_cell(document, case_address), {filed_as(document)}};
    const bool in = is_covered(document, embargo);
    if (!in) row.push_back(place_cell(document, case_address, may_place));
    (in ? covered : open).table.rows.push_back(std::move(row));
  }
  std::vector<Section> all;
  if (documents.empty()) return all;
  if (covered.table.rows.empty()) covered.paragraphs = {"It covers no document that is filed in the case."};
  all.push_back(std::move(covered));
  if (open.table.rows.empty()) return all;
  open.paragraphs = {
      "These are filed in the case too. Whoever may open the documents of the case can open them, unless another "
      "embargo covers them. Look through the list: a draft of the report that was filed as a meeting’s paper is not "
      "covered with the report."};
  if (may_place) {
    open.paragraphs.emplace_back(
        "An embargo that is placed takes in no other document by name. To cover one, place another embargo on it, with "
        "the same readers and the same day. Each is lifted on its own.");
  }
  all.push_back(std::move(open));
  return all;
}

}  // namespace reviewd
