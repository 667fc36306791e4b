#include <algorithm>
#include <boost/json/serialize.hpp>
#include <catch2/catch.hpp>

#include "libreview/vocabulary/parse_json.hpp"
#include "reviewd/web/form/form_entry.hpp"
#include "tests/web/form_support.hpp"

/// A form loses nothing: what is recorded, shown in a form and sent again is the same.
namespace reviewd {
namespace {

using form_test::golden_entry;
using form_test::sent_again;
using form_test::sent_by;
using form_test::shown;

namespace json = boost::json;

bool is_choice(const json::value& value) {
  return value.is_string() && value.get_string().find_first_of("abcdefghijklmnopqrstuvwxyz ") == json::string::npos;
}

/// Boxes that are ticked have no order: lists of names in capitals are put into one.
json::value in_order(json::value value) {
  if (auto* object = value.if_object()) {
    for (auto& member : *object) member.value() = in_order(member.value());
  } else if (auto* array = value.if_array()) {
    for (auto& one : *array) one = in_order(one);
    if (std::all_of(array->begin(), array->end(), is_choice)) {
      std::sort(array->begin(), array->end(), [](const json::value& left, const json::value& right) {
        return left.get_string() < right.get_string();
      });
    }
  }
  return value;
}

Offers small_case() {
  Offers offers;
  offers.take_case(*review::parse_json(R"({
    "children":[{"child":"child-1","pseudonym":"Child Birch"},{"child":"child-2"}],
    "reviews":[{"review":"review-1","kind":"LCSPR"}],
    "proceedings":[{"proceedings":"proceedings-1","kind":"CRIMINAL","openedOn":"2026-03-04"}],
    "courtOrders":[{"order":"order-1"}], "embargoes":[{"embargo":"embargo-1"}],
    "actions":[{"action":"action-1","owner":"POLICE","dueOn":"2026-09-01"}],
    "clocks":[{"clock":"rapid-review","title":"Rapid review"}]})"));
  return offers;
}

Offers law_for(const review::Kind& kind) {
  auto offers = small_case();
  offers.take_law(*review::parse_json(R"({"criteria":[
    {"criterion":"abuse-or-neglect","question":"Abuse?","decision":"notification"},
    {"criterion":"area-or-residence","question":"Here?","decision":"notification"},
    {"criterion":"died-or-seriously-harmed","question":"Harm?","decision":"notification"},
    {"criterion":"panel-suggests-review","question":"Panel?","decision":"review"},
    {"criterion":"agencies-working-together","question":"Together?","decision":"review"},
    {"criterion":"recurrent-themes","question":"Themes?","decision":"review"},
    {"criterion":"improvements-needed","question":"Improve?","decision":"review"}]})"),
                  kind);
  offers.take_themes(*review::parse_json(R"({"themeLists":[{"list":"l","title":"L","from":"2020-01-01","themes":[
    {"theme":"information-sharing","title":"Sharing information"},{"theme":"babies","title":"Babies"}]}]})"),
                     "2026-06-01");
  return offers;
}

}  // namespace

TEST_CASE("Every kind of entry comes back from its form as it went in", "[web]") {
  for (const auto& kind : review::member_kinds()) {
    const auto golden = golden_entry(kind);
    for (const auto& offers : {Offers(), law_for(kind)}) {
      auto typed = sent_again(kind, typed_of(golden, kind), offers);
      typed.drop_empty_items();
      INFO(kind.name << "\n" << json::serialize(golden) << "\n" << json::serialize(entry_of(typed, kind)));
      CHECK(in_order(entry_of(typed, kind)) == in_order(golden));
    }
  }
}

TEST_CASE("An empty form asks for an entry with nothing in it but its kind", "[web]") {
  for (const auto& kind : review::member_kinds()) {
    INFO(kind.name);
    auto typed = sent_again(kind, Typed(), law_for(kind));
    typed.drop_empty_items();
    json::object nothing;
    nothing[kind.json] = json::object();
    CHECK(entry_of(typed, kind) == nothing);
  }
}

TEST_CASE("A form has one input of each name and one element of each id", "[web]") {
  for (const auto& kind : review::member_kinds()) {
    INFO(kind.name);
    const auto html = shown(kind, typed_of(golden_entry(kind), kind), law_for(kind)).html;
    std::map<std::string, int> ids;
    for (auto at = html.find(" id=\""); at != std::string::npos; at = html.find(" id=\"", at + 1)) {
      ++ids[html.substr(at + 5, html.find('"', at + 5) - at - 5)];
    }
    for (const auto& [id, count] : ids) {
      INFO(id);
      CHECK(count == 1);
    }
    for (auto at = html.find(" for=\""); at != std::string::npos; at = html.find(" for=\"", at + 1)) {
      CHECK(ids.contains(html.substr(at + 6, html.find('"', at + 6) - at - 6)));
    }
    CHECK(html.find("{{") == std::string::npos);
    CHECK(html.find(" name=\"\"") == std::string::npos);
  }
}

TEST_CASE("What a page keeps in an input is what was typed, whatever it is", "[web]") {
  const auto& kind = *review::find_kind("note-added");
  for (const std::string text :
       {"\nfirst line empty", "<b>&amp; \"quoted\" 'single'</textarea>", "two\nlines\n", "  "}) {
    Typed typed;
    typed.put("noteAdded.text", text);
    CHECK(sent_again(kind, typed).first("noteAdded.text") == text);
  }
  CHECK(sent_by(shown(kind, Typed()).html).front() == std::pair<std::string, std::string>("formToken", "token-1"));
}

}  // namespace reviewd
