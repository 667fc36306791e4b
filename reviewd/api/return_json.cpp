#include "reviewd/api/return_json.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

#include "libreview/access/may_read.hpp"
#include "reviewd/api/record_json.hpp"
#include "reviewd/returns/open_link.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

bool has_use(const std::vector<review::ReturnLinkUse>& uses, std::string_view what) {
  return std::any_of(uses.begin(), uses.end(), [&](const auto& use) { return use.what == what; });
}

std::string state_of(Call& call, const review::ReturnLink& link, const std::vector<review::ReturnLinkUse>& uses) {
  if (link.complete) return "SENT";
  if (!link.revoked.empty()) return "REVOKED";
  if (link.expires_on < call.moment.today.iso()) return "EXPIRED";
  if (is_stopped_by_seal(call.storage, link)) return "STOPPED_BY_SEAL";
  if (!link.sent.empty()) return "PART_SENT";
  if (link.has_draft) return "STARTED";
  return has_use(uses, "OPENED") ? "OPENED" : "NOT_OPENED";
}

}  // namespace

json::object write_link(Call& call, const review::ReturnLink& link) {
  const auto uses = call.storage.return_links().uses(link.link);
  json::array written;
  for (const auto& use : uses) written.push_back(json::object{{"time", use.time}, {"what", use.what}});
  json::object out{{"link", link.link},
                   {"request", link.request},
                   {"agency", link.agency},
                   {"contact", link.contact},
                   {"made", link.made},
                   {"expiresOn", link.expires_on},
                   {"state", state_of(call, link, uses)},
                   {"uses", std::move(written)}};
  put_record(out, link.case_id);
  if (!link.entry.empty()) out["received"] = link.entry;
  if (const auto mail = call.storage.outbox().state_of("return-links/" + link.link); !mail.empty()) out["mail"] = mail;
  return out;
}

json::object write_made_link(Call& call, const LinkSent& sent) {
  auto out = write_link(call, sent.link);
  out["address"] = sent.address;
  out["subject"] = sent.mail.subject;
  out["text"] = sent.mail.text;
  return out;
}

review::Result<void> may_see_links(Call& call) {
  if (!call.reader.may(review::Right::manage_contacts) || !call.reader.may(review::Right::record)) {
    return review::refuse(review::Code::not_permitted, "Your role does not allow this.");
  }
  if (call.desk().sees(call.record(), call.reader, call.moment)) return {};
  return review::refuse(review::no_case());
}

review::Result<void> may_change_links(Call& call) {
  if (const auto seen = may_see_links(call); !seen) return seen;
  review::v1::Entry asking;
  asking.mutable_agency_return_requested();
  return call.desk().may_record(call.record(), asking, call.reader, call.moment);
}

std::string host_of(const Call& call) { return call.request.header("Host").value_or("localhost"); }

}  // namespace reviewd
