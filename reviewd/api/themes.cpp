#include <boost/json/array.hpp>

#include "libreview/learning/suggest_themes.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/json_fields.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Right;

/// The text may say who somebody is: it comes in the body, and nothing of it is kept.
Response suggest(Call& call) {
  const auto fields = json_fields(call, {.present = {"text"}});
  if (!fields) return refused(call, fields.error());
  const auto& law = call.desk().law();
  json::array themes;
  for (const auto& one : review::suggest_themes(fields->text("text"), law, call.moment.today)) {
    json::array words;
    for (const auto& word : one.words) words.push_back(json::value(json::string(word)));
    themes.push_back(json::object{{"theme", one.theme->id},
                                  {"title", one.theme->title},
                                  {"sentence", one.theme->sentence},
                                  {"list", law.list_of_theme(one.theme->id)->title},
                                  {"words", std::move(words)}});
  }
  return json_answer(200, json::object{{"themes", std::move(themes)}});
}

}  // namespace

std::vector<Endpoint> theme_endpoints() {
  return {{"POST",
           "/v1/themes:suggest",
           "suggestThemes",
           "The themes that the words of a text suggest, best first. Nothing of it is kept",
           {Right::record},
           Use::read,
           {},
           "ThemeWish",
           "ThemeSuggestions",
           200,
           suggest}};
}

}  // namespace reviewd
