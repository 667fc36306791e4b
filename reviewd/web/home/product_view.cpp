#include "reviewd/web/home/product_view.hpp"

#include <fmt/format.h>

#include <array>
#include <boost/json/array.hpp>
#include <sstream>
#include <tuple>
#include <utility>
#include <vector>

#include "libreview/calendar/london.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/case/rehearsal_view.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string title_of(const json::value& listed) {
  const auto title = text_in(listed, "title");
  return title.empty() ? std::string("A product without a title") : title;
}

std::string check_words(const json::value& product) {
  if (!flag_in(product, "checked")) return "Not checked for names yet";
  const int left = number_in(product, "left");
  const auto on = "Checked for names on " + day_words(text_in(product, "checkedOn"));
  return left == 0 ? on : on + ", with " + counted_words(left, "place", "places") + " left";
}

/// `Police, Midwifery`: the agencies of which this holds.
template <class Holds>
std::string agencies_that(const json::value& listed, const Register& known, Holds holds) {
  std::string all;
  for (const auto& one : list_in(listed, "agencies")) {
    if (holds(one)) all += (all.empty() ? "" : ", ") + known.agency(text_in(one, "agency"));
  }
  return all;
}

std::string unconfirmed(const json::value& listed, const Register& known) {
  return agencies_that(listed, known, [](const json::value& one) { return !flag_in(one, "confirmed"); });
}

std::vector<Cell> product_row_of(const json::value& listed, const Register& known) {
  const json::value product = object_in(listed, "product");
  const auto reference = text_in(listed, "case");
  const auto& shares = list_in(product, "shares");
  const auto got = agencies_that(listed, known, [](const json::value&) { return true; });
  const auto lacking = unconfirmed(listed, known);
  const bool out = !shares.empty() || !list_in(product, "events").empty();
  return {{title_of(listed), product_address(reference, text_in(product, "product"))},
          {choice_words("ProductSort", text_in(product, "sort")) +
           fmt::format(", version {}", number_in(product, "version"))},
          {reference, record_address(reference)},
          {check_words(product)},
          {!out          ? "Not shared yet"
           : got.empty() ? "Groups or the public"
                         : got},
          {!out || got.empty() ? ""
           : lacking.empty()   ? "All have confirmed"
                               : lacking}};
}

json::object share_row(const json::value& share, const Register& known) {
  std::string with;
  const auto add = [&](const std::string& one) { with += (with.empty() ? "" : ", ") + one; };
  for (const auto& agency : list_in(share, "with")) add(known.agency(std::string(agency.as_string())));
  for (const auto& group : list_in(share, "groups")) add(known.agency(std::string(group.as_string())));
  if (flag_in(share, "withPublic")) add("the public");
  return {{"on", day_words(text_in(share, "on"))},
          {"with", with},
          {"how", choice_words("ProductChannel", text_in(share, "how"))},
          {"version", std::to_string(number_in(share, "version"))}};
}

json::object event_row(const json::value& event, const Register& known) {
  std::string who;
  int people = 0;
  for (const auto& seat : list_in(event, "attendance")) {
    people += number_in(seat, "people");
    who += fmt::format("{}{} {}", who.empty() ? "" : ", ", known.agency(text_in(seat, "agency")),
                       number_in(seat, "people"));
  }
  return {{"on", day_words(text_in(event, "on"))}, {"who", who}, {"people", std::to_string(people)}};
}

/// A number that was said; words where none was.
std::string number_words(const json::value& one, std::string_view key) {
  return one.as_object().contains(key) ? std::to_string(number_in(one, key)) : std::string("Not said");
}

json::object agency_row(const json::value& one, const Register& known) {
  const auto shared_on = text_in(one, "sharedOn");
  const int attended = number_in(one, "attended");
  auto got = shared_on.empty() ? std::string() : day_words(shared_on);
  if (attended > 0) got += fmt::format("{}{} at an event", got.empty() ? "" : "; ", attended);
  return {{"agency", known.agency(text_in(one, "agency"))},
          {"got", got.empty() ? std::string("With a group or the public") : got},
          {"reached", number_words(one, "reached")},
          {"read", number_words(one, "read")},
          {"answered", number_words(one, "answered")},
          {"confirmed", flag_in(one, "confirmed") ? "Yes" : "Not yet"},
          {"changes", shown(text_in(one, "changes"))}};
}

/// A paragraph for each line that says something. XML has no control characters.
json::array lines_of(const std::string& text) {
  json::array lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    std::erase_if(line, [](char c) { return static_cast<unsigned char>(c) < ' ' && c != '\t'; });
    if (!line.empty()) lines.push_back(json::object{{"line", line}});
  }
  return lines;
}

json::array sections_of(const json::value& listed) {
  json::array all;
  for (const auto& one : list_in(listed, "sections")) {
    const auto text = text_in(one, "text");
    all.push_back(json::object{{"heading", text_in(one, "title")}, {"text", text}, {"lines", lines_of(text)}});
  }
  return all;
}

/// With whom the visitor could not share it, and why; one row where it is the same for everybody.
json::array stops_of(const json::value& listed) {
  json::array all;
  for (const auto& one : list_in(listed, "stops")) {
    const auto says = text_in(one, "says");
    const bool everybody = !all.empty() && text_in(all.back(), "says") == says;
    if (everybody) all.pop_back();
    const char* with = text_in(one, "audience") == "PUBLIC" ? "With the public" : "With agencies and groups";
    all.push_back(json::object{{"with", everybody ? "With anybody" : with}, {"says", says}});
  }
  return all;
}

void put_next(View& view, const std::string& at, const json::value& product) {
  const auto name = percent_encoded(text_in(product, "product"));
  const auto form = [&](std::string_view kind) { return fmt::format("{}/add/{}?{}.product={}", at, kind, kind, name); };
  const bool is_checked = flag_in(product, "checked");
  const bool is_shared = !list_in(product, "shares").empty();
  const std::array<std::tuple<std::string, const char*, bool>, 5> all{
      {{std::string(view["here"].as_string()) + "/check", "Check it for names", !is_checked},
       {form("productShared"), "Record that it was shared", is_checked && !is_shared},
       {form("learningEventHeld"), "Record an event with it", false},
       {form("productReceived"), "Record how an agency took it in", false},
       {form("productDrafted") + "&productDrafted.sort=" + text_in(product, "sort"), "Draft a new version", false}}};
  json::array steps;
  view["nextAddress"] = "";
  view["nextWords"] = "";
  for (const auto& [address, words, is_next] : all) {
    if (is_next) {
      view["nextAddress"] = address;
      view["nextWords"] = words;
    } else {
      steps.push_back(json::object{{"address", address}, {"words", words}});
    }
  }
  view["steps"] = std::move(steps);
}

}  // namespace

std::string product_address(const std::string& reference, const std::string& product) {
  return record_address(reference) + "/products/" + percent_encoded(product);
}

PlainPage product_list_of(const json::value& found, const Register& known) {
  PlainPage page{.title = "Learning products", .back = "/learning", .back_words = "Back to learning"};
  Section table;
  table.paragraphs = {
      "Briefings, events, newsletter items and films of all cases and programmes that you may see, newest draft first. "
      "An agency has confirmed once somebody there answered that they understood it, or what they will change."};
  table.table = {"Learning products",
                 {"Product", "What it is", "Case or programme", "Checked for names", "Who got it", "Not confirmed yet"},
                 {}};
  for (const auto& one : list_in(found, "products")) table.table.rows.push_back(product_row_of(one, known));
  if (table.table.rows.empty())
    table.paragraphs.emplace_back("There is none yet. One is drafted in the case or programme that taught it.");
  page.sections.push_back(std::move(table));
  Section links;
  links.links = {{"Download as a spreadsheet (CSV)", "/learning/products/csv"}};
  if (const auto next = text_in(found, "nextPageToken"); !next.empty())
    links.links.push_back({"Next page", "/learning/products?page=" + percent_encoded(next)});
  page.sections.push_back(std::move(links));
  return page;
}

View product_view(const json::value& listed, const Register& known, bool may_record) {
  const json::value product = object_in(listed, "product");
  const auto reference = text_in(listed, "case");
  const auto address = text_in(listed, "address");
  json::array shares;
  for (const auto& one : list_in(product, "shares")) shares.push_back(share_row(one, known));
  json::array events;
  for (const auto& one : list_in(product, "events")) events.push_back(event_row(one, known));
  json::array agencies;
  for (const auto& one : list_in(listed, "agencies")) agencies.push_back(agency_row(one, known));
  auto sections = sections_of(listed);
  View view{{"title", title_of(listed)},
            {"sort", choice_words("ProductSort", text_in(product, "sort"))},
            {"recordCaption", record_caption(reference)},
            {"recordAddress", record_address(reference)},
            {"here", product_address(reference, text_in(product, "product"))},
            {"version", std::to_string(number_in(product, "version"))},
            {"draftedOn", text_in(product, "draftedOn")},
            {"draftedDay", day_words(text_in(product, "draftedOn"))},
            {"check", check_words(product)},
            {"isChecked", flag_in(product, "checked")},
            {"address", shown(address)},
            {"unconfirmed", shown(unconfirmed(listed, known))},
            {"mayRecord", may_record}};
  view["hasSections"] = !sections.empty();
  view["sections"] = std::move(sections);
  auto stops = stops_of(listed);
  view["hasStops"] = !stops.empty();
  view["stops"] = std::move(stops);
  view["hasShares"] = !shares.empty();
  view["shares"] = std::move(shares);
  view["hasEvents"] = !events.empty();
  view["events"] = std::move(events);
  view["hasAgencies"] = !agencies.empty();
  view["agencies"] = std::move(agencies);
  put_next(view, record_address(reference), product);
  return view;
}

View product_check_view(const json::value& listed, const json::value& checked) {
  const json::value product = object_in(listed, "product");
  const auto at = record_address(text_in(listed, "case"));
  const auto name = text_in(product, "product");
  int to_look_at = 0;
  bool certain = false;
  for (const auto& one : list_in(checked, "findings")) {
    if (flag_in(one, "look")) to_look_at += number_in(one, "times");
    certain = certain || !flag_in(one, "look");
  }
  View view{
      {"title", "Check for names"},
      {"product", title_of(listed)},
      {"version", std::to_string(number_in(product, "version"))},
      {"here", product_address(text_in(listed, "case"), name)},
      {"certain", certain},
      {"redraft", fmt::format("{}/add/productDrafted?productDrafted.product={}&productDrafted.sort={}", at,
                              percent_encoded(name), text_in(product, "sort"))},
      {"recordChecked",
       fmt::format("{}/add/productChecked?productChecked.product={}&productChecked.version={}&productChecked.left={}",
                   at, percent_encoded(name), number_in(product, "version"), to_look_at)}};
  put_rehearsed(view, checked);
  view["mayRecordIt"] = !certain && list_in(checked, "unreadable").empty();
  return view;
}

}  // namespace reviewd
