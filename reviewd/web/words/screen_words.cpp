#include "reviewd/web/words/screen_words.hpp"

#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/form_fields.hpp"
#include "reviewd/web/words/form_offers.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"

namespace reviewd {

namespace json = boost::json;

std::string body_words(const std::string& body) {
  for (const auto& known : bodies_of_law()) {
    if (known.value == body) return known.label;
  }
  return body;
}

std::string person_words(const std::string& person) {
  constexpr std::string_view collection = "people/";
  return person.starts_with(collection) ? person.substr(collection.size()) : person;
}

std::string screen_words(const std::string& label) {
  constexpr std::string_view entry = "Entry";
  return label.starts_with(entry) ? "Update" + label.substr(entry.size()) : label;
}

std::string entry_label(const json::value& entry) {
  const auto* kind = kind_in(entry);
  if (kind == nullptr) return {};
  const auto day = text_in(entry, "occurredOn");
  return practice_words(kind->label) + (day.empty() ? "" : ", " + day_words(day));
}

}  // namespace reviewd
