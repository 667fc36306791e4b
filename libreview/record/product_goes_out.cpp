#include "libreview/record/product_goes_out.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "libreview/record/days.hpp"
#include "libreview/record/holds.hpp"

namespace review {
namespace {

bool keeps_identity(const v1::EmbargoFile& embargo) {
  return !embargo.lifted() &&
         std::ranges::find(embargo.covers(), static_cast<int>(v1::COVERED_IDENTIFYING_FACTS)) != embargo.covers().end();
}

/// The live embargoes on identifying facts, as holds; those of another record with its name before.
void put_embargoes(const v1::CaseFile& file, const std::string& before, std::vector<Held>& holds) {
  for (const auto& embargo : file.embargoes()) {
    if (!keeps_identity(embargo)) continue;
    holds.push_back(Held{"EMBARGO", before + embargo.embargo(), embargo.since(),
                         "An embargo keeps back what tells who the people are, until two people lift it.",
                         embargo.review_on()});
  }
}

void not_barred(const Question& question, const v1::Product& product) {
  if (product.left() == 0) return;
  std::vector<Held> holds;
  put_embargoes(question.file, "", holds);
  for (const auto& drawn : product.draws_on()) {
    const auto& others = question.occasion.joined;
    const auto source = std::ranges::find(others, drawn.of_case(), &v1::CaseFile::case_);
    if (source != others.end()) put_embargoes(*source, source->case_() + "/", holds);
  }
  if (holds.empty()) return;
  Refusal refusal{Code::publication_held,
                  "An embargo keeps back who the people are, and the check left places that may tell it. Draft it "
                  "without them: what was learned may be shared.",
                  {"cps-protocol"}};
  refusal.holds = std::move(holds);
  question.findings.add(std::move(refusal));
}

}  // namespace

void goes_out(const Question& question, const v1::Product& product, const ProductVersion& given) {
  if (given.version > product.version() || given.version < 1) {
    question.findings.add(Code::missing_reference,
                          fmt::format("There is no version {} of this product.", given.version), {}, given.pointer);
  } else if (given.version != product.version()) {
    question.findings.add(Code::report_check_missing,
                          fmt::format("Version {} is the newest. What is shared is the newest version, once it was "
                                      "checked for names.",
                                      product.version()),
                          {}, given.pointer);
  } else if (!product.checked()) {
    question.findings.add(
        Code::report_check_missing,
        fmt::format("Version {} of this product was not checked for names. Check it first.", product.version()));
  }
  not_barred(question, product);
  not_before(question, question.entry.occurred_on(), product.checked_on(),
             "It cannot have gone out before it was checked for names.", "/occurredOn");
}

}  // namespace review
