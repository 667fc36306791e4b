#include "reviewd/web/form/suggest_themes.hpp"

#include <boost/json/serialize.hpp>

#include "libreview/vocabulary/rules.hpp"
#include "reviewd/web/form/theme_rows.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/words/form_fields.hpp"

namespace reviewd {
namespace {

namespace pb = google::protobuf;

/// What was typed into the texts of a message.
std::string texts_of(const pb::Descriptor& type, const Typed& typed, const std::string& path) {
  std::string all;
  for (int i = 0; i < type.field_count(); ++i) {
    if (review::rules_of(*type.field(i)).form() != review::v1::TEXT) continue;
    const auto text = typed.first(path + "." + type.field(i)->json_name());
    if (!text.empty()) all += (all.empty() ? "" : "\n\n") + text;
  }
  return all;
}

void look(const EntryForm& form, const pb::Descriptor& type, const std::string& path, Offers& offers) {
  for (int i = 0; i < type.field_count(); ++i) {
    const auto& field = *type.field(i);
    if (holds_themes(field)) {
      const auto text = texts_of(type, form.typed, path);
      if (text.empty()) continue;
      const auto answer =
          ask(form.call, {"POST", "/v1/themes:suggest", boost::json::serialize(boost::json::object{{"text", text}})});
      if (answer.good()) offers.take_suggestions(path, answer.json);
    } else if (is_message(field) && field.is_repeated()) {
      const auto list = path + "." + field.json_name();
      for (int j = 0; j < form.typed.count(list); ++j) {
        look(form, *field.message_type(), list + "." + std::to_string(j), offers);
      }
    }
  }
}

}  // namespace

void suggest_themes(const EntryForm& form, Offers& offers) {
  const std::string replaced = "entryCorrected.replacement";
  const auto* inside = form.kind.name == "entry-corrected" ? kind_inside(form.typed, replaced) : nullptr;
  const auto& kind = inside == nullptr ? form.kind : *inside;
  look(form, *kind.field->message_type(), (inside == nullptr ? "" : replaced + ".") + kind.json, offers);
}

}  // namespace reviewd
