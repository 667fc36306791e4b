#pragma once

#include <string>

#include "libreview/record/handling.hpp"

namespace review {

/// The version of a product that somebody is given, and the field that says so.
struct ProductVersion {
  int version;
  std::string pointer;
};

/// Whether a version of a product may be given to anybody. It was checked for names as it stands
/// (`report-check-missing`). Learning goes on under an embargo, which covers documents and identifying facts and never
/// what was learned: so an embargo that covers identifying facts, of the record or of one that the product draws on,
/// bars (`publication-held`) only a product in which the check left places that may be a name.
void goes_out(const Question& question, const v1::Product& product, const ProductVersion& given);

}  // namespace review
