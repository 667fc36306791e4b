#include <fmt/format.h>

#include "libreview/calendar/partial_date.hpp"
#include "reviewd/api/case_pack.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/given_documents.hpp"

namespace reviewd {
namespace {

using review::Right;

constexpr const char* in_conflict =
    "You declared a conflict of interest here: nothing of this item is in your pack, however the conflict is managed "
    "at "
    "the meeting.";

/// Whether the reader declared a conflict in the item or in its case, whatever is made of it: a pack is read at home,
/// where nobody sees who leaves the room.
bool is_in_conflict(const Call& call, const review::MeetingItem& item) {
  if (item.left || review::conflict_of(item, call.reader.person) != nullptr) return true;
  return !item.case_id.empty() && has_declared_conflict(call, item.case_id);
}

void add_front(const Call& call, const review::Meeting& meeting, const AgencyNames& names, Paper& paper) {
  paper::Facts facts;
  const auto add = [&](const char* name, std::string value) {
    if (!value.empty()) facts.facts.push_back({name, std::move(value)});
  };
  add("On", review::partial_date_words(meeting.held_on));
  add("Begins at", meeting.begins_at);
  add("Place", meeting.place);
  add("Chair", meeting.chair);
  paper.blocks.emplace_back(std::move(facts));
  paper::List invited;
  for (const auto& seat : meeting.invited) {
    invited.items.push_back(fmt::format("{}, {}", seat.person(), names.of(seat.agency())));
  }
  if (!invited.items.empty()) {
    paper.blocks.emplace_back(paper::Heading{2, "Who is invited"});
    paper.blocks.emplace_back(std::move(invited));
  }
  paper.blocks.emplace_back(paper::Heading{2, "Agenda"});
  paper::List agenda{.items = {}, .numbered = true};
  for (const auto& item : meeting.items) {
    agenda.items.push_back(is_in_conflict(call, item) ? "An item in which you declared a conflict of interest"
                           : item.presenter.empty()   ? item.title
                                                      : fmt::format("{} ({})", item.title, item.presenter));
  }
  if (agenda.items.empty()) paper.blocks.emplace_back(paper::Paragraph{"There is no item that you may see."});
  paper.blocks.emplace_back(std::move(agenda));
}

/// What the papers hold beside their own words.
struct PackDocuments {
  std::vector<GivenDocument> given{};
  ContentRoom room{};
};

review::Result<void> add_item(Call& call, const review::Meeting& meeting, std::size_t number, const AgencyNames& names,
                              Paper& paper, PackDocuments* documents) {
  const auto& item = meeting.items[number];
  paper.blocks.emplace_back(paper::NewPage{});
  if (is_in_conflict(call, item)) {
    paper.blocks.emplace_back(paper::Heading{2, fmt::format("Item {}", number + 1)});
    paper.blocks.emplace_back(paper::Paragraph{in_conflict, paper::Paragraph::Look::note});
    return {};
  }
  paper.blocks.emplace_back(paper::Heading{2, fmt::format("Item {}: {}", number + 1, item.title)});
  if (item.case_id.empty()) return {};
  paper.blocks.emplace_back(paper::Facts{{{"Case", item.case_id}}});
  auto blocks = case_pack(call, item.case_id, meeting.meeting, names);
  if (!blocks) return review::refuse(blocks.error());
  for (auto& block : *blocks) paper.blocks.push_back(std::move(block));
  if (documents == nullptr) return {};
  auto given = given_documents(call, item.case_id, meeting.meeting, paper.blocks.size(), documents->room);
  if (!given) return review::refuse(given.error());
  for (auto& one : *given) documents->given.push_back(std::move(one));
  return {};
}

Response pack_file(Call& call, PaperForm form) {
  const auto shown = call.desk().show_meeting(call.path("meeting"), call.reader, call.moment);
  if (!shown) return refused(call, shown.error());
  const auto& meeting = shown->meeting;
  const AgencyNames names(call);
  Paper paper{.title = meeting.title.empty() ? "Papers of the meeting" : meeting.title,
              .above = "Meeting " + meeting.meeting};
  add_front(call, meeting, names, paper);
  PackDocuments documents;
  for (std::size_t i = 0; i < meeting.items.size(); ++i) {
    const auto added = add_item(call, meeting, i, names, paper, form == PaperForm::pdf ? &documents : nullptr);
    if (!added) return refused(call, added.error());
  }
  mark_for_reader(call, paper);
  return paper_answer(call, std::move(paper), "papers-" + meeting.meeting, form, std::move(documents.given));
}

Response pack_text(Call& call) { return pack_file(call, PaperForm::text); }
Response pack_pdf(Call& call) { return pack_file(call, PaperForm::pdf); }

}  // namespace

std::vector<Endpoint> panel_pack_endpoints() {
  return {
      {"GET",
       "/v1/meetings/{meeting}/pack:odt",
       "getPackText",
       "What you need for a meeting as a text (OpenDocument), marked with your name and the time; nothing of a case "
       "in which you declared a conflict of interest",
       {Right::read_cases},
       Use::read,
       {},
       "",
       "Paper",
       200,
       pack_text},
      {"GET",
       "/v1/meetings/{meeting}/pack:pdf",
       "getPackPdf",
       "The same as a PDF, with the pages of the PDFs of its cases, without papers of another meeting; each page is "
       "numbered and marked",
       {Right::read_cases},
       Use::read,
       {},
       "",
       "PaperAsPdf",
       200,
       pack_pdf}};
}

}  // namespace reviewd
