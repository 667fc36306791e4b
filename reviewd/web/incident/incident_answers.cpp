#include "reviewd/web/incident/incident_answers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/object.hpp>

#include "reviewd/web/form/form_entry.hpp"
#include "reviewd/web/form/form_faults.hpp"
#include "reviewd/web/form/form_field.hpp"
#include "reviewd/web/form/form_summary.hpp"
#include "reviewd/web/incident/incident_draft.hpp"
#include "reviewd/web/incident/incident_sections.hpp"
#include "reviewd/web/words/field_says.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// Each page of the incident once, in the order of the task list.
template <class Work>
void each_page(const Typed& typed, const std::string& address, const Work& work) {
  for (const auto& section : incident_sections()) {
    if (section.name == first_after_children) {
      for (int i = 0; i < typed.count(children_path); ++i) {
        for (const auto& of_child : child_sections()) {
          work(of_child, i, fmt::format("{}: {}", child_name(typed, i), of_child.title),
               fmt::format("{}/children/{}/{}", address, i + 1, of_child.name));
        }
      }
    }
    work(section, -1, std::string(section.title), fmt::format("{}/{}", address, section.name));
  }
}

json::array rows_of(const Typed& typed, const FormPart& part, const IncidentSection& section, int child,
                    const Offers& offers) {
  Typed here;
  for (const auto& path : paths_of(part)) here.replace(path, typed);
  // The only child in the entry is the first, whichever it was.
  if (child > 0) {
    Typed first;
    for (const auto& [name, values] : here.values()) {
      const auto rest = name.substr(below(children_path, child).size());
      for (const auto& value : values) first.add(below(children_path, 0) + rest, value);
    }
    here = std::move(first);
  }
  const auto& kind = *review::find_kind(section.kind);
  auto rows = entry_summary(entry_of(here, kind, offers), kind, offers);
  for (auto& row : rows) {
    auto key = practice_words(text_in(row, "key"));
    const auto colon = key.find(": ");
    if (child >= 0 && colon != std::string::npos) key = key.substr(colon + 2);
    row.as_object()["key"] = key;
  }
  return rows;
}

/// What is wrong at a path, in words that name the field.
std::string fault_at(const FormPart& part, const FormError& error, const std::string& path, const Typed& typed) {
  const auto rest = path.substr(std::min(path.size(), part.path.size() + 1));
  for (const auto name : part.fields) {
    const auto& field = *part.type.FindFieldByName(std::string(name));
    if (rest.substr(0, rest.find('.')) != field.json_name()) continue;
    return fault_words({field, path, field_label(field)}, error.message, typed);
  }
  return practice_words(error.message);
}

}  // namespace

json::array incident_answers(const Typed& typed, const Offers& offers, const std::string& address) {
  json::array cards;
  each_page(
      typed, address,
      [&](const IncidentSection& section, int child, const std::string& title, const std::string& href) {
        auto rows = rows_of(typed, part_of(section, child), section, child, offers);
        const bool none = rows.empty();
        cards.push_back(json::object{{"heading", title}, {"change", href}, {"none", none}, {"rows", std::move(rows)}});
      });
  return cards;
}

json::array incident_errors(const Typed& typed, const std::vector<FormError>& errors, const std::string& address) {
  json::array rows;
  std::vector<bool> placed(errors.size());
  each_page(
      typed, address,
      [&](const IncidentSection& section, int child, const std::string& title, const std::string& href) {
        const auto part = part_of(section, child);
        const auto paths = paths_of(part);
        for (std::size_t i = 0; i < errors.size(); ++i) {
          const auto& at = errors[i].path;
          const auto found = std::find_if(paths.begin(), paths.end(),
                                          [&](const auto& path) { return at == path || at.starts_with(path + "."); });
          if (placed[i] || found == paths.end()) continue;
          placed[i] = true;
          rows.push_back(json::object{{"text", fmt::format("{}: {}", title, fault_at(part, errors[i], *found, typed))},
                                      {"href", href + "#" + id_of(at)}});
        }
      });
  for (std::size_t i = 0; i < errors.size(); ++i) {
    if (!placed[i]) rows.push_back(json::object{{"text", practice_words(errors[i].message)}, {"href", false}});
  }
  return rows;
}

}  // namespace reviewd
