#include <utility>

#include "libreview/access/disclose.hpp"
#include "libreview/access/disclose_programme.hpp"
#include "libreview/access/may_read.hpp"
#include "libreview/desk/desk.hpp"
#include "libreview/desk/standing.hpp"
#include "libreview/record/fold.hpp"

namespace review {

namespace {

/// What the programme is called, as its opening entry says it now; empty where that was erased.
std::string title_of(const std::vector<v1::Entry>& entries) {
  for (const auto& entry : effective(entries)) {
    if (entry.has_programme_opened()) return entry.programme_opened().title();
  }
  return {};
}

}  // namespace

std::string Desk::title_told(const Standing& standing, const Reader& reader, const Moment& moment) {
  const auto title = reads_incidents(reader.role) ? title_of(*standing.entries) : std::string();
  return title.empty() ? title : embargoed(standing.now, reader, moment).kept.blotted(title);
}

v1::Programme Desk::programme_of(const v1::Case& shown, const Standing& standing, const Reader& reader,
                                 const Moment& moment) {
  auto programme = disclose_programme(shown, standing.file, *standing.rules.law, reader);
  const auto title = title_told(standing, reader, moment);
  if (!title.empty()) programme.set_title(title);
  return programme;
}

std::string Desk::programme_title(std::string_view programme, const Reader& reader, const Moment& moment) {
  const auto standing = this->standing(programme, "", reader, moment, std::nullopt);
  return standing ? title_told(*standing, reader, moment) : std::string();
}

Result<v1::Programme> Desk::show_programme(std::string_view programme, const Reader& reader, const Moment& moment,
                                           std::optional<Date> as_at) {
  const auto standing = this->standing(programme, "case", reader, moment, as_at);
  if (!standing) return refuse(standing.error());
  const auto shown = disclose_case(*standing, reader, moment);
  if (!shown) return refuse(shown.error());
  return programme_of(*shown, *standing, reader, moment);
}

Result<v1::Programme> Desk::show_programme_version(std::string_view programme, int version, const Reader& reader,
                                                   const Moment& moment) {
  const auto standing = standing_at(programme, version, reader, moment);
  if (!standing) return refuse(standing.error());
  const auto shown = disclose_case(*standing, reader, moment);
  if (!shown) return refuse(shown.error());
  return programme_of(*shown, *standing, reader, moment);
}

Result<Page<v1::Programme>> Desk::list_programmes(ListQuery query, const Reader& reader, const Moment& moment) {
  query.sort = "programme";
  const auto cases = list_cases(std::move(query), reader, moment);
  if (!cases) return refuse(cases.error());
  Page<v1::Programme> page{{}, cases->next};
  for (const auto& one : cases->items) {
    const auto standing = this->standing(one->case_(), "", reader, moment, std::nullopt);
    if (standing) page.items.push_back(programme_of(*one, *standing, reader, moment));
  }
  return page;
}

}  // namespace review
