#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace reviewd {

/// One question of the form of an agency. Its name is that of the field of `agencyReturnReceived`.
struct ReturnQuestion {
  enum class Shape { line, area, partial_day, choice, chronology };
  struct Choice {
    std::string value;
    std::string words;
  };
  std::string name;
  std::string label;
  std::string hint{};
  Shape shape = Shape::area;
  std::string must{};  ///< what is said where nothing was answered; empty: it may stay open
  std::vector<Choice> choices{};
};

/// One page of the form.
struct ReturnStep {
  std::string path;  ///< last part of the address
  std::string title;
  std::vector<ReturnQuestion> questions;
};

/// The pages of the form, in order, for what is asked and what was answered so far: an agency that was not involved has
/// two. One that knows of a child at risk has one more, which says that this is no referral.
[[nodiscard]] std::vector<ReturnStep> return_steps(std::string_view type, const boost::json::object& draft);
/// The way of two pages for an agency that was not involved: this, then sending.
[[nodiscard]] const ReturnStep& nil_return_step();

/// The path of the step that asks what the risk to a child is, where there is one.
inline constexpr std::string_view risk_told = "told";

/// The step of that path; null for another path.
[[nodiscard]] const ReturnStep* find_step(const std::vector<ReturnStep>& steps, std::string_view path);
/// Whether every question of the step that must be answered is.
[[nodiscard]] bool is_answered(const ReturnStep& step, const boost::json::object& draft);

/// The lines of the chronology in a draft; none where it has none.
[[nodiscard]] const boost::json::array& lines_in(const boost::json::object& draft);

/// `A scoping return: whether and how you knew the family` and so on.
[[nodiscard]] std::string asked_words(std::string_view type);
/// A choice in words; other text as it is.
[[nodiscard]] std::string choice_in_words(const ReturnQuestion& question, const std::string& value);

}  // namespace reviewd
