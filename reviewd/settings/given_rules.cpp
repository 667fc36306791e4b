#include "reviewd/settings/given_rules.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include "libreview/base/embedded.hpp"
#include "libreview/store/digest.hpp"
#include "libreview/vocabulary/parse_json.hpp"
#include "reviewd/base/text_of.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

constexpr std::string_view holidays_file = "law/bank-holidays/england-and-wales.toml";

std::string digest_of_law() {
  std::string all;
  for (const auto name : review::embedded_names("law/england/")) all += review::embedded(name).value_or("");
  return review::to_hex(review::sha256({all}));
}

std::string digest_of_program() {
  return review::to_hex(review::sha256({review::embedded("digests/folding").value_or(""),
                                        review::embedded("digests/counting").value_or(""),
                                        review::embedded("descriptors/review-v1.bin").value_or("")}));
}

}  // namespace

bool GivenRules::is_same_as(const GivenRules& other) const {
  return program == other.program && law == other.law && holidays == other.holidays && overlay == other.overlay &&
         closures == other.closures;
}

GivenRules given_rules(const Config& config) {
  // What is compiled in stays the same while the program runs.
  static const auto program = digest_of_program();
  static const auto law = digest_of_law();
  return {.program = program,
          .law = law,
          .holidays = std::string(review::embedded(holidays_file).value_or("")),
          .overlay_name = config.overlay_name,
          .overlay = config.overlay_text,
          .closures = config.closures_text};
}

std::string given_rules_value(const GivenRules& rules) {
  return json::serialize(json::object{{"program", rules.program},
                                      {"law", rules.law},
                                      {"holidays", rules.holidays},
                                      {"overlayName", rules.overlay_name},
                                      {"overlay", rules.overlay},
                                      {"closures", rules.closures},
                                      {"fromTheStart", rules.from_the_start}});
}

std::optional<GivenRules> read_given_rules(const std::string& value) {
  const auto parsed = review::parse_json(value);
  const auto* object = parsed ? parsed->if_object() : nullptr;
  if (object == nullptr) return std::nullopt;
  const auto* start = object->if_contains("fromTheStart");
  return GivenRules{.program = text_of(*object, "program"),
                    .law = text_of(*object, "law"),
                    .holidays = text_of(*object, "holidays"),
                    .overlay_name = text_of(*object, "overlayName"),
                    .overlay = text_of(*object, "overlay"),
                    .closures = text_of(*object, "closures"),
                    .from_the_start = start != nullptr && start->is_bool() && start->as_bool()};
}

}  // namespace reviewd
