#include <algorithm>
#include <boost/json/array.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/ask_by_link.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/home/product_view.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

bool went_to(const json::value& share, const json::value& agency) {
  if (flag_in(share, "withPublic") || !list_in(share, "groups").empty()) return true;
  return std::ranges::any_of(list_in(share, "with"), [&](const json::value& one) {
    return means_agency(std::string(one.as_string()), agency);
  });
}

/// The entry by which an agency was given the product first; not where it has confirmed.
std::string first_given(const json::value& listed, const json::value& agency) {
  for (const auto& one : list_in(listed, "agencies")) {
    if (flag_in(one, "confirmed") && means_agency(text_in(one, "agency"), agency)) return {};
  }
  const json::value product = object_in(listed, "product");
  for (const auto& share : list_in(product, "shares")) {
    if (went_to(share, agency)) return text_in(share, "entry");
  }
  for (const auto& event : list_in(product, "events")) {
    for (const auto& seat : list_in(event, "attendance")) {
      if (means_agency(text_in(seat, "agency"), agency)) return text_in(event, "entry");
    }
  }
  return {};
}

LinkAsking asking_of(const PageCall& call) {
  const auto name = call.path("product");
  const auto page = product_address(call.record(), name);
  return {
      case_api(call) + "/products/" + percent_encoded(name),
      "Ask an agency whether it was understood",
      record_caption(call.record()),
      page + "/link",
      page,
      "Back to the product",
      "They see the learning products that their own agency was given, and nothing of where they come from",
      {"A mail with a link goes to them, and a code before it opens. They need no account. They say how many people "
       "it reached and what these will change, and what they say is recorded at once."},
      "No agency that has a contact in the register was given it and has not confirmed.",
      28,
      first_given};
}

Response show_link(PageCall& call) { return show_ask_by_link(call, asking_of(call)); }
Response send_link(PageCall& call) { return send_ask_by_link(call, asking_of(call)); }

}  // namespace

std::vector<Page> product_link_pages() {
  return {
      {"GET", "/cases/{case}/products/{product}/link", "productLinkPage", Use::read, show_link},
      {"POST", "/cases/{case}/products/{product}/link", "sendProductLink", Use::write, send_link},
      {"GET", "/programmes/{programme}/products/{product}/link", "programmeProductLinkPage", Use::read, show_link},
      {"POST", "/programmes/{programme}/products/{product}/link", "sendProgrammeProductLink", Use::write, send_link}};
}

}  // namespace reviewd
