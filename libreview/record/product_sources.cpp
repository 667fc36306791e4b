#include "libreview/record/product_sources.hpp"

#include <algorithm>

namespace review {
namespace {

bool brings_out(const v1::Entry& entry) {
  return entry.has_product_drafted() || entry.has_product_checked() || entry.has_product_shared() ||
         entry.has_learning_event_held();
}

const std::string& product_of(const v1::Entry& entry) {
  if (entry.has_product_drafted()) return entry.product_drafted().product();
  if (entry.has_product_checked()) return entry.product_checked().product();
  return entry.has_product_shared() ? entry.product_shared().product() : entry.learning_event_held().product();
}

void put(const google::protobuf::RepeatedPtrField<v1::DrawnOn>& from, std::vector<std::string>& into) {
  for (const auto& drawn : from) {
    if (std::ranges::find(into, drawn.of_case()) == into.end()) into.push_back(drawn.of_case());
  }
}

}  // namespace

std::vector<std::string> sources_concerned(const v1::CaseFile& file, const v1::Entry& entry) {
  std::vector<std::string> all;
  if (!brings_out(entry)) return all;
  const auto& name = product_of(entry);
  for (const auto& product : file.products()) {
    // A draft that names no product begins a new one; what else names none means the only one there is.
    const bool meant = name.empty() ? !entry.has_product_drafted() : product.product() == name;
    if (meant) put(product.draws_on(), all);
  }
  put(entry.product_drafted().draws_on(), all);
  return all;
}

std::vector<std::string> product_sources(const v1::CaseFile& file) {
  std::vector<std::string> all;
  for (const auto& product : file.products()) put(product.draws_on(), all);
  return all;
}

bool may_name_programmes(const v1::Entry& entry) {
  return brings_out(entry.has_entry_corrected() ? entry.entry_corrected().replacement() : entry);
}

}  // namespace review
