#include "reviewd/letters/letter_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/calendar/partial_date.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/rules.hpp"
#include "reviewd/base/practice_terms.hpp"
#include "reviewd/base/short_name_words.hpp"

namespace reviewd {
namespace {

namespace pb = google::protobuf;

constexpr std::size_t longest_initials = 4;

std::string text_words(const std::string& value, const pb::FieldDescriptor& field) {
  if (review::is_day(field)) return letter_day(value);
  const auto form = review::rules_of(field).form();
  return form == review::v1::BODY || form == review::v1::ID ? letter_name(value) : value;
}

/// One value, of a list where `index` is not negative.
std::string value_words(const pb::Message& message, const pb::FieldDescriptor& field, int index) {
  const auto& reads = *message.GetReflection();
  switch (field.cpp_type()) {
    case pb::FieldDescriptor::CPPTYPE_STRING:
      return text_words(index < 0 ? reads.GetString(message, &field) : reads.GetRepeatedString(message, &field, index),
                        field);
    case pb::FieldDescriptor::CPPTYPE_ENUM:
      return letter_choice_of(*field.enum_type(), index < 0 ? reads.GetEnumValue(message, &field)
                                                            : reads.GetRepeatedEnumValue(message, &field, index));
    case pb::FieldDescriptor::CPPTYPE_BOOL:
      return index < 0 && reads.GetBool(message, &field) ? "Yes" : "No";
    case pb::FieldDescriptor::CPPTYPE_INT32:
      return index < 0 ? std::to_string(reads.GetInt32(message, &field)) : std::string();
    default:
      return {};
  }
}

std::string field_words(const pb::Message& message, const pb::FieldDescriptor& field) {
  const auto& reads = *message.GetReflection();
  if (!field.is_repeated()) return reads.HasField(message, &field) ? value_words(message, field, -1) : std::string();
  std::string all;
  for (int i = 0; i < reads.FieldSize(message, &field); ++i)
    all += (all.empty() ? "" : ", ") + value_words(message, field, i);
  return all;
}

}  // namespace

std::string letter_day(const std::string& iso) {
  const auto day = review::PartialDate::parse(iso);
  if (!day) return iso;
  const auto whole = day->whole();
  return whole ? fmt::format("{} {} {}", whole->day(), review::month_name(whole->month()), whole->year())
               : day->words();
}

std::string letter_name(const std::string& name) {
  const bool is_of_law = std::ranges::all_of(name, [](char c) { return c == '_' || (c >= 'A' && c <= 'Z'); });
  if (!is_of_law) return practice_terms(short_name_words(name));
  if (name.size() <= longest_initials) return name;
  std::string small = name;
  for (char& c : small) c = c == '_' ? '-' : static_cast<char>(c - 'A' + 'a');
  return practice_terms(short_name_words(small));
}

std::string letter_names(const pb::RepeatedPtrField<std::string>& names) {
  std::string all;
  for (const auto& name : names) all += (all.empty() ? "" : ", ") + letter_name(name);
  return all;
}

std::string letter_choice_of(const pb::EnumDescriptor& type, int number) {
  const auto* found = type.FindValueByNumber(number);
  return found == nullptr || number == 0 ? std::string() : practice_terms(review::choice_label(*found));
}

std::vector<paper::Fact> letter_facts_of(const pb::Message& message, std::initializer_list<std::string_view> left_out) {
  std::vector<paper::Fact> facts;
  for (int i = 0; i < message.GetDescriptor()->field_count(); ++i) {
    const auto& field = *message.GetDescriptor()->field(i);
    if (field.cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE) continue;
    if (std::ranges::find(left_out, std::string_view(field.name())) != left_out.end()) continue;
    auto words = field_words(message, field);
    if (!words.empty()) facts.push_back({practice_terms(review::rules_of(field).label()), std::move(words)});
  }
  return facts;
}

}  // namespace reviewd
