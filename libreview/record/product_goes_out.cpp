#include "libreview/record/product_goes_out.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "libreview/record/days.hpp"
#include "libreview/record/product_embargo.hpp"
#include "libreview/record/reviewed_with.hpp"

namespace review {
namespace {

void not_barred(const Question& question, const v1::Product& product) {
  const auto& at_hand = question.occasion.product;
  auto embargo = embargo_on(question.file, product, find_among(question.occasion.joined));
  embargo.beside = embargo.beside || (at_hand && at_hand->held_beside);
  const auto& partnership = question.occasion.law.partnership();
  if (!keeps_back(embargo, product, partnership)) return;
  const bool on_report = keeps_back_with_report(embargo, partnership);
  Refusal refusal{Code::publication_held,
                  on_report ? "An embargo keeps back a report that this draws on, or may draw on. Nobody beyond its "
                              "readers is given it until two people lift the embargo."
                            : "An embargo keeps back who the people are, and the check left places that may tell it. "
                              "Draft it without them: what was learned may be shared.",
                  {"cps-protocol"}};
  refusal.holds = std::move(on_report ? embargo.of_report : embargo.of_people);
  question.findings.add(std::move(refusal));
}

/// What became known since the check is not told: the recorder may not be the one who reads it.
void was_checked(const Question& question, const v1::Product& product) {
  const auto& at_hand = question.occasion.product;
  if (!product.checked()) {
    question.findings.add(
        Code::report_check_missing,
        fmt::format("Version {} of this product was not checked for names. Check it first.", product.version()));
  } else if (at_hand && at_hand->outgrown) {
    question.findings.add(
        Code::report_check_missing,
        fmt::format("Since version {} was checked, something was recorded that it may tell of: a name, "
                    "a date of birth, an address or a school. Check it for names again first.",
                    product.version()),
        {"own-default"});
  }
}

bool goes_to(const v1::ProductShared& shared, std::string_view audience) {
  if (audience == "public") return shared.with_public();
  return audience == "groups" ? !shared.groups().empty() : !shared.with().empty();
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
  } else {
    was_checked(question, product);
  }
  not_barred(question, product);
  not_before(question, question.entry.occurred_on(), product.checked_on(),
             "It cannot have gone out before it was checked for names.", "/occurredOn");
}

bool is_asked_of_two(const ProductForm& form, const v1::ProductShared& shared) {
  return std::ranges::any_of(form.second_person_for,
                             [&](const std::string& audience) { return goes_to(shared, audience); });
}

void takes_another(const Question& question, const v1::ProductShared& shared) {
  const auto& at_hand = question.occasion.product;
  const auto* form = question.occasion.law.product_form(question.occasion.today);
  if (!at_hand || at_hand->wrote.empty() || form == nullptr || !is_asked_of_two(*form, shared)) return;
  const auto is_another = [&](const std::string& who) { return !who.empty() && !at_hand->wrote.contains(who); };
  if (is_another(question.occasion.who) || is_another(at_hand->checked_by)) return;
  question.findings.add(Code::second_person_required,
                        "Sharing it so takes two people, and whoever wrote this version checked it too. "
                        "Another person checks it for names, or records that it was shared.",
                        {"own-default"}, "/productShared");
}

}  // namespace review
