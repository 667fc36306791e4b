#include "reviewd/returns/asked_assurance.hpp"

#include <algorithm>

#include "reviewd/returns/agency_names.hpp"
#include "reviewd/returns/linked_entries.hpp"

namespace reviewd {
namespace {

namespace v1 = review::v1;

/// What the programme asks of the agency; nothing where it is not there.
std::vector<v1::AssuranceFile> asked_of(Storage& storage, std::string_view programme, std::string_view agency) {
  std::vector<v1::AssuranceFile> all;
  const auto file = storage.views().find(programme);
  if (!file) return all;
  const auto names = names_of_agency(storage, agency);
  for (const auto& one : file->programme().assurance()) {
    if (!one.waived() && is_one_of(names, one.agency())) all.push_back(one);
  }
  return all;
}

}  // namespace

bool is_owed(const v1::AssuranceFile& asked) {
  return asked.returned_on().empty() || asked.completeness() == v1::COMPLETENESS_PARTIAL;
}

bool asked_for_assurance(Storage& storage, std::string_view programme, std::string_view request,
                         std::string_view agency) {
  return std::ranges::any_of(asked_of(storage, programme, agency),
                             [&](const auto& one) { return one.request() == request; });
}

std::optional<review::Date> next_assurance_due(Storage& storage, std::string_view programme, std::string_view agency) {
  std::optional<review::Date> next;
  for (const auto& one : asked_of(storage, programme, agency)) {
    const auto due = review::Date::parse(one.due_on());
    if (due && is_owed(one) && (!next || *due < *next)) next = *due;
  }
  return next;
}

std::optional<AskedAssurances> asked_assurances(Storage& storage, const review::ReturnLink& link) {
  if (!asked_for_assurance(storage, link.case_id, link.request, link.agency)) return std::nullopt;
  AskedAssurances asked;
  for (auto& one : asked_of(storage, link.case_id, link.agency)) {
    // The words are for the agency as the request names it.
    const auto entries = linked_entries(storage, link, one.agency());
    if (!entries) return std::nullopt;
    AskedAssurance request{std::move(one), {}, {}};
    if (const auto* asking = entry_in(*entries, request.asked.request()))
      request.what = asking->assurance_asked().what();
    if (const auto* said = entry_in(*entries, request.asked.return_entry())) request.said = said->assurance_returned();
    asked.requests.push_back(std::move(request));
  }
  asked.reads = reads_shown(storage);
  return asked;
}

}  // namespace reviewd
