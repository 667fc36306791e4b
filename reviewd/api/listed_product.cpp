#include "reviewd/api/listed_product.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <optional>
#include <set>
#include <utility>

#include "libreview/access/disclose.hpp"
#include "libreview/access/forget_cases.hpp"
#include "libreview/access/may_read.hpp"
#include "libreview/record/bodies.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/vocabulary/write_message.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace v1 = review::v1;
using review::Code;
using review::Result;

/// So many rows are asked for at once.
constexpr int step = 200;

Result<void> may_read(const Call& call) {
  if (review::reads_incidents(call.reader.role)) return {};
  return review::refuse(Code::not_permitted, "Your role does not see learning products.");
}

ProductAtAgency& agency_in(std::vector<ProductAtAgency>& all, const std::string& agency) {
  const auto known =
      std::ranges::find_if(all, [&](const auto& one) { return review::is_same_body(one.agency, agency); });
  return known == all.end() ? all.emplace_back(ProductAtAgency{agency}) : *known;
}

std::vector<ProductAtAgency> agencies_of(const std::string& case_id, const v1::Product& product, WordsAtHand& words) {
  std::vector<ProductAtAgency> all;
  for (const auto& share : product.shares()) {
    for (const auto& agency : share.with()) {
      auto& one = agency_in(all, agency);
      if (one.shared_on.empty() || share.on() < one.shared_on) one.shared_on = share.on();
    }
  }
  for (const auto& event : product.events()) {
    for (const auto& seat : event.attendance()) agency_in(all, seat.agency()).attended += seat.people();
  }
  for (const auto& reception : product.receptions()) {
    auto& one = agency_in(all, reception.agency());
    one.reception = reception;
    if (const auto* entry = words.find(case_id, reception.entry())) one.changes = entry->product_received().changes();
  }
  return all;
}

/// The headings in the order of the form of the day on which it was drafted.
std::vector<ListedSection> sections_of(const Call& call, const v1::ProductDrafted& drafted, const std::string& day) {
  std::vector<ListedSection> all;
  const auto on = review::Date::parse(day);
  const auto* form = on ? call.desk().law().product_form(*on) : nullptr;
  if (form == nullptr) return all;
  for (const auto& heading : form->headings) {
    const auto said = std::ranges::find(drafted.sections(), heading.id, &v1::ProductSection::section);
    if (said != drafted.sections().end()) all.push_back({heading.id, heading.title, said->text()});
  }
  return all;
}

void forget_hidden(Call& call, v1::Product& product) {
  std::set<std::string> named;
  review::name_cases(product, named);
  std::erase_if(named,
                [&](const std::string& one) { return call.storage.views().sees(call.reader, one, call.moment.today); });
  review::forget_cases(product, named);
}

/// Nothing where the entry that drafted it is kept from the reader.
std::optional<ListedProduct> listed(Call& call, const v1::CaseFile& file, const std::string& name, WordsAtHand& words) {
  const auto* product = review::find_product(file, name);
  const auto* entry = product == nullptr ? nullptr : words.find(file.case_(), product->entry());
  if (entry == nullptr) return std::nullopt;
  ListedProduct row{.case_id = file.case_(), .product = *product};
  forget_hidden(call, row.product);
  const auto& drafted = entry->product_drafted();
  row.title = drafted.title();
  row.address = drafted.address();
  row.sections = sections_of(call, drafted, product->drafted_on());
  row.agencies = agencies_of(row.case_id, row.product, words);
  return row;
}

json::object agency_json(const ProductAtAgency& one) {
  json::object out{{"agency", one.agency}, {"attended", one.attended}, {"confirmed", one.confirmed()}};
  if (!one.shared_on.empty()) out["sharedOn"] = one.shared_on;
  if (one.reception.has_on()) out["saidOn"] = one.reception.on();
  if (one.reception.has_reached()) out["reached"] = one.reception.reached();
  if (one.reception.has_read()) out["read"] = one.reception.read();
  if (one.reception.has_answered()) out["answered"] = one.reception.answered();
  if (!one.changes.empty()) out["changes"] = one.changes;
  return out;
}

}  // namespace

Result<ProductPage> read_products(Call& call, review::ProductsWanted wanted, std::size_t most) {
  if (auto may = may_read(call); !may) return review::refuse(std::move(may.error()));
  auto known = call.desk().check_names(wanted.terms, review::product_fields(), call.reader, call.moment);
  if (!known) return review::refuse(std::move(known.error()));
  wanted.limit = step;
  WordsAtHand words(call);
  ProductPage page;
  std::vector<std::string> last;
  for (;;) {
    const auto rows = review::product_rows(call.storage.store(), wanted, call.reader, call.moment.today);
    if (!rows) return review::refuse(rows.error());
    for (const auto& row : *rows) {
      const auto file = call.storage.views().find_for(call.reader, row.case_id, call.moment.today);
      if (!file) continue;
      if (page.rows.size() == most) {
        page.next = std::move(last);
        words.note();
        return page;
      }
      auto found = listed(call, *file, row.product, words);
      if (!found) continue;
      page.rows.push_back(std::move(*found));
      last = row.key();
    }
    if (rows->size() < static_cast<std::size_t>(step)) break;
    wanted.after = rows->back().key();
  }
  words.note();
  return page;
}

Result<ListedProduct> read_product(Call& call, const std::string& product) {
  if (auto may = may_read(call); !may) return review::refuse(std::move(may.error()));
  const auto file = call.storage.views().find_for(call.reader, call.record(), call.moment.today);
  if (!file) return review::refuse(review::no_case(call.record()));
  WordsAtHand words(call);
  auto found = listed(call, *file, product, words);
  if (!found) return review::refuse(Code::not_found, "There is no learning product of this name here.");
  words.note();
  return std::move(*found);
}

json::object product_json(const ListedProduct& listed) {
  json::array sections;
  for (const auto& one : listed.sections)
    sections.push_back(json::object{{"section", one.section}, {"title", one.title}, {"text", one.text}});
  json::array agencies;
  for (const auto& one : listed.agencies) agencies.push_back(agency_json(one));
  json::object out{{"case", listed.case_id},
                   {"product", review::write_message(listed.product, review::Part::whole, review::EmptyLists::shown)},
                   {"sections", std::move(sections)},
                   {"agencies", std::move(agencies)}};
  if (!listed.title.empty()) out["title"] = listed.title;
  if (!listed.address.empty()) out["address"] = listed.address;
  return out;
}

}  // namespace reviewd
