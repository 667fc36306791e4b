#include "libreview/registers/people.hpp"

#include <algorithm>

#include "libreview/store/access_log.hpp"

namespace review {

bool is_person(std::string_view text) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !text.empty() && text.size() <= 40 && letter(text.front()) &&
         std::all_of(text.begin(), text.end(), [&](char c) { return letter(c) || c == '-'; });
}

Refusal not_a_person() {
  const std::string says = "Use small letters, digits and hyphens for a short name, 40 at most, for example a-smith.";
  return {Code::malformed, says, {}, {Violation{"/person", says}}};
}

bool is_known_person(Store& store, std::string_view person) {
  return store.reading([&] { return store.prepare("SELECT 1 FROM people WHERE person = ?").with(person).step(); });
}

void make_person(Store& store, const std::string& person, const std::string& by, Instant now) {
  const auto made = store.prepare("INSERT INTO people(person, made) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .with(person, rfc3339(now))
                        .run_counting();
  if (made > 0) AccessLog(store).add(now, by, "person-made", person, "");
}

}  // namespace review
