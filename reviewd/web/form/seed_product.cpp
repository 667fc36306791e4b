#include "reviewd/web/form/seed_product.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <string>
#include <utility>

#include "review/v1/product.pb.h"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/form_entry.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// The entry of the newest draft; empty where there is no such product.
std::string draft_of(const boost::json::value& shown, const std::string& product) {
  for (const auto& one : list_in(shown, "products")) {
    if (text_in(one, "product") == product) return text_in(one, "entry");
  }
  return {};
}

json::value entry_called(const EntryForm& form, const std::string& entry) {
  auto found = ask(form.call, {"GET", "/v1" + record_address(form.case_id) + "/entries/" + percent_encoded(entry)});
  return found.good() ? std::move(found.json) : json::value();
}

void put_headings(Typed& typed, const Offers& offers) {
  const auto& heading = *review::v1::ProductSection::descriptor()->FindFieldByName("section");
  int place = 0;
  for (const auto& one : offers.of(heading))
    typed.put(fmt::format("productDrafted.sections.{}.section", place++), one.value);
}

}  // namespace

void seed_product(EntryForm& form, const boost::json::value& shown, const Offers& offers) {
  if (form.kind.name != "product-drafted") return;
  const auto product = form.typed.first("productDrafted.product");
  if (product.empty()) {
    if (form.typed.first("productDrafted.sort") == "SEVEN_MINUTE_BRIEFING") put_headings(form.typed, offers);
    return;
  }
  const auto entry = draft_of(shown, product);
  if (entry.empty()) return;
  auto drafted = entry_called(form, entry);
  if (const auto by = text_in(drafted, "correctedBy"); !by.empty()) {
    const json::value corrected = entry_called(form, by);
    const json::value replaced = object_in(corrected, "entryCorrected");
    drafted = object_in(replaced, "replacement");
  }
  if (!drafted.is_object()) return;
  form.typed = typed_of(drafted.as_object(), form.kind);
  for (const auto* own : {"occurredOn", "note", "evidence", "despite"}) form.typed.replace(own, Typed());
}

}  // namespace reviewd
