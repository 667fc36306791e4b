#pragma once

#include <string>

#include "libreview/record/handling.hpp"

namespace review {

/// The version of a product that somebody is given, and the field that says so.
struct ProductVersion {
  int version;
  std::string pointer;
};

/// Whether a version of a product may be given to anybody. It was checked for names as it stands, and for all that
/// tells by now who somebody is (`report-check-missing`). No embargo keeps it back (`publication-held`): see
/// `keeps_back`.
void goes_out(const Question& question, const v1::Product& product, const ProductVersion& given);

/// Whether a product is shared with somebody for whom it takes another person than who wrote it.
[[nodiscard]] bool is_asked_of_two(const ProductForm& form, const v1::ProductShared& shared);

/// To those for whom the law says so, a version goes only where another person than who wrote it checked it or records
/// that it was shared: else `second-person-required`.
void takes_another(const Question& question, const v1::ProductShared& shared);

}  // namespace review
