#include "reviewd/api/case_pack.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "libreview/access/disclose.hpp"
#include "libreview/calendar/partial_date.hpp"
#include "libreview/desk/repeats.hpp"
#include "libreview/record/conflicts.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/api/chronology_paper.hpp"
#include "reviewd/api/repeats_rows.hpp"

namespace reviewd {
namespace {

using review::v1::Case;
using review::v1::Entry;
using Blocks = std::vector<paper::Block>;

constexpr int level = 3;

/// What people call a choice of the schema; empty where none was made.
std::string choice_words(const google::protobuf::EnumDescriptor& type, int number) {
  const auto* value = type.FindValueByNumber(number);
  return value == nullptr ? std::string() : value->options().GetExtension(review::v1::choice);
}

void add_standing(Blocks& blocks, const Case& shown) {
  paper::Facts facts;
  const auto add = [&](const char* name, std::string value) {
    if (!value.empty()) facts.facts.push_back({name, std::move(value)});
  };
  std::string children;
  for (const auto& child : shown.children()) children += (children.empty() ? "" : ", ") + child.pseudonym();
  add("Children", children);
  add("Where it stands", choice_words(*review::v1::Stage_descriptor(), shown.stage()));
  add("Harm", choice_words(*review::v1::Harm_descriptor(), shown.harm()));
  add("Opened on", review::partial_date_words(shown.opened_on()));
  blocks.emplace_back(std::move(facts));
}

/// What happened, in the words of whoever logged it. An embargo has been at them.
void add_summary(Blocks& blocks, const std::vector<Entry>& entries) {
  blocks.emplace_back(paper::Heading{level, "What happened"});
  std::string words;
  for (const auto& entry : entries) {
    if (entry.has_incident_logged() && !entry.incident_logged().summary().empty())
      words = entry.incident_logged().summary();
    if (entry.has_learning_referred() && words.empty()) words = entry.learning_referred().concern();
  }
  blocks.emplace_back(paper::Paragraph{words.empty() ? "Nobody has written a summary that you may read." : words});
}

void add_decisions(Blocks& blocks, const Case& shown) {
  paper::List open;
  for (const auto& next : shown.next_entries()) {
    const auto* kind = review::find_kind(next.kind());
    if (kind != nullptr && kind->decision && next.why().empty()) open.items.push_back(next.label());
  }
  blocks.emplace_back(paper::Heading{level, "Decisions that are open"});
  if (open.items.empty()) blocks.emplace_back(paper::Paragraph{"None is open at this stage."});
  blocks.emplace_back(std::move(open));
}

void add_clocks(Blocks& blocks, const Case& shown) {
  paper::Table clocks{"What is due", {"What", "Due", "How it stands"}, {}, {4, 3, 5}};
  for (const auto& clock : shown.clocks()) {
    const auto state = clock.state();
    const bool open = state == review::v1::CLOCK_STATE_RUNNING || state == review::v1::CLOCK_STATE_DUE_TODAY ||
                      state == review::v1::CLOCK_STATE_OVERDUE || state == review::v1::CLOCK_STATE_PAUSED;
    if (open) clocks.rows.push_back({clock.title(), review::partial_date_words(clock.due_on()), clock.says()});
  }
  blocks.emplace_back(paper::Heading{level, "Timescales"});
  if (clocks.rows.empty()) {
    blocks.emplace_back(paper::Paragraph{"Nothing is due."});
  } else {
    blocks.emplace_back(std::move(clocks));
  }
}

/// Of which meeting a document is a paper, for somebody who reads the papers of one.
std::string paper_of(const std::string& of, const std::string& meeting) {
  if (of.empty()) return {};
  return of == meeting ? "This meeting" : "Meeting " + of;
}

/// Each document by its newest title, with the meeting whose paper it is.
void add_documents(Blocks& blocks, const std::vector<Entry>& entries, const std::string& meeting) {
  std::map<std::string, const Entry*> newest;
  for (const auto& entry : entries) {
    if (entry.has_document_filed() && !entry.hidden()) newest[entry.document_filed().document()] = &entry;
  }
  paper::Table documents{
      "Documents that you may open in the case", {"Document", "Title", "Filed on", "For"}, {}, {2, 5, 3, 3}};
  for (const auto& [name, entry] : newest) {
    const auto& filed = entry->document_filed();
    documents.rows.push_back(
        {name, filed.title(), review::partial_date_words(entry->occurred_on()), paper_of(filed.meeting(), meeting)});
  }
  blocks.emplace_back(paper::Heading{level, "Documents"});
  if (documents.rows.empty()) {
    blocks.emplace_back(paper::Paragraph{"None is filed that you may see."});
  } else {
    blocks.emplace_back(std::move(documents));
  }
}

void add_repeats(Blocks& blocks, Call& call, const std::string& case_id, const AgencyNames& names) {
  if (!review::reads_incidents(call.reader.role)) return;
  review::ReadCases cases(call.desk(), call.storage.views(), call.reader, call.moment);
  const auto found = review::repeats(cases, case_id, call.desk().law().partnership().like_from("repeated"));
  if (!found) return;
  paper::Table before{
      "Recommended before", {"Here", "Before, in", "What it said", "What became of it"}, {}, {4, 2, 4, 3}};
  before.rows = recommended_before(call, *found, names);
  if (before.rows.empty()) return;
  blocks.emplace_back(paper::Heading{level, "What was recommended before"});
  blocks.emplace_back(std::move(before));
}

}  // namespace

bool has_declared_conflict(const Call& call, const std::string& case_id) {
  const auto file = call.storage.views().find_for(call.reader, case_id, call.moment.today);
  return file && review::conflict_anywhere(*file, call.reader.person) != review::v1::CONFLICT_MANAGED_UNSPECIFIED;
}

review::Result<Blocks> case_pack(Call& call, const std::string& case_id, const std::string& meeting,
                                 const AgencyNames& names) {
  const auto shown = call.desk().show(case_id, call.reader, call.moment);
  if (!shown) return review::refuse(shown.error());
  auto entries = call.desk().entries(case_id, call.reader, call.moment);
  if (!entries) return review::refuse(entries.error());
  auto counted = review::effective(*entries);
  std::erase_if(counted, [](const Entry& one) { return one.has_corrected_by(); });
  const auto chronology = chronology_of(call, case_id);
  if (!chronology) return review::refuse(chronology.error());
  Blocks blocks;
  add_standing(blocks, *shown);
  add_summary(blocks, counted);
  add_decisions(blocks, *shown);
  add_clocks(blocks, *shown);
  add_documents(blocks, counted, meeting);
  add_repeats(blocks, call, case_id, names);
  blocks.emplace_back(paper::Heading{level, "Chronology"});
  for (auto& block : chronology_blocks(*chronology, names, level + 1)) blocks.push_back(std::move(block));
  return blocks;
}

}  // namespace reviewd
