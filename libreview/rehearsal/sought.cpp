#include "libreview/rehearsal/sought.hpp"

#include <algorithm>

#include "libreview/rehearsal/sought_addresses.hpp"
#include "libreview/rehearsal/text_words.hpp"

namespace review {
namespace {

/// The parts of a name without titles and relations. A surname with a hyphen is one part of several words.
std::vector<std::vector<std::string>> name_parts(const std::string& name, const RehearsalRules& rules) {
  std::vector<std::vector<std::string>> parts;
  std::size_t last = 0;
  for (const auto& word : text_words(name)) {
    const bool hyphen = !parts.empty() && word.from == last + 1 && name[last] == '-';
    const bool glued = !parts.empty() && word.glued;
    last = word.to + (word.possessive ? 1 : 0);
    if (word.number || word.letters.empty()) continue;
    if (glued) {
      parts.back().back() += word.letters;
    } else if (hyphen) {
      parts.back().push_back(word.letters);
    } else if (!rules.not_names.contains(word.letters)) {
      parts.push_back({word.letters});
    }
  }
  return parts;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& word : words) all += word;
  return all;
}

/// Everything that one name may be written as.
class NameForms {
 public:
  NameForms(const Identity& name, const RehearsalRules& rules, std::vector<Sought>& into)
      : name_(name), rules_(rules), into_(into), parts_(name_parts(name.text, rules)) {}

  void put() {
    if (parts_.empty()) return;
    if (parts_.size() == 1) return put_part(parts_.front(), Writing::exact);
    std::string whole;
    for (const auto& part : parts_) whole += joined(part);
    const auto first = joined(parts_.front());
    const auto last = joined(parts_.back());
    for (const auto& form : {whole, first + last, last + first}) put_letters(form, Writing::exact);
    for (const auto& form : {first.substr(0, 1) + last, last + first.substr(0, 1)}) put_letters(form, Writing::part);
    put_initials();
    for (const auto& part : parts_) put_part(part, Writing::part);
  }

 private:
  Sought& put_letters(std::string letters, Writing how) {
    into_.push_back({.letters = std::move(letters), .kind = IdentityKind::name, .how = how, .whose = name_.whose});
    return into_.back();
  }

  void put_word(const std::string& word, Writing how) {
    const auto length = static_cast<int>(word.size());
    if (length < rules_.short_letters || rules_.particles.contains(word)) return;
    auto& made = put_letters(word, how);
    made.ordinary = rules_.ordinary.contains(word);
    made.everyday = name_.maybe || rules_.everyday.contains(word);
    made.as_capital = length <= rules_.short_letters;
    made.misspelt = length >= rules_.misspelt_letters;
  }

  void put_part(const std::vector<std::string>& part, Writing how) {
    put_word(joined(part), how);
    if (part.size() < 2) return;
    for (const auto& word : part) put_word(word, Writing::part);
  }

  void put_initials() {
    std::string all;
    std::string outer;
    for (const auto& part : parts_) all += part.front().substr(0, 1);
    outer = all.substr(0, 1) + all.substr(all.size() - 1);
    for (const auto& form : all == outer ? std::vector{all} : std::vector{all, outer}) {
      if (!rules_.abbreviations.contains(form)) put_letters(form, Writing::initials);
    }
  }

  const Identity& name_;
  const RehearsalRules& rules_;
  std::vector<Sought>& into_;
  std::vector<std::vector<std::string>> parts_;
};

void put_school(const Identity& school, const RehearsalRules& rules, std::vector<Sought>& into) {
  std::string whole;
  std::string own;
  int words = 0;
  bool ordinary = true;
  for (const auto& word : text_words(school.text)) {
    const auto& letters = word.letters;
    const bool s = word.possessive && !letters.ends_with('s');
    whole += letters + (s ? "s" : "");
    ++words;
    if (rules.schools.contains(letters)) continue;
    own += letters + (s ? "s" : "");
    ordinary = ordinary && rules.ordinary.contains(letters);
  }
  if (own.empty()) return;
  if (words > 1) into.push_back({.letters = whole, .kind = school.kind, .how = Writing::exact, .whose = school.whose});
  if (static_cast<int>(own.size()) < rules.misspelt_letters) return;
  into.push_back({.letters = own,
                  .kind = school.kind,
                  .how = words > 1 ? Writing::part : Writing::exact,
                  .whose = school.whose,
                  .ordinary = ordinary,
                  .everyday = ordinary,
                  .misspelt = true});
}

}  // namespace

std::vector<Sought> sought_of(const std::vector<Identity>& identities, const RehearsalRules& rules, Seek seek) {
  std::vector<Sought> all;
  for (const auto& one : identities) {
    switch (one.kind) {
      case IdentityKind::name:
        NameForms(one, rules, all).put();
        break;
      case IdentityKind::address:
        put_address(one, rules, seek, all);
        break;
      case IdentityKind::school:
        put_school(one, rules, all);
        break;
      case IdentityKind::nhs_number:
        if (auto number = joined_letters(one.text); number.size() > static_cast<std::size_t>(rules.misspelt_letters)) {
          all.push_back({.letters = std::move(number), .kind = one.kind, .how = Writing::exact, .whose = one.whose});
        }
        break;
      case IdentityKind::date_of_birth:
        break;
    }
  }
  std::erase_if(all, [](const Sought& one) { return one.letters.empty(); });
  return all;
}

}  // namespace review
