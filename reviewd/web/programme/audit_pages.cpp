#include "libreview/access/entry_access.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/file_answer.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/programme/audit_view.hpp"

namespace reviewd {
namespace {

/// The page that `view` makes of the audit.
template <class View>
Response with_audit(PageCall& call, View view) {
  const auto programme = ask(call, {"GET", case_api(call)});
  if (!programme.good()) return refused_page(call, programme.status, programme.json);
  const auto audit = ask(call, {"GET", case_api(call) + "/audit"});
  if (!audit.good()) return refused_page(call, audit.status, audit.json);
  const auto known = register_of(call);
  const auto& reader = call.visitor.reader;
  const bool records = review::records_kind(reader, "audit-case-selected");
  return sections_page(call, view(AuditStory{audit.json, programme.json, known, records,
                                             records && reader.may(review::Right::manage_contacts),
                                             records && review::records_kind(reader, "learning-referred")}));
}

Response audit_page(PageCall& call) { return with_audit(call, audit_page_of); }

Response returns_page(PageCall& call) {
  const auto chosen = [&](const char* name) { return call.request.parameter(name).value_or(""); };
  const ReturnsChosen which{chosen("standard"), chosen("agency"), chosen("priority"), chosen("auditCase")};
  return with_audit(call, [&](const AuditStory& story) { return audit_returns_of(story, which); });
}

Response audit_file(PageCall& call) { return file_answer(call, case_api(call) + "/audit:csv"); }

}  // namespace

std::vector<Page> audit_pages() {
  return {{"GET", "/programmes/{programme}/audit", "auditPage", Use::read, audit_page},
          {"GET", "/programmes/{programme}/audit.csv", "auditFile", Use::read, audit_file},
          {"GET", "/programmes/{programme}/audit/returns", "auditReturnsPage", Use::read, returns_page}};
}

}  // namespace reviewd
