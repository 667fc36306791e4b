#include "libreview/views/entry_words.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "libreview/access/disclose.hpp"
#include "libreview/record/corrections.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/rules.hpp"
#include "review/v1/common.pb.h"

namespace review {
namespace {

namespace pb = google::protobuf;

/// Codes, ids and days say nothing to somebody who searches for words.
bool holds_words(const pb::FieldDescriptor& field) {
  // What the service says of a rule that was not kept is nobody's word.
  if (field.containing_type() == v1::Irregularity::descriptor()) return false;
  const auto& rules = rules_of(field);
  const auto form = rules.form();
  if (form == v1::TEXT || form == v1::LINE || form == v1::PSEUDONYM || form == v1::BODY) return true;
  return rules.personal() && form != v1::ID && !is_day(field);
}

/// Control characters mark the matches of a snippet: none comes from a text.
void add(std::string& words, std::string text) {
  if (text.empty()) return;
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  if (!words.empty()) words += " · ";
  words += text;
}

void add_words(std::string& words, const pb::Message& message) {
  const auto& reflection = *message.GetReflection();
  std::vector<const pb::FieldDescriptor*> fields;
  reflection.ListFields(message, &fields);
  for (const auto* field : fields) {
    const int size = field->is_repeated() ? reflection.FieldSize(message, field) : 1;
    for (int i = 0; i < size; ++i) {
      if (field->cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE) {
        add_words(words, field->is_repeated() ? reflection.GetRepeatedMessage(message, field, i)
                                              : reflection.GetMessage(message, field));
      } else if (field->cpp_type() == pb::FieldDescriptor::CPPTYPE_STRING && holds_words(*field)) {
        add(words, field->is_repeated() ? reflection.GetRepeatedString(message, field, i)
                                        : reflection.GetString(message, field));
      }
    }
  }
}

}  // namespace

std::vector<const v1::Entry*> entries_that_count(const std::vector<v1::Entry>& entries) {
  const auto hidden = hidden_entries(entries);
  std::set<std::string> gone(hidden.begin(), hidden.end());
  for (const auto& entry : entries) {
    if (entry.has_entry_withdrawn()) gone.insert(entry.entry_withdrawn().entry());
  }
  std::map<std::string, std::string> newest;
  for (const auto& entry : entries) {
    if (!entry.has_entry_corrected() || gone.contains(entry.entry())) continue;
    newest[entry.entry_corrected().entry()] = entry.entry();
  }
  std::vector<const v1::Entry*> counting;
  for (const auto& entry : entries) {
    if (entry.hidden() || gone.contains(entry.entry()) || newest.contains(entry.entry())) continue;
    if (const auto about = corrected_entry(entry); !about.empty()) {
      const auto found = newest.find(about);
      const bool counts = !gone.contains(about) && found != newest.end() && found->second == entry.entry();
      if (!counts) continue;
    }
    counting.push_back(&entry);
  }
  return counting;
}

std::string words_of(const v1::Entry& entry) {
  std::string words;
  if (entry.has_entry_corrected()) {
    add_words(words, entry.entry_corrected().replacement());
  } else {
    add_words(words, entry);
  }
  return words;
}

std::string words_of(const v1::CaseFile& file) {
  std::string words = file.case_();
  for (const auto& child : file.children()) add(words, child.pseudonym());
  add(words, file.local_authority());
  return words;
}

}  // namespace review
