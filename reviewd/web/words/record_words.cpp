#include "reviewd/web/words/record_words.hpp"

#include <fmt/format.h>

#include "libreview/vocabulary/record_name.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {

std::string record_in(const boost::json::value& object) {
  const auto reference = text_in(object, "case");
  return reference.empty() ? text_in(object, "programme") : reference;
}

std::string record_address(const std::string& reference) {
  return fmt::format("/{}{}", review::sort_of(reference).collection, percent_encoded(reference));
}

std::string embargo_address(const std::string& reference, const std::string& embargo) {
  const auto address = record_address(reference);
  return record_word(reference) == "case" ? address + "/embargoes/" + percent_encoded(embargo) : address;
}

std::string record_word(const std::string& reference) { return std::string(review::sort_of(reference).name); }

std::string record_caption(const std::string& reference) {
  return fmt::format("{} {}", record_word(reference) == "case" ? "Case" : "Programme", reference);
}

}  // namespace reviewd
