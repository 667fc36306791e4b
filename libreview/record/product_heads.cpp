#include "libreview/record/product_heads.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "libreview/base/closest.hpp"
#include "libreview/record/days.hpp"

namespace review {
namespace {

const ProductForm* form_on(const Question& question, const std::string& day) {
  const auto drafted = whole_day(day);
  return drafted ? question.occasion.law.product_form(*drafted) : nullptr;
}

/// Letters and signs, not bytes.
std::int64_t characters(const std::string& text) {
  return std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
}

}  // namespace

void under_known_headings(const Question& question) {
  const auto* form = form_on(question, question.entry.occurred_on());
  if (form == nullptr) return;
  std::vector<std::string> known;
  for (const auto& heading : form->headings) known.push_back(heading.id);
  std::set<std::string> seen;
  std::int64_t length = 0;
  const auto& sections = question.entry.product_drafted().sections();
  for (int i = 0; i < sections.size(); ++i) {
    const auto& name = sections[i].section();
    const auto at = fmt::format("/productDrafted/sections/{}/section", i);
    length += characters(sections[i].text());
    if (std::ranges::find(known, name) == known.end()) {
      question.findings.add(
          Code::not_a_choice,
          fmt::format("There is no heading {}.{} /v1/law lists them.", name, did_you_mean(name, known)), {}, at);
    } else if (!seen.insert(name).second) {
      question.findings.add(Code::not_a_choice, "This heading is there twice. Put its text together.", {}, at);
    }
  }
  if (length <= form->most_characters) return;
  question.findings.add(Code::not_a_choice,
                        fmt::format("The text has {} characters, and at most {} can be read in one go. Shorten it.",
                                    length, form->most_characters),
                        form->cites, "/productDrafted/sections");
}

void fills_its_headings(const Question& question, const v1::Product& product) {
  if (product.sort() != v1::PRODUCT_SORT_SEVEN_MINUTE_BRIEFING) return;
  const auto* form = form_on(question, product.drafted_on());
  if (form == nullptr) return;
  std::string missing;
  for (const auto& heading : form->headings) {
    if (std::ranges::find(product.sections(), heading.id) != product.sections().end()) continue;
    missing += (missing.empty() ? "" : "; ") + heading.title;
  }
  if (missing.empty()) return;
  question.findings.add(Code::not_in_this_stage,
                        fmt::format("The briefing says nothing yet under: {}. Draft it whole first.", missing));
}

}  // namespace review
