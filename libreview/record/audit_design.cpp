#include "libreview/record/audit_design.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "libreview/base/closest.hpp"
#include "libreview/record/days.hpp"

namespace review {
namespace {

namespace pb = google::protobuf;
using Texts = pb::RepeatedPtrField<std::string>;

constexpr const char* at = "/auditDesignSettled";

bool contains(const Texts& list, const std::string& one) { return std::ranges::find(list, one) != list.end(); }

const AuditTemplateVersion* version_of(const v1::AuditDesignSettled& design, const std::string& on,
                                       const RuleBook& law) {
  const auto* found = law.audit_template(design.template_());
  const auto day = whole_day(design.has_template_from() ? design.template_from() : on);
  return found == nullptr || !day ? nullptr : found->on(*day);
}

/// Names what has no name after its sort and place, past the names that are taken.
template <class List>
void name_all(List& list, const std::string& sort) {
  std::set<std::string> taken;
  for (const auto& one : list) taken.insert(one.id());
  int number = 0;
  for (auto& one : list) {
    if (one.has_id()) continue;
    do {
      one.set_id(fmt::format("{}-{}", sort, ++number));
    } while (!taken.insert(one.id()).second);
  }
}

/// The standards in the order of the template, each once; behind them those that it does not have.
void put_in_order(Texts& standards, const AuditTemplateVersion& version) {
  std::vector<std::string> ordered;
  for (const auto& one : version.standards()) {
    if (standards.empty() || contains(standards, one.id)) ordered.push_back(one.id);
  }
  for (const auto& one : standards) {
    if (std::ranges::find(ordered, one) == ordered.end()) ordered.push_back(one);
  }
  standards.Clear();
  for (auto& one : ordered) *standards.Add() = std::move(one);
}

void add_standards(v1::AuditLine& line, const AuditLineRule& rule, const Texts& chosen) {
  for (const auto& one : rule.standards) {
    if (contains(chosen, one.id)) line.add_standards(one.id);
  }
}

void fill_lines(v1::AuditDesignSettled& design, const AuditTemplateVersion& version) {
  const bool none = design.lines().empty();
  for (const auto& rule : version.lines) {
    if (none) {
      v1::AuditLine line;
      line.set_id(rule.id);
      line.set_question(rule.question);
      add_standards(line, rule, design.standards());
      if (!line.standards().empty()) *design.add_lines() = std::move(line);
      continue;
    }
    for (auto& line : *design.mutable_lines()) {
      if (line.id() == rule.id && line.standards().empty()) add_standards(line, rule, design.standards());
    }
  }
}

void fill_criteria(v1::AuditDesignSettled& design, const AuditTemplateVersion& version) {
  if (!design.criteria().empty()) return;
  for (const auto& one : version.criteria) {
    auto& criterion = *design.add_criteria();
    criterion.set_id(one.id);
    criterion.set_text(one.text);
  }
}

template <class List>
void check_names(const Question& question, const List& list, const std::string& where) {
  std::set<std::string> names;
  for (int i = 0; i < list.size(); ++i) {
    if (list[i].id().empty() || names.insert(list[i].id()).second) continue;
    question.findings.add(Code::not_a_choice, fmt::format("{} is there twice. Choose another name.", list[i].id()), {},
                          fmt::format("{}/{}/{}/id", at, where, i));
  }
}

void check_standards(const Question& question, const AuditTemplateVersion& version) {
  std::vector<std::string> known;
  for (const auto& one : version.standards()) known.push_back(one.id);
  const auto& standards = question.entry.audit_design_settled().standards();
  for (int i = 0; i < standards.size(); ++i) {
    if (std::ranges::find(known, standards[i]) != known.end()) continue;
    question.findings.add(
        Code::missing_reference,
        fmt::format("The template has no standard {}.{}", standards[i], did_you_mean(standards[i], known)), {},
        fmt::format("{}/standards/{}", at, i));
  }
}

void check_lines(const Question& question) {
  const auto& design = question.entry.audit_design_settled();
  for (int i = 0; i < design.lines_size(); ++i) {
    const auto& line = design.lines(i);
    for (int j = 0; j < line.priorities_size(); ++j) {
      const auto known = std::ranges::find(design.priorities(), line.priorities(j), &v1::AuditPriority::id) !=
                         design.priorities().end();
      if (known) continue;
      question.findings.add(Code::missing_reference, fmt::format("The design has no priority {}.", line.priorities(j)),
                            {}, fmt::format("{}/lines/{}/priorities/{}", at, i, j));
    }
    for (int j = 0; j < line.standards_size(); ++j) {
      if (contains(design.standards(), line.standards(j))) continue;
      question.findings.add(Code::missing_reference,
                            fmt::format("The standard {} is not among those of the design.", line.standards(j)), {},
                            fmt::format("{}/lines/{}/standards/{}", at, i, j));
    }
  }
}

}  // namespace

void prepare_design(v1::AuditDesignSettled& design, const std::string& on, const RuleBook& law) {
  name_all(*design.mutable_priorities(), "priority");
  name_all(*design.mutable_lines(), "line");
  name_all(*design.mutable_criteria(), "criterion");
  const auto* version = version_of(design, on, law);
  if (version == nullptr) return;
  design.set_template_from(version->from.iso());
  put_in_order(*design.mutable_standards(), *version);
  fill_lines(design, *version);
  fill_criteria(design, *version);
}

void admit_design(const Question& question) {
  const auto& design = question.entry.audit_design_settled();
  const auto* version = version_of(design, question.entry.occurred_on(), question.occasion.law);
  if (version == nullptr) {
    std::vector<std::string> names;
    for (const auto& one : question.occasion.law.audit_templates()) names.push_back(one.id);
    question.findings.add(
        Code::missing_reference,
        fmt::format("There is no template {} for that day. There are {}.", design.template_(), fmt::join(names, ", ")),
        {}, std::string(at) + "/template");
  } else {
    check_standards(question, *version);
  }
  check_names(question, design.priorities(), "priorities");
  check_names(question, design.lines(), "lines");
  check_names(question, design.criteria(), "criteria");
  check_lines(question);
  if (question.file.programme().audit().returns().empty()) return;
  question.findings.add(Code::already_recorded,
                        "Agencies have answered by the design of before. Correct it, so that their answers stay with "
                        "it.");
}

}  // namespace review
