#pragma once

#include "libreview/record/handling.hpp"

namespace review {

/// Fills in what the template says where a design leaves it out (its version, standards, lines of enquiry and
/// criteria), puts standards into the order of the template, and names what has no name. Of a template that the law
/// does not have nothing is filled in.
void prepare_design(v1::AuditDesignSettled& design, const std::string& on, const RuleBook& law);

/// The template and its standards are those of the law; parts have names of their own; lines are tied to what there
/// is; no agency has answered yet.
void admit_design(const Question& question);

}  // namespace review
