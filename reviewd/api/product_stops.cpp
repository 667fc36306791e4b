#include "reviewd/api/product_stops.hpp"

#include <boost/json/object.hpp>
#include <optional>
#include <utility>

#include "libreview/access/entry_access.hpp"
#include "libreview/desk/recording.hpp"
#include "libreview/record/product_goes_out.hpp"
#include "reviewd/api/own_hand.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace v1 = review::v1;

review::Recording sharing(const Call& call, const v1::Product& product) {
  v1::Entry entry;
  auto& shared = *entry.mutable_product_shared();
  shared.set_product(product.product());
  shared.add_with("POLICE");
  shared.set_how(v1::PRODUCT_CHANNEL_OTHER);
  entry.set_occurred_on(call.moment.today.iso());
  return {.case_id = call.record(), .entry = std::move(entry), .reader = call.reader, .moment = call.moment};
}

std::optional<review::Refusal> refusal_of(const review::Result<void>& asked) {
  return asked ? std::nullopt : std::optional(asked.error());
}

/// Whether it keeps a product from agencies and groups too, of what keeps it from those with whom the public is. That
/// it takes another person comes after every other rule of it in the table of refusals.
bool bears_within(const Call& call, const review::Refusal& stop, const v1::ProductShared& within) {
  if (stop.code != review::Code::second_person_required) return true;
  const auto* form = call.desk().law().product_form(call.moment.today);
  return form != nullptr && review::is_asked_of_two(*form, within);
}

void put_stop(std::string_view audience, const std::optional<review::Refusal>& stop, json::array& into) {
  if (!stop) return;
  into.push_back(json::object{{"audience", audience}, {"code", review::code_name(stop->code)}, {"says", stop->says}});
}

}  // namespace

json::array product_stops(Call& call, const v1::Product& product) {
  json::array all;
  if (!call.reader.may(review::Right::record) || !review::records_kind(call.reader, "product-shared")) return all;
  const auto within = sharing(call, product);
  auto with_all = within;
  with_all.entry.mutable_product_shared()->set_with_public(true);
  const auto hand_within = refusal_of(by_own_hand_in_case(call, within));
  const auto hand = refusal_of(by_own_hand_in_case(call, with_all));
  // All records that it draws on are read for it, so it is asked once; the reader was noted with the product.
  const auto stop = refusal_of(call.desk().check(with_all, review::Desk::Notes::asker));
  const bool bears = stop && bears_within(call, *stop, within.entry.product_shared());
  put_stop("PARTNERSHIP", hand_within ? hand_within : bears ? stop : std::nullopt, all);
  put_stop("PUBLIC", hand ? hand : stop, all);
  return all;
}

}  // namespace reviewd
