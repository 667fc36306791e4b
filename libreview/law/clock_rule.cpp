#include "libreview/law/clock_rule.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace review {
namespace {

using Status = std::pair<LegalStatus, std::string_view>;
using Owed = std::pair<OwedBy, std::string_view>;

constexpr std::array status_names{
    Status{LegalStatus::statute, "statute"},
    Status{LegalStatus::statutory_guidance, "statutory-guidance"},
    Status{LegalStatus::panel_guidance, "panel-guidance"},
    Status{LegalStatus::local, "local"},
};

constexpr std::array owed_by_names{
    Owed{OwedBy::us, "us"},
    Owed{OwedBy::agency, "agency"},
    Owed{OwedBy::panel, "panel"},
    Owed{OwedBy::reviewer, "reviewer"},
};

template <class Rows, class Value>
std::string_view name_in(const Rows& rows, Value value) {
  return std::ranges::find(rows, value, [](const auto& row) { return row.first; })->second;
}

template <class Value, class Rows>
std::optional<Value> find_in(const Rows& rows, std::string_view name) {
  const auto row = std::ranges::find(rows, name, [](const auto& each) { return each.second; });
  return row == rows.end() ? std::nullopt : std::optional<Value>(row->first);
}

}  // namespace

std::string_view legal_status_name(LegalStatus status) { return name_in(status_names, status); }
std::optional<LegalStatus> find_legal_status(std::string_view name) { return find_in<LegalStatus>(status_names, name); }

std::string_view owed_by_name(OwedBy who) { return name_in(owed_by_names, who); }
std::optional<OwedBy> find_owed_by(std::string_view name) { return find_in<OwedBy>(owed_by_names, name); }

}  // namespace review
