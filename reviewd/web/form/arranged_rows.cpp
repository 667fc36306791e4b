#include "reviewd/web/form/arranged_rows.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <set>

#include "reviewd/web/form/form_faults.hpp"
#include "reviewd/web/form/form_field.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using google::protobuf::FieldDescriptor;

bool belongs(const FormError& error, const std::string& path) {
  return error.path == path || error.path.starts_with(path + ".");
}

std::string described_by(const std::string& id, const ArrangedWords& words, const std::string& error) {
  std::string ids = words.hint.empty() ? "" : id + "-hint";
  if (!error.empty()) ids += (ids.empty() ? "" : " ") + id + "-error";
  return ids;
}

}  // namespace

std::string ArrangedRows::said(const FormError& error, const std::string& path, const std::string& label,
                               const FieldDescriptor* field) const {
  return field == nullptr ? practice_words(error.message) : fault_words({*field, path, label}, error.message, typed_);
}

std::string ArrangedRows::error_of(const std::string& path, const std::string& label,
                                   const FieldDescriptor* field) const {
  std::string all;
  for (const auto& error : errors_) {
    if (!belongs(error, path)) continue;
    const auto message = said(error, path, label, field);
    if (all.find(message) == std::string::npos) all += (all.empty() ? "" : all.ends_with('.') ? " " : ". ") + message;
  }
  return all;
}

void ArrangedRows::place(const std::string& path, const std::string& anchor, const std::string& label,
                         const FieldDescriptor* field) {
  std::set<std::string> texts;
  for (std::size_t i = 0; i < errors_.size(); ++i) {
    if (placed_[i] || !belongs(errors_[i], path)) continue;
    placed_[i] = true;
    const auto message = said(errors_[i], path, label, field);
    const bool is_named = message != practice_words(errors_[i].message) || message.find(label) != std::string::npos;
    auto text = scope_.empty() ? std::string() : scope_ + ": ";
    if (!is_named) text += label + (label.ends_with('?') ? " " : ": ");
    text += message;
    if (texts.insert(text).second) summary_.push_back(json::object{{"text", text}, {"href", "#" + anchor}});
  }
}

void ArrangedRows::field(const google::protobuf::Descriptor& type, const std::string& name,
                         const ArrangedWords& words) {
  const auto& field = *type.FindFieldByName(name);
  auto row =
      field_row(field, {words.path, words.label, words.hint, error_of(words.path, words.label, &field), words.optional},
                typed_, offers_);
  if (row.empty()) return;
  if (const auto anchor = anchor_of(row); !anchor.empty()) place(words.path, anchor, words.label, &field);
  rows_.push_back(std::move(row));
}

void ArrangedRows::choice(const char* kind, const ArrangedWords& words, const std::vector<Offer>& choices,
                          const FieldDescriptor* field) {
  const auto id = id_of(words.path);
  const auto& given = typed_.all(words.path);
  const bool is_select = std::string_view(kind) == "select";
  json::array options;
  if (is_select) options.push_back(json::object{{"value", ""}, {"words", "Choose one"}, {"chosen", given.empty()}});
  int number = 0;
  for (const auto& one : choices) {
    const bool chosen = std::find(given.begin(), given.end(), one.value) != given.end();
    options.push_back(json::object{{"value", one.value},
                                   {"words", one.label},
                                   {"chosen", chosen},
                                   {"choiceId", id + "-" + std::to_string(++number)}});
  }
  const auto error = error_of(words.path, words.label, field);
  rows_.push_back(json::object{{kind, json::object{{"id", id},
                                                   {"name", words.path},
                                                   {"label", words.label + (words.optional ? " (optional)" : "")},
                                                   {"hint", shown(words.hint)},
                                                   {"error", shown(error)},
                                                   {"describedBy", shown(described_by(id, words, error))},
                                                   {"choices", std::move(options)}}}});
  place(words.path, is_select ? id : id + "-1", words.label, field);
}

void ArrangedRows::area(const ArrangedWords& words, const std::string& rows) {
  const auto id = id_of(words.path);
  const auto error = error_of(words.path, words.label, nullptr);
  rows_.push_back(json::object{{"area", json::object{{"id", id},
                                                     {"name", words.path},
                                                     {"label", words.label + (words.optional ? " (optional)" : "")},
                                                     {"hint", shown(words.hint)},
                                                     {"error", shown(error)},
                                                     {"describedBy", shown(described_by(id, words, error))},
                                                     {"rows", rows},
                                                     {"value", typed_.first(words.path)}}}});
  place(words.path, id, words.label, nullptr);
}

void ArrangedRows::hidden(const std::string& name, const std::string& value) {
  rows_.push_back(hidden_row(name, value));
}

void ArrangedRows::opens(const std::string& path, const std::string& legend, const std::string& hint) {
  rows_.push_back(json::object{
      {"opens",
       json::object{{"id", id_of(path)}, {"legend", legend}, {"size", "m"}, {"hint", shown(hint)}, {"error", false}}}});
  scope_ = legend;
}

void ArrangedRows::closes() {
  rows_.push_back(json::object{{"closes", true}});
  scope_.clear();
}

void ArrangedRows::way_on(const std::string& words, const std::string& path) {
  ways_on_.push_back(json::object{{"text", words}, {"href", "#" + id_of(path)}});
}

void ArrangedRows::add(const std::string& list, const std::string& words) {
  rows_.push_back(json::object{{"add", json::object{{"path", list}, {"words", words}, {"lands", id_of(list)}}}});
}

FormRows ArrangedRows::made() {
  json::array all;
  for (std::size_t i = 0; i < errors_.size(); ++i) {
    if (!placed_[i]) all.push_back(json::object{{"text", practice_words(errors_[i].message)}, {"href", false}});
  }
  all.insert(all.end(), summary_.begin(), summary_.end());
  all.insert(all.end(), ways_on_.begin(), ways_on_.end());
  return {std::move(rows_), std::move(all)};
}

}  // namespace reviewd
