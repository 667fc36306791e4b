#include "reviewd/web/form/form_field.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>

#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/rules.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/form_fields.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace pb = google::protobuf;

/// More choices than this stand in a list that opens.
constexpr std::size_t most_radios = 8;
/// More names than this are typed rather than ticked.
constexpr std::size_t most_names = 15;

using Values = std::vector<std::string>;

bool holds(const Values& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool offers_value(const std::vector<Offer>& offers, const std::string& value) {
  return std::any_of(offers.begin(), offers.end(), [&](const Offer& one) { return one.value == value; });
}

std::vector<Offer> choices_of(const pb::FieldDescriptor& field, const Offers& offers) {
  std::vector<Offer> choices;
  if (field.cpp_type() == pb::FieldDescriptor::CPPTYPE_BOOL) return {{"true", "Yes"}, {"false", "No"}};
  if (field.cpp_type() == pb::FieldDescriptor::CPPTYPE_ENUM) {
    for (int i = 1; i < field.enum_type()->value_count(); ++i) {
      const auto& value = *field.enum_type()->value(i);
      // What only programmes have is no choice in a form of cases.
      const auto& only_of = value.options().GetExtension(review::v1::only_of);
      const auto* kind = review::find_kind(review::snake(field.containing_type()->name()));
      if (!only_of.empty() && (kind == nullptr || !kind->is_of(only_of))) continue;
      // Nothing follows besides a decision that nothing follows.
      if (field.name() == "further_outcomes" && value.number() == review::v1::OUTCOME_NO_FURTHER_REVIEW) continue;
      choices.push_back(
          {review::short_name(value), choice_words(field.enum_type()->name(), review::short_name(value))});
    }
    return choices;
  }
  if (review::rules_of(field).form() == review::v1::KIND) {
    for (const auto& kind : review::kinds()) choices.push_back({kind.name, practice_words(kind.label)});
    return choices;
  }
  return offers.of(field);
}

std::string usual_hint(const pb::FieldDescriptor& field) {
  const auto& rules = review::rules_of(field);
  switch (rules.form()) {
    case review::v1::DATE:
      return rules.may_be_ahead() ? "For example, 27 9 2027. It may lie ahead."
                                  : "For example, 27 3 2026. It cannot be after today.";
    case review::v1::PARTIAL_DATE:
      return "For example, 27 3 2026. Leave out the day, or the day and the month, if they are not known.";
    default:
      return example_words(field);
  }
}

/// Makes the rows of one field.
class Input {
 public:
  Input(const pb::FieldDescriptor& field, const FieldWords& words, const Typed& typed, std::vector<Offer> choices)
      : field_(field),
        words_(words),
        typed_(typed),
        choices_(std::move(choices)),
        given_(typed.all(words.path)),
        hint_(!words.hint.empty()                         ? words.hint
              : choices_.empty() || review::is_day(field) ? usual_hint(field)
                                                          : std::string()) {}

  [[nodiscard]] json::object text(const char* width, const char* mode) const {
    auto row = common();
    row["value"] = typed_.first(words_.path);
    row["width"] = width;
    row["mode"] = mode;
    return {{"text", std::move(row)}};
  }

  [[nodiscard]] json::object area(bool by_line) {
    if (by_line) hint_ += hint_.empty() ? "One on each line" : ". One on each line";
    auto row = common();
    row["value"] = fmt::format("{}", fmt::join(given_, "\n"));
    row["rows"] = by_line ? "3" : "5";
    row["long"] = !by_line;
    if (!by_line) {
      const auto described = row["describedBy"].is_string() ? std::string(row["describedBy"].as_string()) + " " : "";
      row["describedBy"] = described + id_of(words_.path) + "-info";
    }
    return {{"area", std::move(row)}};
  }

  [[nodiscard]] json::object date() const {
    auto row = common();
    row["day"] = typed_.first(words_.path + ".day");
    row["month"] = typed_.first(words_.path + ".month");
    row["year"] = typed_.first(words_.path + ".year");
    return {{"date", std::move(row)}};
  }

  [[nodiscard]] json::object radios(const std::string& none) {
    keep_what_is_no_choice();
    if (!none.empty()) choices_.push_back({"", none});
    return chosen("radios", given_.empty() || given_.front().empty() ? Values{""} : given_);
  }

  [[nodiscard]] json::object select(const std::string& none, const std::string& other_words) {
    std::string other = typed_.first(words_.path + ".other");
    if (other_words.empty()) {
      keep_what_is_no_choice();
    } else if (other.empty() && !given_.empty() && !offers_value(choices_, given_.front())) {
      other = given_.front();
    }
    choices_.insert(choices_.begin(), {"", none});
    auto row = chosen("select", given_.empty() ? Values{""} : given_);
    if (!other_words.empty()) put_other(row["select"].as_object(), other_words, other);
    return row;
  }

  [[nodiscard]] json::object checkboxes(const std::string& other_words) {
    Values others = typed_.all(words_.path + ".other");
    if (!other_words.empty()) {
      for (const auto& one : given_) {
        if (!offers_value(choices_, one)) others.push_back(one);
      }
    } else {
      keep_what_is_no_choice();
    }
    auto row = chosen("checkboxes", given_);
    if (!other_words.empty()) {
      put_other(row["checkboxes"].as_object(), other_words, fmt::format("{}", fmt::join(others, "\n")));
    }
    return row;
  }

 private:
  [[nodiscard]] json::object common() const {
    const auto id = id_of(words_.path);
    const bool wrong = !words_.error.empty();
    std::string described = hint_.empty() ? "" : id + "-hint";
    if (wrong) described += (described.empty() ? "" : " ") + id + "-error";
    return {{"id", id},
            {"name", words_.path},
            {"label", words_.label + (words_.optional ? " (optional)" : "")},
            {"hint", shown(hint_)},
            {"error", shown(words_.error)},
            {"describedBy", shown(described)}};
  }

  void keep_what_is_no_choice() {
    for (const auto& one : given_) {
      if (!one.empty() && !offers_value(choices_, one)) choices_.push_back({one, one});
    }
  }

  [[nodiscard]] json::object chosen(const char* widget, const Values& values) const {
    auto row = common();
    json::array choices;
    for (std::size_t i = 0; i < choices_.size(); ++i) {
      const auto id = i == 0 ? id_of(words_.path) : fmt::format("{}-{}", id_of(words_.path), i + 1);
      choices.push_back(json::object{{"choiceId", id},
                                     {"value", choices_[i].value},
                                     {"words", choices_[i].label},
                                     {"chosen", holds(values, choices_[i].value)}});
    }
    row["choices"] = std::move(choices);
    row["inline"] = field_.cpp_type() == pb::FieldDescriptor::CPPTYPE_BOOL;
    row["other"] = false;
    return {{widget, std::move(row)}};
  }

  void put_other(json::object& row, const std::string& label, const std::string& value) const {
    const auto path = words_.path + ".other";
    row["other"] =
        json::object{{"otherId", id_of(path)}, {"otherName", path}, {"otherLabel", label}, {"otherValue", value}};
  }

  const pb::FieldDescriptor& field_;
  const FieldWords& words_;
  const Typed& typed_;
  std::vector<Offer> choices_;
  Values given_;
  std::string hint_;
};

json::object plain_row(const pb::FieldDescriptor& field, const Input& input, Input& open) {
  if (review::is_day(field)) return input.date();
  if (field.cpp_type() == pb::FieldDescriptor::CPPTYPE_INT32) return input.text("4", "numeric");
  switch (review::rules_of(field).form()) {
    case review::v1::TEXT:
      return open.area(false);
    case review::v1::CODE:
    case review::v1::ID:
      return input.text("20", "text");
    default:
      return input.text("full", "text");
  }
}

}  // namespace

json::object field_row(const pb::FieldDescriptor& field, const FieldWords& words, const Typed& typed,
                       const Offers& offers) {
  auto choices = choices_of(field, offers);
  const bool names = !review::rules_of(field).names().empty();
  const bool has_none = words.optional && choices.empty() && is_of_case(field);
  if (has_none && words.error.empty() && typed.is_blank(words.path)) return {};
  if (names && choices.empty()) {
    return typed.is_blank(words.path) ? json::object() : hidden_row(words.path, typed.first(words.path));
  }
  const auto other = other_words(field);
  const bool many = choices.size() > most_radios || !other.empty();
  const bool listed = !choices.empty() && !(field.is_repeated() && !other.empty() && choices.size() > most_names);
  if (!listed) choices.clear();
  Input input(field, words, typed, std::move(choices));
  if (field.is_repeated()) return listed ? input.checkboxes(other) : input.area(true);
  if (!listed) return plain_row(field, input, input);
  const std::string none = names ? "A new one" : words.optional ? "Not answered" : "";
  return many ? input.select(none.empty() ? "Choose" : none, other) : input.radios(none);
}

std::string id_of(const std::string& path) {
  auto id = path;
  std::replace(id.begin(), id.end(), '.', '-');
  return id;
}

std::string anchor_of(const json::object& row) {
  if (row.empty() || row.contains("hidden")) return {};
  const auto& [widget, value] = *row.begin();
  const auto id = std::string(value.at("id").as_string());
  return widget == "date" ? id + "-day" : id;
}

json::object hidden_row(const std::string& name, const std::string& value) {
  return {{"hidden", json::object{{"name", name}, {"value", value}}}};
}

}  // namespace reviewd
