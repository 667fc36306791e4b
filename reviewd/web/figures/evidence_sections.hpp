#pragma once

#include <boost/json/array.hpp>
#include <string>
#include <vector>

#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// `62% (31 of 50)`; `Nobody answered` where it is of nobody.
[[nodiscard]] std::string answered_words(const boost::json::value& share);

/// A section for each question of a survey, with its rounds; one that says that there is none, where there is none.
[[nodiscard]] std::vector<Section> question_sections(const boost::json::array& questions, const std::string& heading,
                                                     const std::string& none);
/// Actions, how far each has reached, and what was found before and after it was done.
[[nodiscard]] Section before_after_section(const boost::json::array& actions, const Register& known);
/// What shows that actions made a difference, and what was found by whoever looked again.
[[nodiscard]] Section impact_section(const boost::json::array& actions, const Register& known);
/// What confirms, contradicts or came too early for what.
[[nodiscard]] Section bearings_section(const boost::json::array& bearings, const std::string& none);

}  // namespace reviewd
