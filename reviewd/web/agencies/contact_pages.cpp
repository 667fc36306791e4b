#include <fmt/format.h>

#include <algorithm>
#include <boost/json/serialize.hpp>

#include "libreview/calendar/date.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/agencies/contact_view.hpp"
#include "reviewd/web/frame/api_errors.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/plain_refusals.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

bool may_change(const PageCall& call) { return call.visitor.reader.may(review::Right::manage_contacts); }

NameValues form_of(const PageCall& call) { return form_values(call.request.body).value_or(NameValues{}); }

std::string api_of(const PageCall& call) { return "/v1/agencies/" + percent_encoded(call.path("agency")); }

Response show_register(PageCall& call) {
  const auto answer = ask(call, {"GET", "/v1/agencies"});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  return render(call, 200, "contacts", register_view(answer.json, call.moment.today.iso(), may_change(call)));
}

/// Errors that link to one field link to another.
void put_at(View& view, std::string_view from, std::string_view to) {
  auto* errors = view.if_contains("errors");
  if (errors == nullptr) return;
  for (auto& error : errors->as_array()) {
    if (text_in(error, "href") == from) error.as_object()["href"] = to;
  }
}

/// What is wrong with a name is wrong with that of the agency, and not of a contact.
void name_the_agency(View& view) {
  for (const char* field : {"agencyError", "nameError"}) {
    if (const auto* wrong = view.if_contains(field)) view["agencyNameError"] = json::value(*wrong);
  }
  view.erase("nameError");
}

Response add_page(const PageCall& call, int status, const NameValues& form, const json::value& problem) {
  View view = agency_fields(form);
  view["title"] = "Add an agency";
  view["isNew"] = true;
  view["action"] = "/contacts/add";
  show_errors(view, problem);
  // The id was made from the name: what is wrong with it is put right there.
  put_at(view, "#agency", "#name");
  name_the_agency(view);
  return render(call, status, "agency_add", std::move(view));
}

Response show_add(PageCall& call) {
  if (!may_change(call)) return not_allowed(call);
  return add_page(call, 200, {}, {});
}

Response add_agency(PageCall& call) {
  const auto form = form_of(call);
  const auto wish = agency_wish(form);
  const auto answer = ask(call, {"POST", "/v1/agencies", json::serialize(wish)});
  if (answer.good()) return see_other("/contacts/" + text_in(answer.json, "agency"));
  if (answer.status == 403) return refused_page(call, answer.status, answer.json);
  return add_page(call, answer.status, form, answer.json);
}

Response agency_page(const PageCall& call, int status, const NameValues& form, const json::value& problem) {
  const auto answer = ask(call, {"GET", api_of(call)});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  auto view = agency_view(answer.json, call.moment.today.iso(), may_change(call));
  for (const auto& [name, value] : form) {
    if (name != "formToken") view["typed_" + name] = value;
  }
  show_errors(view, problem);
  // Two forms stand on the page, and each asks for a name.
  if (form.empty()) {
    name_the_agency(view);
  } else {
    put_at(view, "#name", "#contact-name");
  }
  return render(call, status, "agency", std::move(view));
}

Response show_agency(PageCall& call) { return agency_page(call, 200, {}, {}); }

/// Back to the agency, or the page again with what is wrong.
Response done(const PageCall& call, const ApiAnswer& answer, const NameValues& form) {
  if (answer.good()) return see_other("/contacts/" + percent_encoded(call.path("agency")));
  if (answer.status == 403 || answer.status == 404) return refused_page(call, answer.status, answer.json);
  return agency_page(call, answer.status, form, answer.json);
}

Response change_agency(PageCall& call) {
  return done(call, ask(call, {"POST", api_of(call), json::serialize(agency_wish(form_of(call)))}), {});
}

Response add_contact(PageCall& call) {
  const auto form = form_of(call);
  json::object wish;
  for (const auto* name : {"name", "role", "mailbox", "telephone"}) {
    if (const auto value = value_of(form, name); !value.empty()) wish[name] = value;
  }
  return done(call, ask(call, {"POST", api_of(call) + "/contacts", json::serialize(wish)}), form);
}

Response end_contact(PageCall& call) {
  const auto address = api_of(call) + "/contacts/" + percent_encoded(call.path("contact")) + ":end";
  return done(call, ask(call, {"POST", address, "{}"}), {});
}

Response show_timeliness(PageCall& call) {
  const auto answer = ask(call, {"GET", "/v1/agencies/-/timeliness"});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  return render(call, 200, "timeliness", timeliness_view(answer.json));
}

}  // namespace

std::vector<Page> contact_pages() {
  return {{"GET", "/contacts", "contactsPage", Use::read, show_register},
          {"GET", "/contacts/add", "addAgencyPage", Use::read, show_add},
          {"POST", "/contacts/add", "addAgencyForm", Use::write, add_agency},
          {"GET", "/contacts/{agency}", "agencyPage", Use::read, show_agency},
          {"POST", "/contacts/{agency}", "changeAgencyForm", Use::write, change_agency},
          {"POST", "/contacts/{agency}/contacts", "addContactForm", Use::write, add_contact},
          {"POST", "/contacts/{agency}/contacts/{contact}/end", "endContactForm", Use::write, end_contact},
          {"GET", "/returns", "timelinessPage", Use::read, show_timeliness}};
}

}  // namespace reviewd
