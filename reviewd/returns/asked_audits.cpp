#include "reviewd/returns/asked_audits.hpp"

#include <algorithm>
#include <utility>

#include "libreview/record/audit_file.hpp"
#include "reviewd/returns/linked_entries.hpp"
#include "reviewd/returns/submit.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace v1 = review::v1;

/// The agency as the case asks it; the register may know it by another name than the body of the law that it is.
std::string asked_by(Storage& storage, const v1::AuditCaseFile& audited, std::string_view agency) {
  if (const auto own = review::asked_as(audited, agency); !own.empty()) return std::string(own);
  const auto known = storage.contacts().find(agency);
  if (!known || known->body.empty()) return {};
  return std::string(review::asked_as(audited, known->body));
}

bool has_said_all(const v1::AuditFile& audit, std::string_view agency, std::string_view audit_case) {
  const auto* said = review::find_audit_return(audit, agency, audit_case);
  return said != nullptr && review::is_whole(audit, *said);
}

/// The standards of a line with the words of the law; the id where the law does not have one.
std::vector<review::NamedText> standards_of(const v1::AuditLine& line, const std::vector<review::NamedText>& known) {
  std::vector<review::NamedText> all;
  for (const auto& id : line.standards()) {
    const auto found = std::ranges::find(known, id, &review::NamedText::id);
    all.push_back(found == known.end() ? review::NamedText{id, id} : *found);
  }
  return all;
}

}  // namespace

std::vector<AskedLine> asked_lines(const v1::AuditDesignSettled& design, const review::RuleBook& law,
                                   const review::Coverage& kept) {
  const auto* found = law.audit_template(design.template_());
  const auto from = review::Date::parse(design.template_from());
  const auto* version = found == nullptr || !from ? nullptr : found->on(*from);
  const auto known = version == nullptr ? std::vector<review::NamedText>() : version->standards();
  std::vector<AskedLine> lines;
  std::vector<std::string> asked;
  for (const auto& line : design.lines()) {
    auto& one = lines.emplace_back(AskedLine{kept.blotted(line.question()), {}});
    for (auto& standard : standards_of(line, known)) {
      if (std::ranges::find(asked, standard.id) != asked.end()) continue;
      asked.push_back(standard.id);
      one.standards.push_back(std::move(standard));
    }
  }
  // What no line asks is asked all the same.
  v1::AuditLine rest;
  for (const auto& id : design.standards()) {
    if (std::ranges::find(asked, id) == asked.end()) rest.add_standards(id);
  }
  if (!rest.standards().empty()) lines.push_back({"Other standards", standards_of(rest, known)});
  std::erase_if(lines, [](const AskedLine& line) { return line.standards.empty(); });
  return lines;
}

std::string auditor_asked(Storage& storage, std::string_view programme, std::string_view request,
                          std::string_view agency) {
  const auto file = storage.views().find(programme);
  if (!file) return {};
  for (const auto& audited : file->programme().audit().cases()) {
    if (audited.entry() == request) return asked_by(storage, audited, agency);
  }
  return {};
}

std::optional<review::Date> next_audit_due(Storage& storage, std::string_view programme, std::string_view agency) {
  std::optional<review::Date> next;
  const auto file = storage.views().find(programme);
  if (!file) return next;
  const auto& audit = file->programme().audit();
  for (const auto& audited : audit.cases()) {
    const auto due = review::Date::parse(audited.due_on());
    if (!due || review::asked_as(audited, agency).empty() || has_said_all(audit, agency, audited.audit_case()))
      continue;
    if (!next || *due < *next) next = *due;
  }
  return next;
}

std::optional<AskedAudits> asked_audits(Storage& storage, const review::ReturnLink& link) {
  AskedAudits asked{auditor_asked(storage, link.case_id, link.request, link.agency), {}, {}, {}};
  if (asked.agency.empty()) return std::nullopt;
  const auto file = storage.views().find(link.case_id);
  const auto entries = linked_entries(storage, link, asked.agency);
  if (!file || !entries) return std::nullopt;
  const auto& audit = file->programme().audit();
  for (const auto& audited : audit.cases()) {
    if (review::asked_as(audited, asked.agency).empty()) continue;
    auto& one = asked.cases.emplace_back(AskedAudit{audited.audit_case(), audited.due_on()});
    const auto* said = review::find_audit_return(audit, asked.agency, audited.audit_case());
    one.whole = said != nullptr && review::is_whole(audit, *said);
    const auto* entry = said == nullptr ? nullptr : entry_in(*entries, said->entry());
    if (entry != nullptr) one.said = entry->agency_audited_case();
  }
  const auto whole = storage.desk().entries_that_count(link.case_id);
  if (const auto* design = entry_in(whole, audit.design())) {
    const auto kept = storage.desk().embargoed(*file, reader_as(link, asked.agency), storage.moment()).kept;
    asked.lines = asked_lines(design->audit_design_settled(), storage.desk().law(), kept);
  }
  asked.reads = reads_shown(storage);
  return asked;
}

review::Result<review::Recorded> submit_audit(Storage& storage, const review::ReturnLink& link,
                                              const std::string& agency, json::object said) {
  said["agency"] = agency;
  return submit_as(storage, link, agency, "agencyAuditedCase", std::move(said));
}

}  // namespace reviewd
