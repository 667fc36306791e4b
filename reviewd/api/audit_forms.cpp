#include "reviewd/api/audit_forms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "libreview/access/disclose.hpp"
#include "libreview/calendar/partial_date.hpp"
#include "libreview/record/bodies.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/returns/asked_audits.hpp"

namespace reviewd {
namespace {

namespace v1 = review::v1;
using FormBlocks = std::vector<paper::Block>;

const v1::Entry* design_of(const AuditRecord& record) {
  const auto found = std::ranges::find(record.entries, record.audit.design(), &v1::Entry::entry);
  return found == record.entries.end() || !found->has_audit_design_settled() ? nullptr : &*found;
}

std::vector<std::string> agencies_asked(const AuditRecord& record, const std::string& only) {
  std::vector<std::string> all;
  for (const auto& audited : record.audit.cases()) {
    for (const auto& agency : audited.agencies()) {
      const bool wanted = only.empty() || review::is_same_body(only, agency);
      if (wanted && std::ranges::find(all, agency) == all.end()) all.push_back(agency);
    }
  }
  return all;
}

/// What a field of a return is called, as the schema has it.
std::string label_of(const char* field) {
  return v1::AgencyAuditedCase::descriptor()->FindFieldByName(field)->options().GetExtension(v1::rules).label();
}

/// What an answer may be, in the words of the schema: `Met, Exceeded, …`.
std::string answers_words() {
  std::string words;
  const auto& type = *v1::AuditResult_descriptor();
  for (int i = 0; i < type.value_count(); ++i) {
    const auto& choice = type.value(i)->options().GetExtension(v1::choice);
    if (!choice.empty()) words += (words.empty() ? "" : ", ") + choice;
  }
  return words;
}

void add_form_lines(FormBlocks& blocks, const std::vector<AskedLine>& lines) {
  for (const auto& line : lines) {
    const auto heading = line.question.empty() ? std::string("Standards") : line.question;
    blocks.emplace_back(paper::Heading{4, heading});
    paper::Table table{"Standards: " + heading, {"Standard", "Found", "Why, or what shows it"}, {}, {4, 2, 4}};
    for (const auto& standard : line.standards) table.rows.push_back({standard.text, "", ""});
    blocks.emplace_back(std::move(table));
  }
}

void add_form_case(FormBlocks& blocks, const v1::AuditCaseFile& audited, const std::vector<AskedLine>& lines) {
  blocks.emplace_back(paper::NewPage{});
  blocks.emplace_back(paper::Heading{3, "Case " + audited.audit_case()});
  paper::Facts facts;
  if (!audited.due_on().empty()) facts.facts.push_back({"Wanted by", review::partial_date_words(audited.due_on())});
  facts.facts.push_back({label_of("involvement"), "Yes / No"});
  blocks.emplace_back(std::move(facts));
  add_form_lines(blocks, lines);
  blocks.emplace_back(paper::Heading{4, "In your own words"});
  paper::Table words{"What you found, in your own words", {"Question", "Your answer"}, {}, {1, 2}};
  for (const auto* field : {"strengths", "to_change", "to_change_together", "auditor"})
    words.rows.push_back({label_of(field), ""});
  blocks.emplace_back(std::move(words));
}

}  // namespace

review::Result<Paper> audit_forms(const Call& call, const AuditRecord& record, const std::string& agency) {
  const auto* design = design_of(record);
  const auto asked = agencies_asked(record, agency);
  if (asked.empty() && !agency.empty())
    return review::refuse(review::Code::not_found, "No case of this audit asks this agency.");
  const auto lines =
      design == nullptr ? std::vector<AskedLine>() : asked_lines(design->audit_design_settled(), call.desk().law(), {});
  const AgencyNames names(call);
  Paper paper{.title = "Return for an audit", .above = "Programme " + call.record(), .landscape = true};
  paper.foot = "Send it back by a safe way. Name no child, and nobody in a family.";
  paper.blocks.emplace_back(paper::Paragraph{
      "Fill in one part for each case. Where your agency was not involved in a case, say so and leave the rest of its "
      "part empty. A standard that you leave open can be answered later.",
      paper::Paragraph::Look::lead});
  paper.blocks.emplace_back(paper::Facts{
      {{"Found", "one of: " + answers_words()}, {"Why", "needed where it is not met, or not applicable"}}});
  for (const auto& one : asked) {
    paper.blocks.emplace_back(paper::Heading{2, names.of(one)});
    for (const auto& audited : record.audit.cases()) {
      if (std::ranges::find(audited.agencies(), one) != audited.agencies().end())
        add_form_case(paper.blocks, audited, lines);
    }
  }
  if (asked.empty()) paper.blocks.emplace_back(paper::Paragraph{"No case of this audit asks an agency yet."});
  return paper;
}

}  // namespace reviewd
