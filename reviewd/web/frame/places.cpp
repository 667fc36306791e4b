#include "reviewd/web/frame/places.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "libreview/access/disclose.hpp"
#include "libreview/access/entry_access.hpp"

namespace reviewd {
namespace {

using review::Right;
using enum Place::From;
using enum PlaceGroup;

bool anybody(const PageCall&) { return true; }

template <Right... any>
bool with(const PageCall& call) {
  return (call.visitor.reader.may(any) || ...);
}

bool reads_incidents(const PageCall& call) {
  return call.visitor.reader.may(Right::read_cases) && review::reads_incidents(call.visitor.reader.role);
}

bool logs(const PageCall& call) { return review::records_kind(call.visitor.reader, "incident-logged"); }

bool scrutinises(const PageCall& call) { return with<Right::scrutinise>(call); }
bool answers_scrutiny(const PageCall& call) { return with<Right::decide>(call) && !scrutinises(call); }

bool in_practice(const PageCall& call) { return call.storage.store().practice(); }
bool sets_practice_day(const PageCall& call) { return in_practice(call) && with<Right::set_practice_day>(call); }
bool reads_practice_mail(const PageCall& call) { return in_practice(call) && with<Right::manage_contacts>(call); }

/// In the order of the menu.
constexpr auto table = std::to_array<Place>({
    {menu, cases, "Home", "/", "what needs you", anybody},
    {menu, cases, "Reminders", "/reminders", "what is due soon, due today or late", with<Right::read_cases>},
    {menu, cases, "Cases", "/cases", "the list, to filter, keep and download", with<Right::read_cases>},
    {menu, cases, "Meetings", "/meetings", "of the rapid review panel, with their papers", reads_incidents},
    {menu, learning, "Learning", "/learning", "what was found, by theme", reads_incidents},
    {menu, learning, "Programmes", "/programmes", "audits, plans, surveys, training, pledges", reads_incidents,
     "/assurance"},
    {menu, standing, "Overview", "/overview", "where every review stands", reads_incidents, "/figures"},
    {menu, cases, "Search", "/search", "references, names, areas and words", with<Right::read_cases>},
    {menu, standing, "Scrutiny", "/scrutiny", "challenges, and the statement for the year", scrutinises},
    {menu, standing, "Opened in an emergency", "/governance", "cases to look at afterwards",
     with<Right::review_break_glass>},
    {more, cases, "Log an incident", "/cases/log", "a new one, or a case referred for consideration", logs,
     "/incident"},
    {more, learning, "Actions", "/actions", "of all cases, how each stands and what it changed",
     with<Right::read_cases>, "/recommendations"},
    {more, standing, "Scrutiny", "/scrutiny", "challenges that wait for an answer", answers_scrutiny},
    {more, administration, "Agencies", "/contacts", "who answers for which agency, and who stands in",
     with<Right::manage_contacts>, "/returns"},
    {more, administration, "Administration", "/administration", "people, settings and what waits for a second person",
     with<Right::approve_settings, Right::erase>},
    {within, cases, "Held from publication", "/held", "how long, and why", reads_incidents},
    {within, cases, "Published reviews", "/publications", "every report, and where it is", reads_incidents},
    {within, learning, "Learning products", "/learning/products", "briefings, events and newsletter items",
     reads_incidents},
    {within, learning, "Recommendations", "/recommendations", "to whom, and what they answered", reads_incidents},
    {within, learning, "Monitoring of actions", "/actions/monitoring", "what slipped, and who has said nothing",
     reads_incidents},
    {within, learning, "Assurance that is awaited", "/assurance", "who has not answered, over all programmes",
     reads_incidents},
    {within, standing, "Yearly report", "/figures", "its tables and charts", reads_incidents},
    {within, standing, "How timely agencies are", "/returns", "agency by agency", reads_incidents},
    {within, administration, "People", "/administration/people", "invite, disable, propose another role",
     with<Right::manage_access>},
    {within, administration, "Approvals", "/administration/approvals",
     "what waits for a second person, and what was decided",
     with<Right::approve_settings, Right::export_cases, Right::erase>},
    {within, administration, "Access keys for programs", "/administration/tokens", "make one, stop one",
     with<Right::manage_access>},
    {within, administration, "Webhooks", "/administration/webhooks",
     "other programs that are told what is due soon and late", with<Right::manage_access>},
    {within, administration, "Settings of the partnership", "/administration/settings",
     "who signs, the quorum, whom to ring, your own rules", with<Right::approve_settings>},
    {within, administration, "Closure days and new bank holidays", "/administration/closures",
     "and which deadlines they move", with<Right::approve_settings>},
    {within, administration, "Bring in past cases", "/administration/past",
     "from a spreadsheet, after a look at every row", with<Right::move_cases>},
    {within, administration, "The day of this practice store", "/practice", "set what counts as today",
     sets_practice_day},
    {within, administration, "Emails of this practice store", "/practice/mail", "what would have gone out",
     reads_practice_mail},
    {within, own, "Reminders by email", "/reminders/email", "each morning, one by one, or none", anybody},
    {within, own, "Reminders in your calendar", "/reminders/calendar", "an address that it fetches",
     with<Right::read_cases>},
});

}  // namespace

std::vector<Place> places_of(const PageCall& call) {
  std::vector<Place> open;
  std::ranges::copy_if(table, std::back_inserter(open), [&](const Place& place) { return place.opens(call); });
  return open;
}

}  // namespace reviewd
