#include "libreview/rehearsal/case_identity.hpp"

#include <google/protobuf/message.h>

#include <algorithm>

#include "libreview/law/read_rehearsal.hpp"
#include "libreview/rehearsal/sought.hpp"
#include "libreview/rehearsal/text_words.hpp"

namespace review {
namespace {

namespace pb = google::protobuf;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// `north-example` as people write it.
std::string words_of_id(std::string id) {
  if (const auto slash = id.find('/'); slash != std::string::npos) id.erase(0, slash + 1);
  std::replace(id.begin(), id.end(), '-', ' ');
  return id;
}

class Collect {
 public:
  Collect(CaseIdentity& into, Seek seek) : into_(into), seek_(seek) {}

  void from(const pb::Message& message) {
    if (const auto* child = dynamic_cast<const v1::Child*>(&message)) put_child(*child);
    if (const auto* person = dynamic_cast<const v1::RelatedPerson*>(&message)) put_person(*person);
    const auto& reflection = *message.GetReflection();
    std::vector<const pb::FieldDescriptor*> filled;
    reflection.ListFields(message, &filled);
    for (const auto* field : filled) {
      const int count = field->is_repeated() ? reflection.FieldSize(message, field) : 1;
      for (int i = 0; i < count; ++i) {
        if (field->cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE) {
          from(field->is_repeated() ? reflection.GetRepeatedMessage(message, field, i)
                                    : reflection.GetMessage(message, field));
        } else if (field->cpp_type() == pb::FieldDescriptor::CPPTYPE_STRING) {
          put_text(field->full_name(), field->name(),
                   field->is_repeated() ? reflection.GetRepeatedString(message, field, i)
                                        : reflection.GetString(message, field));
        }
      }
    }
  }

 private:
  static void put(std::vector<Identity>& into, IdentityKind kind, const std::string& text, const std::string& whose,
                  bool maybe = false) {
    if (text.empty()) return;
    const bool known = std::any_of(into.begin(), into.end(), [&](const Identity& one) {
      return one.kind == kind && one.text == text && one.whose == whose && one.maybe == maybe;
    });
    if (!known) into.push_back({kind, text, whose, maybe});
  }

  void put(IdentityKind kind, const std::string& text, const std::string& whose) {
    put(into_.identities, kind, text, whose);
  }

  void put_child(const v1::Child& child) {
    const auto whose = !child.pseudonym().empty() ? child.pseudonym()
                       : !child.child().empty()   ? words_of_id(child.child())
                                                  : std::string("A child");
    put(IdentityKind::name, child.name(), whose);
    for (const auto& name : child.other_names()) put(IdentityKind::name, name, whose);
    put(IdentityKind::date_of_birth, child.born_on(), whose);
    put(IdentityKind::address, child.address(), whose);
    put(IdentityKind::school, child.school(), whose);
    put(IdentityKind::nhs_number, child.nhs_number(), whose);
    for (const auto& town : towns_of(child.address(), rehearsal_rules())) put_place(into_.details.places, town);
  }

  void put_person(const v1::RelatedPerson& person) {
    const auto whose = person.relation().empty() ? std::string("Somebody around the child") : person.relation();
    put(IdentityKind::name, person.name(), whose);
    put(IdentityKind::date_of_birth, person.born_on(), whose);
  }

  static void put_place(std::vector<std::string>& places, std::string place) {
    if (!place.empty() && std::find(places.begin(), places.end(), place) == places.end()) {
      places.push_back(std::move(place));
    }
  }

  /// A line in which people are named by relation, and sometimes by name all the same.
  void put_line(const std::string& line, std::vector<Identity>& into) const {
    const auto& rules = rehearsal_rules();
    const bool all = seek_ == Seek::everything;
    const int shortest = all ? rules.short_letters + 1 : rules.misspelt_letters;
    const auto words = text_words(line);
    for (const auto& word : words) {
      // A line begins with a capital whatever its first word is.
      const bool is_begin = word.from == words.front().from;
      const bool is_word =
          !all ? rules.ordinary.contains(word.letters) : is_begin && rules.everyday.contains(word.letters);
      const bool is_name = word.capital && !is_word && !rules.not_names.contains(word.letters) &&
                           static_cast<int>(word.letters.size()) >= shortest;
      if (is_name)
        put(into, IdentityKind::name, line.substr(word.from, word.to - word.from), "Somebody around the child", all);
    }
  }

  void put_text(std::string_view full_name, std::string_view name, const std::string& text) {
    if (is_one_of(full_name, {"review.v1.SafetyConfirmed.siblings", "review.v1.FamilyContacted.who"}))
      put_line(text, into_.identities);
    if (full_name == "review.v1.NoteAdded.spoke_to") put_line(text, into_.spoken_to);
    if (is_one_of(name, {"incident_on", "died_on"})) into_.details.days.push_back(text);
    if (is_one_of(name, {"occurred_in", "resident_in", "local_authority", "responsible_authority", "area"})) {
      put_place(into_.details.areas, words_of_id(text));
    }
    if (is_one_of(name, {"agency", "agencies"})) into_.agencies.insert(joined_letters(words_of_id(text)));
    if (name == "place") put_place(into_.details.places, text);
    if (full_name == "review.v1.IncidentLogged.place" && seek_ == Seek::everything)
      put(into_.identities, IdentityKind::address, text, "A child", true);
  }

  CaseIdentity& into_;
  Seek seek_;
};

}  // namespace

void put_identity(const std::vector<v1::Entry>& entries, CaseIdentity& into, Seek seek) {
  Collect collect(into, seek);
  for (const auto& entry : entries) collect.from(entry);
}

}  // namespace review
