#include "reviewd/web/words/form_registers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <set>

#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/reference_of_name.hpp"
#include "libreview/vocabulary/rules.hpp"
#include "reviewd/http/ascii.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace pb = google::protobuf;

using Names = std::set<std::string_view>;

/// The three safeguarding partners come first in `bodies_of_law`.
constexpr std::size_t partners = 3;

std::vector<Offer> first_bodies(std::size_t count) {
  const auto& all = bodies_of_law();
  return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(count, all.size()))};
}

/// Those registered, and the bodies of the law that none of them is.
std::vector<Offer> with_bodies(const std::vector<Offer>& registered, const std::vector<Offer>& bodies) {
  auto offers = registered;
  for (const auto& body : bodies) {
    const bool there =
        std::any_of(registered.begin(), registered.end(), [&](const Offer& one) { return one.value == body.value; });
    if (!there) offers.push_back(body);
  }
  return offers;
}

std::string bare(const std::string& reference) { return review::bare_reference(reference).value_or(reference); }

}  // namespace

const std::vector<Offer>& bodies_of_law() {
  static const std::vector<Offer> all = {{"LOCAL_AUTHORITY", "Local authority"},
                                         {"INTEGRATED_CARE_BOARD", "Integrated care board"},
                                         {"POLICE", "Police"},
                                         {"SAFEGUARDING_PARTNERS", "All safeguarding partners"},
                                         {"BOARD", "Board of the partnership"},
                                         {"PANEL", "National Panel"},
                                         {"SECRETARY_OF_STATE", "Secretary of State"},
                                         {"OFSTED", "Ofsted"}};
  return all;
}

const std::vector<Offer>& bodies_for(std::string_view sort) {
  static const std::vector<Offer> none;
  static const auto three = first_bodies(partners);
  if (sort == "told" || sort == "hears") return bodies_of_law();
  return sort == "body" || sort == "signer" ? three : none;
}

std::string_view register_of_field(const pb::FieldDescriptor& field) {
  static const Names told = {"informed", "who", "to", "reported_to", "told", "with"};
  static const Names agencies = {"agency", "agencies", "on_behalf_of", "referred_by"};
  static const Names people = {"person",  "decided_by", "authorised_by", "readers", "reviewers", "appointed",
                               "removed", "kept_out",   "chair",         "by",      "agreed_by", "owner"};
  static const Names areas = {"occurred_in", "resident_in", "responsible_authority", "local_authority", "by_area",
                              "area",        "to"};
  const auto& rules = review::rules_of(field);
  if (!rules.names().empty()) return {};
  if (rules.form() == review::v1::BODY) {
    if (field.containing_type() == review::v1::SignedOff::descriptor()) return "signer";
    if (field.containing_type() == review::v1::ActionEscalated::descriptor()) return "hears";
    return told.contains(field.name()) ? "told" : "body";
  }
  if (rules.form() != review::v1::ID) return {};
  return agencies.contains(field.name()) ? "agency"
         : people.contains(field.name()) ? "person"
         : areas.contains(field.name())  ? "area"
                                         : std::string_view();
}

std::string other_words(const pb::FieldDescriptor& field) {
  if (field.containing_type() == review::v1::BearsOn::descriptor() && field.name() == "finding")
    return "A finding of another case: type its short name";
  const auto sort = register_of_field(field);
  const bool many = field.is_repeated();
  if (sort == "agency" || sort == "body") {
    return many ? "Other agencies: type their names, one on each line" : "Another agency: type its name";
  }
  if (sort == "told" || sort == "hears" || sort == "person") {
    return many ? "Somebody else: type their names, one on each line" : "Somebody else: type their name";
  }
  return sort == "area" ? "Another area: type its name" : "";
}

std::string example_words(const pb::FieldDescriptor& field) {
  const auto sort = register_of_field(field);
  if (sort == "agency") return "For example, City Hospital";
  if (sort == "person") return "For example, Anna Smith";
  return sort == "area" ? "For example, Westmoor Borough Council" : "";
}

void Offers::take_agencies(const json::value& agencies) {
  std::vector<Offer> by_id;
  std::vector<Offer> by_body;
  for (const auto& one : list_in(agencies, "agencies")) {
    const auto id = text_in(one, "agency");
    const auto name = text_in(one, "name");
    const auto body = text_in(one, "body");
    by_id.push_back({id, name});
    const auto& value = body.empty() ? id : body;
    const auto known =
        std::find_if(by_body.begin(), by_body.end(), [&](const Offer& other) { return other.value == value; });
    if (known == by_body.end()) {
      by_body.push_back({value, name});
    } else {
      known->label += ", " + name;
    }
  }
  by_sort_["agency"] = std::move(by_id);
  by_sort_["told"] = with_bodies(by_body, bodies_of_law());
  by_sort_["body"] = with_bodies(by_body, first_bodies(partners));
}

void Offers::take_people(const json::value& people) {
  auto& known = by_sort_["person"];
  for (const auto& one : list_in(people, "people")) {
    const auto person = bare(text_in(one, "person"));
    const auto name = text_in(one, "name");
    known.push_back({person, name.empty() ? person : name});
  }
}

void Offers::take_areas(const json::value& choices) {
  auto& known = by_sort_["area"];
  for (const auto& one : list_in(choices, "localAuthorities")) {
    const std::string area(one.as_string());
    known.push_back({area, agency_words(area)});
  }
}

void Offers::take_signers(const json::value& law) {
  const json::value partnership = object_in(law, "partnership");
  std::vector<Offer> signers;
  for (const auto& one : list_in(partnership, "signOffBodies")) {
    const std::string body(one.as_string());
    signers.push_back({body, agency_words(body)});
  }
  if (!signers.empty()) by_sort_["signer"] = std::move(signers);
  for (const auto& one : list_in(partnership, "groups")) {
    by_sort_["group"].push_back({text_in(one, "group"), text_in(one, "title")});
  }
  by_sort_["hears"] = with_bodies(by_sort_["group"], by_sort_["told"]);
}

std::string Offers::words(const pb::FieldDescriptor& field, const std::string& value) const {
  for (const auto& one : of(field)) {
    if (one.value == value || one.value == bare(value)) return one.label;
  }
  for (const auto& one : criteria_) {
    if (field.name() == "criterion" && one.value == value) return one.label;
  }
  const auto sort = register_of_field(field);
  if (known_.knows(bare(value))) return known_.agency(bare(value));
  if (sort == "person") return known_.person(value);
  return sort.empty() ? value : agency_words(bare(value));
}

std::string Offers::meant(const pb::FieldDescriptor& field, const std::string& text) const {
  const auto& rules = review::rules_of(field);
  const bool body = rules.form() == review::v1::BODY;
  if (!body && rules.form() != review::v1::ID) return text;
  if (review::bare_reference(text) || (body && review::is_body(text))) return text;
  for (const auto* offers : {&of(field), body ? &bodies_of_law() : &bodies_for("")}) {
    for (const auto& one : *offers) {
      if (same_ignoring_case(one.label, text)) return one.value;
    }
  }
  const auto reference = review::reference_of_name(text);
  return reference.empty() ? text : reference;
}

}  // namespace reviewd
