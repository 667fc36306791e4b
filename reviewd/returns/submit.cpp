#include "reviewd/returns/submit.hpp"

#include "libreview/vocabulary/read_message.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

}  // namespace

review::Reader reader_of(const review::ReturnLink& link) {
  review::Reader reader{link.contact, review::Role::agency_contact, link.agency};
  reader.cases = {link.case_id};
  reader.asked = {link.case_id};
  return reader;
}

review::Result<review::Recorded> submit_return(Storage& storage, const review::ReturnLink& link, json::object answer) {
  answer["agency"] = link.agency;
  answer["request"] = link.request;
  auto entry = review::read_entry(
      json::object{{"onBehalfOf", "agencies/" + link.agency}, {"agencyReturnReceived", std::move(answer)}},
      review::Origin::request);
  if (!entry) return review::refuse(entry.error());
  return storage.desk().record({link.case_id, std::move(*entry), reader_of(link), {}, {}, {}, storage.moment()});
}

}  // namespace reviewd
