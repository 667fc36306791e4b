#include "reviewd/returns/asked_products.hpp"

#include <algorithm>

#include "libreview/clocks/reading.hpp"
#include "libreview/desk/embargoed_case.hpp"
#include "libreview/record/product_confirmation.hpp"
#include "libreview/record/product_embargo.hpp"
#include "libreview/record/product_reach.hpp"
#include "libreview/views/find_in.hpp"
#include "reviewd/returns/agency_names.hpp"
#include "reviewd/returns/linked_entries.hpp"
#include "reviewd/returns/submit.hpp"

namespace reviewd {
namespace {

namespace v1 = review::v1;

/// The agency as the product names it, else by the first of its names that the product reaches; empty where it reaches
/// none.
std::string name_in(const v1::Product& product, const std::vector<std::string>& names) {
  for (const auto& share : product.shares()) {
    for (const auto& one : share.with()) {
      if (is_one_of(names, one)) return one;
    }
  }
  for (const auto& event : product.events()) {
    for (const auto& seat : event.attendance()) {
      if (is_one_of(names, seat.agency())) return seat.agency();
    }
  }
  const auto reached =
      std::ranges::find_if(names, [&](const std::string& one) { return review::reaches(product, one); });
  return reached == names.end() ? std::string() : *reached;
}

std::string first_day(const v1::Product& product, const std::string& name) {
  std::string first;
  const auto look = [&](const auto& one) {
    if (review::reaches(one, name) && (first.empty() || one.on() < first)) first = one.on();
  };
  for (const auto& share : product.shares()) look(share);
  for (const auto& event : product.events()) look(event);
  return first;
}

/// The day of the clock that waits for the agency to confirm; empty where none does.
std::string due_of(Storage& storage, const v1::CaseFile& file, const v1::Product& product, const std::string& name) {
  const auto clock = review::reading_of("product-confirmation:" + review::confirmation_subject(name, product.product()),
                                        file, storage.desk().law(), storage.desk().calendar(), storage.moment().today);
  const bool waits =
      clock && (clock->state() == v1::CLOCK_STATE_RUNNING || clock->state() == v1::CLOCK_STATE_DUE_TODAY ||
                clock->state() == v1::CLOCK_STATE_OVERDUE);
  return waits ? clock->due_on() : std::string();
}

/// Whether the newest version went out: only then its words are for others.
bool is_out(const v1::Product& product) {
  const auto newest = [&](const auto& one) { return one.version() == product.version(); };
  return std::ranges::any_of(product.shares(), newest) || std::ranges::any_of(product.events(), newest);
}

/// Whether an embargo that was placed since keeps the product back: then a link tells nothing of it.
bool is_kept_back(Storage& storage, const v1::CaseFile& file, const v1::Product& product) {
  const auto embargo = review::embargo_on(file, product, review::find_in(storage.views()));
  return review::keeps_back(embargo, product, storage.desk().law().partnership());
}

}  // namespace

bool was_given_a_product(Storage& storage, std::string_view case_id, std::string_view request,
                         std::string_view agency) {
  const auto file = storage.views().find(case_id);
  if (!file) return false;
  const auto names = names_of_agency(storage, agency);
  const auto gave = [&](const auto& one) {
    return one.entry() == request &&
           std::ranges::any_of(names, [&](const std::string& name) { return review::reaches(one, name); });
  };
  return std::ranges::any_of(file->products(), [&](const v1::Product& product) {
    const bool given = std::ranges::any_of(product.shares(), gave) || std::ranges::any_of(product.events(), gave);
    return given && !is_kept_back(storage, *file, product);
  });
}

std::optional<review::Date> next_confirmation_due(Storage& storage, std::string_view case_id, std::string_view agency) {
  std::optional<review::Date> next;
  const auto file = storage.views().find(case_id);
  if (!file) return next;
  const auto names = names_of_agency(storage, agency);
  for (const auto& product : file->products()) {
    const auto name = name_in(product, names);
    if (name.empty() || is_kept_back(storage, *file, product)) continue;
    const auto due = review::Date::parse(due_of(storage, *file, product, name));
    if (due && (!next || *due < *next)) next = *due;
  }
  return next;
}

std::optional<AskedProducts> asked_products(Storage& storage, const review::ReturnLink& link) {
  if (!was_given_a_product(storage, link.case_id, link.request, link.agency)) return std::nullopt;
  const auto file = storage.views().find(link.case_id);
  const auto whole = storage.desk().entries_that_count(link.case_id);
  const auto names = names_of_agency(storage, link.agency);
  AskedProducts asked;
  for (const auto& product : file->products()) {
    const auto name = name_in(product, names);
    if (name.empty() || is_kept_back(storage, *file, product)) continue;
    const auto entries = linked_entries(storage, link, name);
    if (!entries) return std::nullopt;
    AskedProduct one{product.product(), name, product.sort(), {}, first_day(product, name), {}, {}, false};
    one.due_on = due_of(storage, *file, product, name);
    const auto kept = storage.desk().embargoed(*file, reader_as(link, name), storage.moment()).kept;
    if (const auto* drafted = entry_in(whole, product.entry()); drafted != nullptr && is_out(product))
      one.title = kept.blotted(drafted->product_drafted().title());
    if (const auto* said = review::find_reception(product, name)) {
      one.confirmed = review::confirms(*said);
      if (const auto* entry = entry_in(*entries, said->entry())) one.said = entry->product_received();
    }
    asked.products.push_back(std::move(one));
  }
  asked.reads = reads_shown(storage);
  return asked;
}

}  // namespace reviewd
