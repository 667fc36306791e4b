#include "reviewd/api/product_stops.hpp"

#include <boost/json/object.hpp>
#include <optional>
#include <utility>

#include "libreview/access/entry_access.hpp"
#include "libreview/desk/recording.hpp"
#include "reviewd/api/own_hand.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace v1 = review::v1;

review::Recording sharing(const Call& call, const v1::Product& product) {
  v1::Entry entry;
  auto& shared = *entry.mutable_product_shared();
  shared.set_product(product.product());
  shared.set_how(v1::PRODUCT_CHANNEL_OTHER);
  entry.set_occurred_on(call.moment.today.iso());
  review::Recording recording{
      .case_id = call.record(), .entry = std::move(entry), .reader = call.reader, .moment = call.moment};
  return recording;
}

std::optional<review::Refusal> stop_of(Call& call, const review::Recording& recording) {
  if (const auto hand = by_own_hand_in_case(call, recording); !hand) return hand.error();
  if (const auto weighed = call.desk().check(recording); !weighed) return weighed.error();
  return std::nullopt;
}

void put_stop(std::string_view audience, const std::optional<review::Refusal>& stop, json::array& into) {
  if (!stop) return;
  into.push_back(json::object{{"audience", audience}, {"code", review::code_name(stop->code)}, {"says", stop->says}});
}

}  // namespace

json::array product_stops(Call& call, const v1::Product& product) {
  json::array all;
  if (!call.reader.may(review::Right::record) || !review::records_kind(call.reader, "product-shared")) return all;
  auto within = sharing(call, product);
  within.entry.mutable_product_shared()->add_with("POLICE");
  put_stop("PARTNERSHIP", stop_of(call, within), all);
  auto outside = sharing(call, product);
  outside.entry.mutable_product_shared()->set_with_public(true);
  put_stop("PUBLIC", stop_of(call, outside), all);
  return all;
}

}  // namespace reviewd
