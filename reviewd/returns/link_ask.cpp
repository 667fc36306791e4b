#include "reviewd/returns/link_ask.hpp"

#include <algorithm>
#include <array>

#include "reviewd/returns/asked_actions.hpp"
#include "reviewd/returns/asked_assurance.hpp"
#include "reviewd/returns/asked_audits.hpp"
#include "reviewd/returns/asked_products.hpp"
#include "reviewd/returns/asked_return.hpp"

namespace reviewd {
namespace {

using Due = std::optional<review::Date>;

std::optional<AskedReturn> asked_here(Storage& storage, const LinkRequest& of) {
  return asked_return(storage, of.record, of.request, of.agency, storage.moment().today);
}

const std::array<LinkAsk, 5> all_asks = {{
    {[](Storage& storage, const LinkRequest& of) { return asked_here(storage, of).has_value(); }, "/tasks",
     [](Storage& storage, const LinkRequest& of) {
       const auto asked = asked_here(storage, of);
       return asked ? asked->due : Due();
     },
     request_mail, true},
    {[](Storage& storage, const LinkRequest& of) {
       return agreed_an_action(storage, of.record, of.request, of.agency);
     },
     "/actions", [](Storage& storage, const LinkRequest& of) { return next_action_due(storage, of.record, of.agency); },
     actions_mail, false},
    {[](Storage& storage, const LinkRequest& of) {
       return !auditor_asked(storage, of.record, of.request, of.agency).empty();
     },
     "/audits",
     [](Storage& storage, const LinkRequest& of) {
       return next_audit_due(storage, of.record, auditor_asked(storage, of.record, of.request, of.agency));
     },
     audit_mail, false},
    {[](Storage& storage, const LinkRequest& of) {
       return asked_for_assurance(storage, of.record, of.request, of.agency);
     },
     "/assurance",
     [](Storage& storage, const LinkRequest& of) { return next_assurance_due(storage, of.record, of.agency); },
     assurance_mail, false},
    {[](Storage& storage, const LinkRequest& of) {
       return was_given_a_product(storage, of.record, of.request, of.agency);
     },
     "/products",
     [](Storage& storage, const LinkRequest& of) { return next_confirmation_due(storage, of.record, of.agency); },
     products_mail, false},
}};

}  // namespace

LinkRequest request_of(const review::ReturnLink& link) { return {link.case_id, link.request, link.agency}; }

const LinkAsk* link_ask_of(Storage& storage, const LinkRequest& request) {
  const auto found = std::ranges::find_if(all_asks, [&](const LinkAsk& one) { return one.asks(storage, request); });
  return found == all_asks.end() ? nullptr : &*found;
}

}  // namespace reviewd
