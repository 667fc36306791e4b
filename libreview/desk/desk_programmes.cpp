#include <utility>

#include "libreview/access/disclose_programme.hpp"
#include "libreview/access/may_read.hpp"
#include "libreview/desk/desk.hpp"
#include "libreview/desk/standing.hpp"

namespace review {

v1::Programme Desk::programme_of(const v1::Case& shown, const v1::CaseFile& file, const v1::CaseFile& now,
                                 const Reader& reader, const Moment& moment) {
  auto programme = disclose_programme(shown, file, parts_.law, reader);
  const auto kept = embargoed(now, reader, moment).kept;
  if (!kept.blots.empty() && programme.has_title()) programme.set_title(kept.blotted(programme.title()));
  return programme;
}

Result<v1::Programme> Desk::show_programme(std::string_view programme, const Reader& reader, const Moment& moment,
                                           std::optional<Date> as_at) {
  const auto standing = this->standing(programme, "case", reader, moment, as_at);
  if (!standing) return refuse(standing.error());
  const auto shown = disclose_case(*standing, reader, moment);
  if (!shown) return refuse(shown.error());
  return programme_of(*shown, standing->file, standing->now, reader, moment);
}

Result<v1::Programme> Desk::show_programme_version(std::string_view programme, int version, const Reader& reader,
                                                   const Moment& moment) {
  const auto standing = standing_at(programme, version, reader, moment);
  if (!standing) return refuse(standing.error());
  const auto shown = disclose_case(*standing, reader, moment);
  if (!shown) return refuse(shown.error());
  return programme_of(*shown, standing->file, standing->now, reader, moment);
}

Result<Page<v1::Programme>> Desk::list_programmes(ListQuery query, const Reader& reader, const Moment& moment) {
  query.sort = "programme";
  const auto cases = list_cases(std::move(query), reader, moment);
  if (!cases) return refuse(cases.error());
  Page<v1::Programme> page{{}, cases->next};
  for (const auto& one : cases->items) {
    const auto file = parts_.views.find_for(reader, one->case_(), moment.today);
    if (file) page.items.push_back(programme_of(*one, *file, *file, reader, moment));
  }
  return page;
}

}  // namespace review
