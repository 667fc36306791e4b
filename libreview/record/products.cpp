#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "libreview/record/bodies.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/handling.hpp"
#include "libreview/record/product_confirmation.hpp"
#include "libreview/record/product_goes_out.hpp"
#include "libreview/record/product_heads.hpp"
#include "libreview/record/product_reach.hpp"
#include "libreview/record/product_sources.hpp"
#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

/// Whoever shares a product waits until all that it draws on is read.
constexpr int most_sources = 30;

/// Which version an entry is about: the one that it names, else the newest.
template <class Said>
int version_of(const Said& said, const v1::Product& product) {
  return said.has_version() ? said.version() : product.version();
}

void draws_on_what_there_is(const Question& question) {
  int place = 0;
  for (const auto& drawn : question.entry.product_drafted().draws_on()) {
    const auto at = fmt::format("/productDrafted/drawsOn/{}", place++);
    const auto& others = question.occasion.joined;
    const auto source = std::ranges::find(others, drawn.of_case(), &v1::CaseFile::case_);
    if (source == others.end()) continue;
    const auto missing = [&](std::string_view sort, const std::string& name, std::string_view list, int index) {
      question.findings.add(Code::missing_reference,
                            fmt::format("There is no {} {} in {}.", sort, name, drawn.of_case()), {},
                            fmt::format("{}/{}/{}", at, list, index));
    };
    for (int i = 0; i < drawn.findings_size(); ++i) {
      if (std::ranges::find(source->findings(), drawn.findings(i), &v1::FindingFile::finding) ==
          source->findings().end())
        missing("finding", drawn.findings(i), "findings", i);
    }
    for (int i = 0; i < drawn.recommendations_size(); ++i) {
      if (find_recommendation(*source, drawn.recommendations(i)) == nullptr)
        missing("recommendation", drawn.recommendations(i), "recommendations", i);
    }
  }
}

/// Counted with what its earlier versions drew on.
void draws_on_few(const Question& question) {
  const auto all = sources_concerned(question.file, question.entry);
  if (std::ssize(all) <= most_sources) return;
  question.findings.add(Code::not_a_choice,
                        fmt::format("A product draws on {} other cases and programmes at most, with those that its "
                                    "earlier versions drew on. Draft another product for the rest.",
                                    most_sources),
                        {}, "/productDrafted/drawsOn");
}

void admit_drafted(const Question& question) {
  const auto& drafted = question.entry.product_drafted();
  under_known_headings(question);
  draws_on_what_there_is(question);
  draws_on_few(question);
  if (const auto* before = find_product(question.file, drafted.product())) {
    not_before(question, question.entry.occurred_on(), before->drafted_on(),
               "A version cannot be drafted before the one that it follows.", "/occurredOn");
  }
}

/// What a product once drew on stays a source of it: its words may live on in a later version.
void draw(v1::Product& product, const v1::DrawnOn& drawn) {
  for (auto& known : *product.mutable_draws_on()) {
    if (known.of_case() != drawn.of_case()) continue;
    known = drawn;
    return;
  }
  *product.add_draws_on() = drawn;
}

void apply_drafted(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& drafted = entry.product_drafted();
  auto* known = find_product(file, drafted.product());
  auto& product = known == nullptr ? *file.add_products() : *known;
  product.set_product(drafted.product());
  product.set_sort(drafted.sort());
  product.set_version(product.version() + 1);
  product.set_entry(entry.entry());
  product.set_drafted_on(entry.occurred_on());
  *product.mutable_themes() = drafted.themes();
  *product.mutable_findings() = drafted.findings();
  *product.mutable_recommendations() = drafted.recommendations();
  for (const auto& drawn : drafted.draws_on()) draw(product, drawn);
  product.clear_sections();
  for (const auto& section : drafted.sections()) product.add_sections(section.section());
  product.set_checked(false);
  product.clear_checked_on();
  product.clear_left();
}

void admit_checked(const Question& question) {
  const auto& checked = question.entry.product_checked();
  if (checked.left() > 0 && checked.reasons().empty()) {
    question.findings.add(Code::reasons_required, "Say why these places are left as they are.", {},
                          "/productChecked/reasons");
  }
  const auto* product = find_product(question.file, checked.product());
  if (product == nullptr) return;
  if (version_of(checked, *product) != product->version()) {
    question.findings.add(
        Code::not_in_this_stage,
        fmt::format("The newest version is {}. A check is of the version that is to be shared.", product->version()),
        {}, "/productChecked/version");
  }
  fills_its_headings(question, *product);
  not_before(question, question.entry.occurred_on(), product->drafted_on(),
             "It cannot have been checked before it was drafted.", "/occurredOn");
}

void apply_checked(v1::CaseFile& file, const v1::Entry& entry) {
  auto& product = the(find_product(file, entry.product_checked().product()));
  if (version_of(entry.product_checked(), product) != product.version()) return;
  product.set_checked(true);
  product.set_checked_on(entry.occurred_on());
  product.set_left(entry.product_checked().left());
}

void with_groups_there_are(const Question& question) {
  const auto& groups = question.occasion.law.partnership().groups;
  int place = 0;
  for (const auto& named : question.entry.product_shared().groups()) {
    const int at = place++;
    std::string known;
    for (const auto& group : groups) known += (known.empty() ? "" : ", ") + group.id;
    const bool is_known = std::ranges::any_of(groups, [&](const auto& group) { return group.id == named; });
    if (!is_known) {
      question.findings.add(Code::not_a_choice, fmt::format("Choose one of the groups of the partnership: {}.", known),
                            {}, fmt::format("/productShared/groups/{}", at));
    }
  }
}

bool asks_to_confirm(const v1::ProductShared& shared) { return shared.confirm() || shared.has_confirm_by(); }

void admit_shared(const Question& question) {
  const auto& shared = question.entry.product_shared();
  if (shared.with().empty() && shared.groups().empty() && !shared.with_public()) {
    question.findings.add(Code::missing_field, "Say who got it: agencies, groups of the partnership, or the public.",
                          {}, "/productShared/with");
  }
  with_groups_there_are(question);
  set_ahead(question, shared.confirm_by(), question.entry.occurred_on(),
            "Nobody can have confirmed it before it was shared.", "/productShared/confirmBy");
  if (asks_to_confirm(shared) && shared.with().empty()) {
    question.findings.add(Code::missing_field, "Say which agencies are to confirm it.", {}, "/productShared/with");
  }
  if (const auto* product = find_product(question.file, shared.product())) {
    goes_out(question, *product, {version_of(shared, *product), "/productShared/version"});
    takes_another(question, shared);
  }
}

void apply_shared(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& shared = entry.product_shared();
  auto& product = the(find_product(file, shared.product()));
  auto& share = *product.add_shares();
  share.set_entry(entry.entry());
  share.set_on(entry.occurred_on());
  share.set_version(version_of(shared, product));
  *share.mutable_with() = shared.with();
  *share.mutable_groups() = shared.groups();
  share.set_with_public(shared.with_public());
  share.set_how(shared.how());
  if (!asks_to_confirm(shared)) return;
  for (const auto& agency : shared.with()) {
    mark(file, entry, "product-confirmation-asked",
         {.due_on = shared.confirm_by(), .subject = confirmation_subject(agency, product.product())});
  }
}

void admit_received(const Question& question) {
  const auto& received = question.entry.product_received();
  if (received.has_reached() && received.read() > received.reached()) {
    question.findings.add(Code::not_a_choice, "More people cannot have read it than it reached.", {},
                          "/productReceived/read");
  }
  if (received.has_reached() && received.answered() > received.reached()) {
    question.findings.add(Code::not_a_choice, "More people cannot have answered than it reached.", {},
                          "/productReceived/answered");
  }
  const auto* product = find_product(question.file, received.product());
  if (product == nullptr) return;
  if (product->shares().empty() && product->events().empty()) {
    question.findings.add(Code::not_in_this_stage, "This product was not shared yet. Record first whom it went to.");
  } else if (!reaches(*product, received.agency())) {
    question.findings.add(Code::missing_reference,
                          "This product was not shared with this agency. Record first that it was.", {},
                          "/productReceived/agency");
  }
}

void apply_received(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& received = entry.product_received();
  auto& product = the(find_product(file, received.product()));
  auto& all = *product.mutable_receptions();
  const auto known =
      std::ranges::find_if(all, [&](const auto& one) { return is_same_body(one.agency(), received.agency()); });
  auto& reception = known == all.end() ? *product.add_receptions() : *known;
  // What was said last stands; what is recorded late of an earlier day does not take its place.
  if (reception.on() > entry.occurred_on()) return;
  reception.Clear();
  reception.set_entry(entry.entry());
  reception.set_agency(received.agency());
  reception.set_on(entry.occurred_on());
  if (received.has_reached()) reception.set_reached(received.reached());
  if (received.has_read()) reception.set_read(received.read());
  if (received.has_answered()) reception.set_answered(received.answered());
  if (confirms(reception))
    mark(file, entry, "product-confirmed", {.subject = confirmation_subject(received.agency(), product.product())});
}

void admit_held(const Question& question) {
  const auto& held = question.entry.learning_event_held();
  std::set<std::string> seen;
  for (int i = 0; i < held.attendance_size(); ++i) {
    if (seen.insert(spellings_of_body(held.attendance(i).agency()).reference).second) continue;
    question.findings.add(Code::not_a_choice, "Name each agency once, with all who came from it.", {},
                          fmt::format("/learningEventHeld/attendance/{}/agency", i));
  }
  if (const auto* product = find_product(question.file, held.product()))
    goes_out(question, *product, {version_of(held, *product), "/learningEventHeld/version"});
}

void apply_event_held(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& held = entry.learning_event_held();
  auto& product = the(find_product(file, held.product()));
  auto& event = *product.add_events();
  event.set_entry(entry.entry());
  event.set_on(entry.occurred_on());
  event.set_version(version_of(held, product));
  *event.mutable_attendance() = held.attendance();
}

}  // namespace

std::vector<Handling> product_handlings() {
  return {
      {"product-drafted", admit_drafted, apply_drafted},     {"product-checked", admit_checked, apply_checked},
      {"product-shared", admit_shared, apply_shared},        {"product-received", admit_received, apply_received},
      {"learning-event-held", admit_held, apply_event_held},
  };
}

}  // namespace review
