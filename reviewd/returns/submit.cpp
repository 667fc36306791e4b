#include "reviewd/returns/submit.hpp"

#include <utility>

#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/read_message.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

}  // namespace

review::Reader reader_of(const review::ReturnLink& link) { return reader_as(link, link.agency); }

review::Reader reader_as(const review::ReturnLink& link, const std::string& name) {
  review::Reader reader{link.contact, review::Role::agency_contact, name};
  reader.cases = {link.case_id};
  reader.asked = {link.case_id};
  return reader;
}

review::Result<review::Recorded> submit_return(Storage& storage, const review::ReturnLink& link, json::object answer) {
  answer["agency"] = link.agency;
  answer["request"] = link.request;
  return submit_as(storage, link, link.agency, "agencyReturnReceived", std::move(answer));
}

review::Result<review::Recorded> submit_as(Storage& storage, const review::ReturnLink& link, const std::string& name,
                                           std::string_view kind, json::object said) {
  json::object body;
  if (review::is_reference(name)) body["onBehalfOf"] = "agencies/" + name;
  body[kind] = std::move(said);
  auto entry = review::read_entry(body, review::Origin::request);
  if (!entry) return review::refuse(entry.error());
  return storage.desk().record({link.case_id, std::move(*entry), reader_as(link, name), {}, {}, {}, storage.moment()});
}

}  // namespace reviewd
